// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.auth.AccessTokenProvider;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GenesysCloudBuilderTest {
  private static GenesysCloudBuilder builder() {
    return GenesysCloud.builder(Region.EU_CENTRAL_1);
  }

  private static GenesysCloudBuilder complete() {
    return builder().accessTokens(AccessTokenProvider.fixed("t"));
  }

  @Test
  void theExecutorRunsTheWorkOfTheHttpClient() {
    AtomicInteger tasks = new AtomicInteger();
    try (FakeGenesys genesys = new FakeGenesys();
        GenesysCloud cloud =
            genesys
                .connect()
                .executor(
                    task -> {
                      tasks.incrementAndGet();
                      task.run();
                    })
                .build()) {
      cloud.conversations().conversation("c");
      assertEquals(1, genesys.calls().size());
    }
    assertTrue(tasks.get() > 0);
  }

  static Stream<Arguments> whatIsMissingOrWrongIsNamed() {
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    return Stream.of(
        Arguments.of("clientCredentials", builder()),
        Arguments.of("accessTokens", complete().clientCredentials("id", "secret")),
        Arguments.of(
            "executor", complete().executor(Runnable::run).httpClient(HttpClient.newHttpClient())),
        Arguments.of("requestTimeout", complete().requestTimeout(Duration.ZERO)),
        Arguments.of("httpClient", complete().httpClient(following)));
  }

  @ParameterizedTest
  @MethodSource
  void whatIsMissingOrWrongIsNamed(String setting, GenesysCloudBuilder wrong) {
    String message = assertThrows(IllegalArgumentException.class, wrong::build).getMessage();
    assertTrue(message.startsWith(setting + ":"), message);
  }
}
