// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.genesys.error.AuthenticationException;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.PermissionException;
import io.botflow.genesys.error.RateLimitedException;

/** What a failed call to Genesys Cloud means for the message. */
final class GenesysOutcomes {
  private GenesysOutcomes() {}

  /**
   * A passing fault is waited out. So is one that an administrator can mend (credentials,
   * permissions, a deleted integration): no customer's message is given up for it. What is left is
   * a request that Genesys Cloud will never take.
   *
   * <p>Repeating is safe even when nobody knows whether the first attempt arrived, since each
   * message carries an id of its own.
   */
  static Outcome of(GenesysException failure) {
    if (failure instanceof RateLimitedException limited) {
      return new Outcome.TryAgain(
          String.valueOf(failure.getMessage()), limited.retryAfter().orElse(null));
    }
    boolean mendable =
        failure instanceof AuthenticationException
            || failure instanceof PermissionException
            || failure instanceof NotFoundException;
    return failure.temporary() || mendable
        ? new Outcome.TryAgain(String.valueOf(failure.getMessage()), null)
        : Outcome.dead(String.valueOf(failure.getMessage()));
  }
}
