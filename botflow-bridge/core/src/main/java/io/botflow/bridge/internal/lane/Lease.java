// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.store.ClaimedLane;

/**
 * A claimed lane and the time until which it is certainly ours, by this process's own clock.
 * Thread-safe.
 */
final class Lease {
  private final ClaimedLane lane;
  private volatile long endNanos;

  Lease(ClaimedLane lane, long endNanos) {
    this.lane = lane;
    this.endNanos = endNanos;
  }

  ClaimedLane lane() {
    return lane;
  }

  boolean holds() {
    return endNanos - System.nanoTime() > 0;
  }

  void prolong(long untilNanos) {
    endNanos = untilNanos;
  }

  void lose() {
    endNanos = System.nanoTime();
  }
}
