// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.genesys.error.AuthenticationException;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.PermissionException;
import io.botflow.genesys.error.RateLimitedException;
import io.botflow.genesys.error.UnexpectedResponseException;
import java.time.Duration;

/** What a failed call to Genesys Cloud means for the message. */
public final class GenesysOutcomes {
  private GenesysOutcomes() {}

  /**
   * A passing fault is waited out. So is one that an administrator can mend (credentials,
   * permissions, a deleted integration, a proxy that answers in Genesys Cloud's place): no
   * customer's message is given up for it. What is left is a request that Genesys Cloud will never
   * take.
   *
   * <p>An attempt of which nobody knows whether it arrived is repeated: losing a message is worse
   * than showing it twice, and each message carries an id of its own by which Genesys Cloud can
   * recognise the repeat.
   *
   * @param failure what the call met
   * @return when to try again, or that it is of no use
   */
  public static Outcome of(GenesysException failure) {
    Duration after = failure.retryAfter().orElse(null);
    boolean mendable =
        failure instanceof AuthenticationException
            || failure instanceof PermissionException
            || failure instanceof NotFoundException
            || failure instanceof UnexpectedResponseException;
    Outcome.Scope scope =
        failure instanceof RateLimitedException ? Outcome.Scope.LIMIT : Outcome.Scope.TARGET;
    return failure.temporary() || mendable
        ? new Outcome.TryAgain(String.valueOf(failure.getMessage()), after, scope)
        : Outcome.dead(String.valueOf(failure.getMessage()));
  }

  /**
   * Whether a call was taken although its answer could not be read: repeating it would show the
   * message twice. An answer to the token request in front of the call says nothing about the call.
   *
   * @param answer what came
   * @return true when the call must not be repeated
   */
  public static boolean taken(UnexpectedResponseException answer) {
    return answer.status() / 100 == 2 && !answer.request().contains("/oauth/");
  }
}
