// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment at which a download has taken too long as a whole. */
final class Deadline {
  private final LongSupplier nanoTime;
  private final long end;

  Deadline(LongSupplier nanoTime, Duration total) {
    this.nanoTime = nanoTime;
    this.end = nanoTime.getAsLong() + total.toNanos();
  }

  /** A timeout in milliseconds for one step, cut to what is left; at least 1. */
  int cap(Duration step) throws SocketTimeoutException {
    long left = end - nanoTime.getAsLong();
    if (left <= 0) {
      throw new SocketTimeoutException("the download took too long");
    }
    return (int)
        Math.min(Integer.MAX_VALUE, Math.max(1, Math.min(left, step.toNanos()) / 1_000_000));
  }
}
