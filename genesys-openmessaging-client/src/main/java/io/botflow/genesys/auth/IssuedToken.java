// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.auth;

import java.time.Duration;
import java.time.Instant;

/**
 * A token with the moment from which it should be renewed.
 *
 * @param token the token
 * @param refreshAt before the end of its life
 */
record IssuedToken(AccessToken token, Instant refreshAt) {
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  static IssuedToken of(String value, Instant now, Duration life, Duration refreshBefore) {
    Duration half = life.dividedBy(2);
    Duration early = refreshBefore.compareTo(half) < 0 ? refreshBefore : half;
    Instant end = now.plus(life);
    return new IssuedToken(AccessToken.of(value, end), end.minus(early));
  }

  /** After a failed renewal, so that not every call tries again at once. */
  IssuedToken refreshLater(Instant now) {
    return new IssuedToken(token, now.plus(PAUSE_AFTER_FAILURE));
  }
}
