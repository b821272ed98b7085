// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.gate;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.annotation.Nullable;

/**
 * Sees that a far side fails for everyone, and then lets single probes through until one succeeds
 * (a circuit breaker). One customer's failures never open it, however many they are: it takes
 * several customers without a success between them. Not thread-safe.
 */
final class Breaker {
  /** So many customers in a row make a failure everyone's. */
  static final int LANES_TO_OPEN = 3;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final RandomGenerator random;
  private final Set<String> failing = new HashSet<>();
  private int openings;
  private boolean open;
  private boolean probing;
  private long openUntil;

  /** Makes a closed breaker; the randomness keeps instances from probing at the same moment. */
  Breaker(RandomGenerator random) {
    this.random = random;
  }

  boolean isOpen() {
    return open;
  }

  /** How many lanes may be tried. */
  int room(long nanos) {
    if (!open) {
      return Integer.MAX_VALUE;
    }
    return probing || openUntil - nanos > 0 ? 0 : 1;
  }

  /** How long it is until a probe may be made; zero when one may be, or is under way. */
  Duration untilProbe(long nanos) {
    return open && !probing ? Duration.ofNanos(Math.max(0, openUntil - nanos)) : Duration.ZERO;
  }

  /** A lane is tried. Returns whether it is the probe, which alone decides what comes next. */
  boolean tried() {
    boolean probe = open && !probing;
    probing = open;
    return probe;
  }

  /** The probe was given back without an answer of the far side. */
  void nothingLearned() {
    probing = false;
  }

  /** The far side answered: it is there. Returns true when it had seemed to be away. */
  boolean passed() {
    boolean wasOpen = open;
    open = false;
    probing = false;
    openings = 0;
    failing.clear();
    return wasOpen;
  }

  /**
   * The far side failed. Returns for how long nothing may be tried now, or null when that stays as
   * it is: what was under way when the breaker opened tells nothing new.
   */
  @Nullable
  Duration failed(String lane, boolean probe, @Nullable Duration after, long nanos) {
    failing.add(lane);
    if (failing.size() < LANES_TO_OPEN || (open && !probe)) {
      return null;
    }
    Duration pause = pause();
    if (after != null && after.compareTo(pause) > 0) {
      pause = after;
    }
    open = true;
    probing = false;
    openings++;
    openUntil = nanos + pause.toNanos();
    return pause;
  }

  private Duration pause() {
    long step =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(openings, 10));
    return Duration.ofMillis(step / 2 + random.nextLong(step / 2 + 1));
  }
}
