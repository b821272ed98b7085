// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

import java.time.Duration;
import java.util.Optional;
import javax.annotation.Nullable;

/** Too many requests (429). The request had no effect; repeat it after {@link #retryAfter()}. */
public final class RateLimitedException extends GenesysException {
  @Nullable private final Duration retryAfter;

  /**
   * Creates the exception.
   *
   * @param context what is known about the call
   * @param retryAfter how long the far side wants to be left alone, if it said so
   */
  public RateLimitedException(ErrorContext context, @Nullable Duration retryAfter) {
    super(context, null);
    this.retryAfter = retryAfter;
  }

  @Override
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  @Override
  public boolean temporary() {
    return true;
  }
}
