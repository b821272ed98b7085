// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

import java.time.Duration;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * Genesys Cloud failed to answer properly (5xx, and 408). Whether the call had an effect is not
 * known. A 503 may name a {@link #retryAfter()}.
 */
public final class ServerException extends GenesysException {
  @Nullable private final Duration retryAfter;

  /**
   * Creates the exception.
   *
   * @param context what is known about the call
   */
  public ServerException(ErrorContext context) {
    this(context, null);
  }

  /**
   * Creates the exception.
   *
   * @param context what is known about the call
   * @param retryAfter how long the far side wants to be left alone, if it said so
   */
  public ServerException(ErrorContext context, @Nullable Duration retryAfter) {
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
