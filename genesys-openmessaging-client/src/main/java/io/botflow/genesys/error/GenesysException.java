// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A call to Genesys Cloud that did not succeed. The message names the call, the status, the far
 * side's code and the correlation id; neither it nor any accessor ever holds a token.
 */
public abstract sealed class GenesysException extends RuntimeException
    permits AuthenticationException,
        BadRequestException,
        ConflictException,
        NotFoundException,
        PayloadTooLargeException,
        PermissionException,
        RateLimitedException,
        ServerException,
        TransportException,
        UnexpectedResponseException {

  private final ErrorContext context;

  GenesysException(ErrorContext context, @Nullable Throwable cause) {
    super(context.sentence(), cause);
    this.context = Objects.requireNonNull(context, "context");
  }

  /**
   * The HTTP status.
   *
   * @return the status, or 0 when no response was received
   */
  public final int status() {
    return context.status();
  }

  /**
   * The far side's error code, for example {@code bad.request}.
   *
   * @return the code, if one was given
   */
  public final Optional<String> code() {
    return Optional.ofNullable(context.code());
  }

  /**
   * What happened, without the call and the ids that {@link #getMessage()} adds.
   *
   * @return the far side's words, or ours when it said nothing
   */
  public final String detail() {
    return context.detail();
  }

  /**
   * The id under which Genesys support finds this call.
   *
   * @return the correlation id, if the far side sent one
   */
  public final Optional<String> correlationId() {
    return Optional.ofNullable(context.correlationId());
  }

  /**
   * Method and path of the call, for example {@code POST /oauth/token}.
   *
   * @return method and path, without host and query
   */
  public final String request() {
    return context.request();
  }

  /**
   * Whether the same call may succeed later although nothing is changed. Says nothing about whether
   * repeating it is safe: see {@link TransportException#delivery()}.
   *
   * @return true for rate limits, failures of the far side and of the transport
   */
  public boolean temporary() {
    return false;
  }

  /**
   * How long the far side wants to be left alone, counted from the moment of its answer. A {@code
   * Retry-After} of a refusal for too many calls, and of a failure such as 503.
   *
   * @return the delay, if the far side named one
   */
  public Optional<Duration> retryAfter() {
    return Optional.empty();
  }
}
