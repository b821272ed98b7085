// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A stored entry as its worker gets it.
 *
 * @param sequence its number; grows with the order of acceptance
 * @param lane the lane it belongs to
 * @param kind what it is
 * @param route the route it travels
 * @param payload the content
 * @param attempts how many attempts have failed so far
 * @param age how long ago it was accepted or last replayed, when it was claimed
 * @param done the parts that are done already, in order
 */
public record Entry(
    long sequence,
    String lane,
    EntryKind kind,
    String route,
    String payload,
    int attempts,
    Duration age,
    List<Link> done) {
  /** {@inheritDoc} */
  public Entry {
    Objects.requireNonNull(lane, "lane");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(route, "route");
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(age, "age");
    done = List.copyOf(done);
  }

  /** Shows number, kind and route: lane and payload may be personal. */
  @Override
  public String toString() {
    return "Entry[" + sequence + ", " + kind + ", route " + route + "]";
  }
}
