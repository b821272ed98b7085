// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import io.botflow.genesys.call.CallListener;
import io.botflow.genesys.call.RequestBudget;
import io.botflow.genesys.call.RetryPolicy;
import io.botflow.genesys.call.Sleeper;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Under which rules a connection makes its calls.
 *
 * @param clock the time of the caller
 * @param sleeper how threads wait
 * @param random makes the jitter; thread-safe
 * @param retries what is repeated
 * @param budget how many requests a minute
 * @param listener who is told about each attempt
 */
public record CallSettings(
    Clock clock,
    Sleeper sleeper,
    RandomGenerator random,
    RetryPolicy retries,
    RequestBudget budget,
    CallListener listener) {

  /**
   * The same without repeating and without a budget.
   *
   * @param also is told about each attempt too
   * @return changed settings
   */
  public CallSettings direct(CallListener also) {
    CallListener both =
        attempt -> {
          try {
            listener.attempted(attempt);
          } finally {
            also.attempted(attempt);
          }
        };
    return new CallSettings(
        clock, sleeper, random, RetryPolicy.none(), RequestBudget.unlimited(), both);
  }
}
