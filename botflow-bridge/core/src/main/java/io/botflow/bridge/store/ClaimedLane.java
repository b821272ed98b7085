// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.util.List;
import java.util.Objects;

/**
 * A lane that one worker may work on until its lease runs out.
 *
 * @param lane the lane
 * @param target where it leads
 * @param token the fencing token: larger for each later claim of this lane
 * @param entries the waiting entries at its head, in order; at least one
 */
public record ClaimedLane(String lane, String target, long token, List<Entry> entries) {
  /** {@inheritDoc} */
  public ClaimedLane {
    Objects.requireNonNull(lane, "lane");
    Objects.requireNonNull(target, "target");
    entries = List.copyOf(entries);
  }

  /** Shows the number of entries: the lane may be personal. */
  @Override
  public String toString() {
    return "ClaimedLane[token " + token + ", " + entries.size() + " entries]";
  }
}
