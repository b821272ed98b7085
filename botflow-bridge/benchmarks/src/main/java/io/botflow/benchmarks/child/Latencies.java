// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.child;

/** A histogram of times, exact to 3 %, of constant size. Not thread-safe. */
final class Latencies {
  private static final int BITS = 5;
  private static final int STEPS = 1 << BITS;

  private final long[] counts = new long[64 * STEPS];
  private long total;

  void add(long nanos) {
    counts[slot(nanos)]++;
    total++;
  }

  void add(Latencies others) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += others.counts[i];
    }
    total += others.total;
  }

  long count() {
    return total;
  }

  /** The time that so much of all does not exceed. */
  long percentile(double share) {
    long wanted = (long) Math.ceil(total * share);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted && seen > 0) {
        return upperEnd(i);
      }
    }
    return 0;
  }

  private static int slot(long nanos) {
    long value = Math.max(nanos, STEPS);
    int power = 63 - Long.numberOfLeadingZeros(value);
    int step = (int) (value >>> (power - BITS)) & (STEPS - 1);
    return power * STEPS + step;
  }

  private static long upperEnd(int slot) {
    int power = slot / STEPS;
    long step = slot % STEPS;
    return (STEPS + step + 1) << (power - BITS);
  }
}
