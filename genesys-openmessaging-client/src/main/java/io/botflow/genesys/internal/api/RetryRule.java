// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import io.botflow.genesys.call.Operation;
import io.botflow.genesys.call.RetryPolicy;
import io.botflow.genesys.error.AuthenticationException;
import io.botflow.genesys.error.Delivery;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.RateLimitedException;
import io.botflow.genesys.error.TransportException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Decides whether a failed call is made again, and when. Knows no clock and makes no call. */
final class RetryRule {
  private final RetryPolicy policy;
  private final RandomGenerator random;

  RetryRule(RetryPolicy policy, RandomGenerator random) {
    this.policy = policy;
    this.random = random;
  }

  /**
   * Whether repeating is both of use and safe.
   *
   * @param identified whether the far side can know it again, by an id of the sender
   * @param sent whether the call itself left; false when already its token could not be had
   */
  boolean allows(Operation operation, boolean identified, GenesysException failure, boolean sent) {
    if (!failure.temporary()) {
      return false;
    }
    return !sent || withoutEffect(failure) || harmless(operation, identified);
  }

  /** Whether a call that failed so certainly did nothing. */
  static boolean withoutEffect(GenesysException failure) {
    return failure instanceof RateLimitedException
        || failure instanceof AuthenticationException
        || (failure instanceof TransportException lost && lost.delivery() == Delivery.NOT_SENT);
  }

  private boolean harmless(Operation operation, boolean identified) {
    return switch (operation.repeat()) {
      case ALWAYS, UNTIL_GONE -> true;
      case WITH_MESSAGE_ID -> identified && policy.trustMessageIds();
      case WITH_SOURCE -> identified;
      case NEVER -> false;
    };
  }

  /** The delay before the next attempt, after so many failed ones. */
  Duration delay(GenesysException failure, int failures) {
    if (failure.retryAfter().isPresent()) {
      // Never earlier than asked; a little later, so that waiting callers do not come back as one.
      return failure.retryAfter().get().plus(share(policy.firstDelay()));
    }
    Duration full = policy.firstDelay();
    for (int i = 1; i < failures && full.compareTo(policy.maxDelay()) < 0; i++) {
      full = full.multipliedBy(2);
    }
    Duration half = (full.compareTo(policy.maxDelay()) < 0 ? full : policy.maxDelay()).dividedBy(2);
    return half.plus(share(half));
  }

  private Duration share(Duration whole) {
    return Duration.ofNanos((long) (whole.toNanos() * random.nextDouble()));
  }
}
