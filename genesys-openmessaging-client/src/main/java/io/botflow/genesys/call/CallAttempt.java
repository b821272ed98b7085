// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.call;

import io.botflow.genesys.error.GenesysException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * One attempt of a call, after it ended. Holds no token, no body, and no query.
 *
 * @param operation what the call does
 * @param request method and path; its ids are those of the far side, never a customer's
 * @param number 1 for the first attempt of a call
 * @param startedAt when it was sent, after any waiting for the budget
 * @param duration from {@code startedAt} to the end of the answer; includes a token request, where
 *     one was needed
 * @param status the HTTP status, 0 when there was no response
 * @param correlationId the id under which Genesys support finds the attempt
 * @param failure what went wrong, null for success
 * @param rateLimit what the far side said about its limit, if anything
 * @param repeatAfter after how long the call is made again; null when this attempt was the last
 */
public record CallAttempt(
    Operation operation,
    String request,
    int number,
    Instant startedAt,
    Duration duration,
    int status,
    @Nullable String correlationId,
    @Nullable GenesysException failure,
    @Nullable RateLimit rateLimit,
    @Nullable Duration repeatAfter) {

  /** {@inheritDoc} */
  public CallAttempt {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(duration, "duration");
  }
}
