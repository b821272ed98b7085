// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.history;

import java.time.Duration;
import java.util.List;

/**
 * What a {@link History} shows; messages are named {@code customer/key}.
 *
 * @param sent how many messages were sent
 * @param lost those that never arrived
 * @param repeated those that arrived again, once for each further arrival
 * @param unexplained of the repeated those that were not in flight when anything broke
 * @param outOfOrder those that arrived for the first time after a later one of their customer
 * @param strange arrivals that nobody sent, for example at another customer's
 * @param median the time within which half of them arrived for the first time
 * @param p99 the time within which 99 of 100 did
 */
public record Findings(
    int sent,
    List<String> lost,
    List<String> repeated,
    List<String> unexplained,
    List<String> outOfOrder,
    List<String> strange,
    Duration median,
    Duration p99) {
  private static final int NAMED = 10;

  /** {@inheritDoc} */
  public Findings {
    lost = List.copyOf(lost);
    repeated = List.copyOf(repeated);
    unexplained = List.copyOf(unexplained);
    outOfOrder = List.copyOf(outOfOrder);
    strange = List.copyOf(strange);
  }

  /**
   * Requires that everything arrived in order, and again only what was in flight when something
   * broke.
   *
   * @return these findings
   * @throws AssertionError naming what did not
   */
  public Findings requireAtLeastOnce() {
    require("lost", lost);
    require("repeated without having been in flight", unexplained);
    require("out of order", outOfOrder);
    require("never sent", strange);
    return this;
  }

  /**
   * Requires that everything arrived in order and nothing arrived again.
   *
   * @return these findings
   * @throws AssertionError naming what did not
   */
  public Findings requireExactlyOnce() {
    requireAtLeastOnce();
    require("repeated", repeated);
    return this;
  }

  private void require(String what, List<String> messages) {
    if (!messages.isEmpty()) {
      throw new AssertionError(
          messages.size()
              + " messages "
              + what
              + ", the first "
              + messages.subList(0, Math.min(NAMED, messages.size()))
              + "; "
              + this);
    }
  }

  /** One line with the figures, without keys. */
  @Override
  public String toString() {
    return "%d sent, %d lost, %d repeated (%d not in flight), %d out of order, p50 %d ms, p99 %d ms"
        .formatted(
            sent,
            lost.size(),
            repeated.size(),
            unexplained.size(),
            outOfOrder.size(),
            median.toMillis(),
            p99.toMillis());
  }
}
