// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.operations.Health;
import io.botflow.bridge.store.Backlog;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.genesys.call.CallAttempt;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.call.RateLimit;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BridgeMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final BridgeMetrics metrics = BridgeMetrics.of(registry);

  @Test
  void eachEventMovesItsOwnMeter() {
    metrics.onEvent(new BridgeEvent.Accepted("r", EntryKind.INBOUND, "m", false));
    metrics.onEvent(new BridgeEvent.Accepted("r", EntryKind.INBOUND, "m", true));
    metrics.onEvent(new BridgeEvent.Refused("/webhooks", 401, "no signature"));
    metrics.onEvent(new BridgeEvent.Ignored("r", "a receipt"));
    metrics.onEvent(
        new BridgeEvent.Postponed("r", EntryKind.OUTBOUND, 1, Duration.ofSeconds(1), "502"));
    metrics.onEvent(
        new BridgeEvent.Finished(
            "r",
            EntryKind.INBOUND,
            1,
            EntryState.DELIVERED,
            null,
            List.of(),
            Duration.ofMillis(40)));
    metrics.onEvent(new BridgeEvent.TargetClosed("INBOUND|r", "503", Duration.ofSeconds(1)));
    metrics.onEvent(new BridgeEvent.TargetOpened("INBOUND|r"));
    metrics.onEvent(new BridgeEvent.BotAnswered("/bot", "c", "MoreData", Duration.ofMillis(7)));

    assertEquals(1, count("accepted", "repeated", "false"));
    assertEquals(1, count("accepted", "repeated", "true"));
    assertEquals(1, count("refused", "status", "401"));
    assertEquals(1, count("ignored"));
    assertEquals(1, count("postponed", "kind", "OUTBOUND"));
    assertEquals(1, count("target.closed", "target", "INBOUND|r"));
    assertEquals(1, count("target.opened", "target", "INBOUND|r"));
    var finished = registry.get("botflow.bridge.finished").tag("state", "DELIVERED").timer();
    assertEquals(40, finished.totalTime(TimeUnit.MILLISECONDS));
    var bot = registry.get("botflow.bridge.bot").tag("outcome", "MoreData").timer();
    assertEquals(7, bot.totalTime(TimeUnit.MILLISECONDS));
    assertEquals(9, registry.getMeters().size(), "and no other meter");
  }

  @Test
  void gaugesShowTheHealth() {
    Backlog inbound = new Backlog("INBOUND|r", 2, 5, Duration.ofSeconds(3));
    Backlog outbound = new Backlog("OUTBOUND|r", 1, 1, Duration.ofSeconds(90));
    metrics.watch(
        () -> new Health(true, null, Map.of("INBOUND|r", "503"), List.of(inbound, outbound), 4));

    assertEquals(1, gauge("ready"));
    assertEquals(6, gauge("waiting.entries"));
    assertEquals(3, gauge("waiting.lanes"));
    assertEquals(
        90, registry.get("botflow.bridge.waiting.oldest").timeGauge().value(TimeUnit.SECONDS));
    assertEquals(4, gauge("deadletters"));
    assertEquals(1, gauge("targets.closed"));
  }

  @Test
  void bridgesThatShareARegistryAreToldApart() {
    for (int dead : List.of(1, 2)) {
      Tags bridge = Tags.of("bridge", "bridge " + dead);
      BridgeMetrics one = BridgeMetrics.of(registry, bridge);
      one.watch(() -> new Health(true, null, Map.of(), List.of(), dead));
      one.onEvent(new BridgeEvent.Refused("/webhooks", 401, "no signature"));
      GenesysMetrics genesys = GenesysMetrics.of(registry, bridge);
      genesys.attempted(attempt(200, new RateLimit(dead, 300, Duration.ofSeconds(40))));
    }

    for (int dead : List.of(1, 2)) {
      Tags bridge = Tags.of("bridge", "bridge " + dead);
      assertEquals(dead, registry.get("botflow.bridge.deadletters").tags(bridge).gauge().value());
      assertEquals(1, registry.get("botflow.bridge.refused").tags(bridge).counter().count());
      assertEquals(
          300 - dead, registry.get("botflow.genesys.limit.left").tags(bridge).gauge().value());
      assertEquals(1, registry.get("botflow.genesys.request").tags(bridge).timer().count());
    }
    assertTrue(registry.getMeters().stream().allMatch(it -> it.getId().getTag("bridge") != null));
  }

  @Test
  void allGaugesOfAMomentAskOnce() {
    AtomicInteger asked = new AtomicInteger();
    AtomicLong nanos = new AtomicLong();
    Snapshot snapshot =
        new Snapshot(
            () -> new Health(true, null, Map.of(), List.of(), asked.incrementAndGet()), nanos::get);

    assertEquals(1, snapshot.get().deadLetters());
    assertEquals(1, snapshot.get().deadLetters());
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertEquals(2, snapshot.get().deadLetters());
  }

  @Test
  void requestsToGenesysCloudAreTimedAndTellWhatIsLeft() {
    GenesysMetrics genesys = GenesysMetrics.of(registry);
    var left = registry.get("botflow.genesys.limit.left").gauge();
    assertTrue(Double.isNaN(left.value()), "nothing is known so far");
    genesys.attempted(attempt(200, new RateLimit(12, 300, Duration.ofSeconds(40))));
    genesys.attempted(attempt(0, null));

    assertEquals(288, left.value());
    for (String status : List.of("200", "0")) {
      var timer =
          registry
              .get("botflow.genesys.request")
              .tag("operation", "SEND_MESSAGE")
              .tag("status", status)
              .timer();
      assertEquals(1, timer.count());
    }
  }

  private static CallAttempt attempt(int status, RateLimit limit) {
    return new CallAttempt(
        Operation.SEND_MESSAGE,
        "POST /messages",
        1,
        Instant.EPOCH,
        Duration.ofMillis(5),
        status,
        null,
        null,
        limit,
        null);
  }

  private double count(String name, String... tags) {
    return registry.get("botflow.bridge." + name).tags(tags).counter().count();
  }

  private double gauge(String name) {
    return registry.get("botflow.bridge." + name).gauge().value();
  }
}
