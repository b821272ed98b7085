// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.micrometer;

import io.botflow.bridge.Bridge;
import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.operations.Health;
import io.botflow.bridge.store.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The meters of a bridge: counters and timers of its events, and gauges of its health.
 *
 * <pre>{@code
 * BridgeMetrics metrics = BridgeMetrics.of(registry);
 * Bridge bridge = Bridge.builder(genesys). … .listener(metrics).build();
 * metrics.watch(bridge);
 * }</pre>
 *
 * <p>Tags are routes, kinds, states and targets: their number does not grow with customers. The
 * names are in the project's {@code docs/operations.md}. Thread-safe.
 */
public final class BridgeMetrics implements BridgeListener {
  private final MeterRegistry registry;
  private final Tags common;

  private BridgeMetrics(MeterRegistry registry, Tags common) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.common = Objects.requireNonNull(common, "common");
  }

  /**
   * The meters of a bridge, still without gauges.
   *
   * @param registry where they are registered
   * @return the meters, to be given to the bridge as its listener
   */
  public static BridgeMetrics of(MeterRegistry registry) {
    return of(registry, Tags.empty());
  }

  /**
   * The meters of one of several bridges in a registry, still without gauges.
   *
   * @param registry where they are registered
   * @param common what tells this bridge from the others, on each of its meters; all bridges in a
   *     registry need the same keys
   * @return the meters, to be given to the bridge as its listener
   */
  public static BridgeMetrics of(MeterRegistry registry, Tags common) {
    return new BridgeMetrics(registry, common);
  }

  /**
   * Registers the gauges of a bridge. They ask the store at most once a second.
   *
   * @param bridge the bridge
   */
  public void watch(Bridge bridge) {
    watch(bridge::health);
  }

  void watch(Supplier<Health> health) {
    Snapshot snapshot = new Snapshot(health, System::nanoTime);
    gauge("botflow.bridge.ready", "1 when webhooks are stored", snapshot, it -> it.ready() ? 1 : 0);
    gauge(
        "botflow.bridge.waiting.entries",
        "entries that are not final",
        snapshot,
        it -> it.backlog().stream().mapToLong(Backlog::entries).sum());
    gauge(
        "botflow.bridge.waiting.lanes",
        "lanes in which something waits",
        snapshot,
        it -> it.backlog().stream().mapToLong(Backlog::lanes).sum());
    TimeGauge.builder(
            "botflow.bridge.waiting.oldest",
            snapshot,
            TimeUnit.MILLISECONDS,
            it -> it.get().oldestWaiting().toMillis())
        .description("age of the oldest entry that waits")
        .tags(common)
        .register(registry);
    gauge("botflow.bridge.deadletters", "dead letters, up to 1000", snapshot, Health::deadLetters);
    gauge(
        "botflow.bridge.targets.closed",
        "targets that get nothing now",
        snapshot,
        it -> it.closedTargets().size());
  }

  private void gauge(
      String name, String description, Snapshot snapshot, ToDoubleFunction<Health> value) {
    Gauge.builder(name, snapshot, it -> value.applyAsDouble(it.get()))
        .description(description)
        .tags(common)
        .strongReference(true)
        .register(registry);
  }

  @Override
  public void onEvent(BridgeEvent event) {
    if (event instanceof BridgeEvent.Accepted accepted) {
      String repeated = Boolean.toString(accepted.repeated());
      count(
          "accepted",
          Tags.of("route", accepted.route(), "kind", accepted.kind().name(), "repeated", repeated));
    } else if (event instanceof BridgeEvent.Refused refused) {
      count("refused", Tags.of("status", Integer.toString(refused.status())));
    } else if (event instanceof BridgeEvent.Ignored) {
      count("ignored", Tags.empty());
    } else if (event instanceof BridgeEvent.Postponed postponed) {
      count("postponed", Tags.of("route", postponed.route(), "kind", postponed.kind().name()));
    } else if (event instanceof BridgeEvent.Finished finished) {
      Tags tags =
          Tags.of(
              "route", finished.route(),
              "kind", finished.kind().name(),
              "state", finished.state().name());
      registry.timer("botflow.bridge.finished", common.and(tags)).record(finished.age());
    } else if (event instanceof BridgeEvent.TargetClosed closed) {
      count("target.closed", Tags.of("target", closed.target()));
    } else if (event instanceof BridgeEvent.TargetOpened opened) {
      count("target.opened", Tags.of("target", opened.target()));
    } else if (event instanceof BridgeEvent.BotAnswered answered) {
      Tags tags = Tags.of("endpoint", answered.endpoint(), "outcome", answered.outcome());
      registry.timer("botflow.bridge.bot", common.and(tags)).record(answered.duration());
    }
  }

  private void count(String name, Tags tags) {
    registry.counter("botflow.bridge." + name, common.and(tags)).increment();
  }
}
