// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.store.ClaimedLane;
import java.time.Duration;

/**
 * A claimed lane and the time until which it is certainly ours, by this process's own clock.
 * Thread-safe.
 */
final class Lease {
  private final ClaimedLane lane;
  private final long claimedNanos;
  private volatile long endNanos;

  /**
   * A lease counts from before the claim, so that it never seems to hold when the store says
   * otherwise.
   */
  Lease(ClaimedLane lane, long beforeClaimNanos, Duration length) {
    this.lane = lane;
    this.claimedNanos = beforeClaimNanos;
    this.endNanos = beforeClaimNanos + length.toNanos();
  }

  ClaimedLane lane() {
    return lane;
  }

  /** How long ago the lane was claimed. */
  Duration held() {
    return Duration.ofNanos(System.nanoTime() - claimedNanos);
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
