// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long messages were under way. Not thread-safe. */
final class DeliveryTimes {
  private final List<Duration> times = new ArrayList<>();

  void add(Instant sent, Instant arrived) {
    times.add(Duration.between(sent, arrived));
  }

  /** The time within which this share of the messages arrived; zero when none did. */
  Duration at(double share) {
    if (times.isEmpty()) {
      return Duration.ZERO;
    }
    Collections.sort(times);
    return times.get((int) Math.min(times.size() - 1, Math.floor(share * times.size())));
  }
}
