// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.micrometer;

import io.botflow.genesys.call.CallAttempt;
import io.botflow.genesys.call.CallListener;
import io.botflow.genesys.call.RateLimit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The meters of a connection to Genesys Cloud: its requests, and what is left of its limit.
 *
 * <pre>{@code
 * GenesysCloud.builder(region).clientCredentials(id, secret).listener(GenesysMetrics.of(registry))
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class GenesysMetrics implements CallListener {
  private final MeterRegistry registry;
  private final Tags common;
  private final AtomicInteger left = new AtomicInteger(-1);

  private GenesysMetrics(MeterRegistry registry, Tags common) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.common = Objects.requireNonNull(common, "common");
    Gauge.builder("botflow.genesys.limit.left", left, it -> it.get() < 0 ? Double.NaN : it.get())
        .description("requests left in this minute, as the last answer said")
        .tags(common)
        .strongReference(true)
        .register(registry);
  }

  /**
   * The meters of a connection.
   *
   * @param registry where they are registered
   * @return the meters, to be given to the client as its listener
   */
  public static GenesysMetrics of(MeterRegistry registry) {
    return of(registry, Tags.empty());
  }

  /**
   * The meters of one of several connections in a registry.
   *
   * @param registry where they are registered
   * @param common what tells this connection from the others, on each of its meters; all
   *     connections in a registry need the same keys
   * @return the meters, to be given to the client as its listener
   */
  public static GenesysMetrics of(MeterRegistry registry, Tags common) {
    return new GenesysMetrics(registry, common);
  }

  @Override
  public void attempted(CallAttempt attempt) {
    RateLimit limit = attempt.rateLimit();
    if (limit != null) {
      left.set(Math.max(0, limit.allowed() - limit.count()));
    }
    Tags tags =
        Tags.of(
            "operation", attempt.operation().name(),
            "status", Integer.toString(attempt.status()));
    registry.timer("botflow.genesys.request", common.and(tags)).record(attempt.duration());
  }
}
