// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.ApiException;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.testkit.genesys.Agent;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.GenesysCloudSimulator;
import io.botflow.testkit.genesys.GenesysCloudSimulatorBuilder;
import io.botflow.testkit.genesys.MessageFlow;
import io.botflow.testkit.genesys.OpenIntegration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The simulator under TLS, and the SDK as its client: logged in by the SDK's own call, each answer
 * judged. An answer with something that the SDK does not know fails the test, unless {@link
 * NewerThanSdk#REASONS} lists it.
 */
final class SimulatedCloud implements AfterEachCallback, AfterAllCallback {
  static final Duration SOON = Duration.ofSeconds(20);
  private static final String DOMAIN = "genesys.test";
  private static final String PASSWORD = "trust-me";
  private static final String WEBHOOK_SECRET = "0123456789abcdef-secret";

  private final GenesysCloudSimulator simulator;
  private final RecordingServer webhook = new RecordingServer();
  private final SdkJudge judge = SdkJudge.ofAnswers();
  private final Path trustStore;
  private final ApiClient client;

  private SimulatedCloud(GenesysCloudSimulatorBuilder builder) {
    simulator = builder.tls(DOMAIN).start();
    trustStore = exportedCertificate(simulator);
    client = login(simulator.clientId(), simulator.clientSecret());
  }

  static SimulatedCloud start() {
    return start(GenesysCloudSimulatorBuilder::noRateLimit);
  }

  static SimulatedCloud start(UnaryOperator<GenesysCloudSimulatorBuilder> settings) {
    return new SimulatedCloud(settings.apply(GenesysCloudSimulator.builder()));
  }

  GenesysCloudSimulator simulator() {
    return simulator;
  }

  /** The SDK's client, logged in as one who may do everything. */
  ApiClient client() {
    return client;
  }

  /** The client of this project, as one who may do everything. */
  GenesysCloud ourClient() {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(simulator.certificate().orElseThrow().sslContext())
            .build();
    return GenesysCloud.builder(Region.at(simulator.apiUri(), simulator.loginUri()))
        .httpClient(http)
        .clientCredentials(simulator.clientId(), simulator.clientSecret())
        .build();
  }

  /** An SDK client that has logged in with these credentials. */
  ApiClient login(String id, String secret) {
    ApiClient other = anonymous();
    try {
      other.authorizeClientCredentials(id, secret);
    } catch (IOException | ApiException e) {
      throw new AssertionError("the SDK could not log in", e);
    }
    return other;
  }

  /** An SDK client that has not logged in. */
  ApiClient anonymous() {
    // The SDK's HTTP client takes its trust from the JVM at the moment it is made.
    System.setProperty("javax.net.ssl.trustStore", trustStore.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    return ApiClient.Builder.standard()
        .withBasePath(simulator.apiUri().toString())
        .withObjectMapper(judge.mapper())
        .withAutoReloadConfig(false)
        .withShouldRefreshAccessToken(false)
        .build();
  }

  /** An integration whose conversations go to a queue of its own, the same name. */
  OpenIntegration integration(String name) {
    return simulator
        .createOpenIntegration(name, webhook.uri(), WEBHOOK_SECRET)
        .publish(MessageFlow.transferTo(name));
  }

  /** An agent who takes the next conversation of the integration. */
  AgentConversation accepted(OpenIntegration integration) {
    Agent agent = simulator.agent("Ann of " + integration.name()).onQueue(integration.name());
    return agent.awaitConversation(SOON).accept();
  }

  /** Asks again until the answer is as wanted. */
  static <T> T await(Callable<T> call, Predicate<T> wanted) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    T answer = call.call();
    while (!wanted.test(answer)) {
      assertTrue(System.nanoTime() - deadline < 0, "still " + answer);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      answer = call.call();
    }
    return answer;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Set<String> unknown =
        judge.takeUnknown().stream()
            .map(Unknown::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    unknown.removeAll(NewerThanSdk.REASONS.keySet());
    assertEquals(Set.of(), unknown, "what the SDK does not know in the simulator's answers");
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    close();
  }

  void close() throws Exception {
    client.close();
    simulator.close();
    webhook.close();
    Files.delete(trustStore);
  }

  private static Path exportedCertificate(GenesysCloudSimulator simulator) {
    try {
      Path file = Files.createTempFile("simulator", ".p12");
      simulator.certificate().orElseThrow().writeTrustStore(file, PASSWORD);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
