// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void closingFreesThePortAndEndsAllThreadsEvenWhileAWebhookIsRetried() {
    int port;
    // Those of other tests may still be ending.
    Set<Thread> others = threads();
    try (GenesysCloudSimulator genesys =
            GenesysCloudSimulator.builder().webhookRetries(5, Duration.ofHours(1)).start();
        LoopbackServer failing = LoopbackServer.answering(500)) {
      port = genesys.apiUri().getPort();
      OpenIntegration integration =
          genesys
              .createOpenIntegration("T", failing.uri("/"), "0123456789abcdef-secret")
              .publish(MessageFlow.transferTo("Support"));
      new RawClient(genesys).say(integration, "u1", "1", "hi");
      genesys.agent("O").onQueue("Support").awaitConversation(SOON).accept().sendText("x");
      failing.take();
      assertTrue(own(others).size() > 0, "the check can fail");
    }
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!own(others).isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
    assertEquals(List.of(), own(others));
    try (GenesysCloudSimulator next = GenesysCloudSimulator.builder().port(port).start()) {
      assertEquals(port, next.apiUri().getPort());
      assertThrows(
          UncheckedIOException.class, () -> GenesysCloudSimulator.builder().port(port).start());
    }
  }

  @Test
  void aWrongSettingIsRefusedByName() {
    try (GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start()) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> genesys.createOpenIntegration("T", "fifteen-chars.."));
      assertTrue(String.valueOf(refused.getMessage()).contains("longer than 15"));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> GenesysCloudSimulator.builder().webhookTimeout(Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class, () -> new SupportedContent(List.of("jpeg"), List.of()));
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("genesys-sim-"))
        .collect(Collectors.toSet());
  }

  private static List<String> own(Set<Thread> others) {
    return threads().stream()
        .filter(thread -> !others.contains(thread))
        .map(Thread::getName)
        .sorted()
        .toList();
  }
}
