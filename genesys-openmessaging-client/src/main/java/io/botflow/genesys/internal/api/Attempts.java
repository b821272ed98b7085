// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import io.botflow.genesys.auth.AccessToken;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.call.CallAttempt;
import io.botflow.genesys.call.RateLimit;
import io.botflow.genesys.call.Repeat;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.RateLimitedException;
import io.botflow.genesys.internal.http.BaseUri;
import io.botflow.genesys.internal.http.ErrorReplies;
import io.botflow.genesys.internal.http.HttpReply;
import io.botflow.genesys.internal.http.HttpTransport;
import io.botflow.genesys.internal.http.RateLimitHeaders;
import java.time.Duration;
import java.time.Instant;
import javax.annotation.Nullable;

/**
 * Makes the attempts of a call: each waits for its turn, takes a token, is sent, is told to the
 * listener, and is repeated where the rules allow. Thread-safe.
 */
final class Attempts {
  private static final int UNAUTHORIZED = 401;

  private final BaseUri api;
  private final HttpTransport transport;
  private final AccessTokenProvider tokens;
  private final CallSettings settings;
  private final Repeats repeats;
  @Nullable private final RequestQueue queue;

  Attempts(
      BaseUri api, HttpTransport transport, AccessTokenProvider tokens, CallSettings settings) {
    this.api = api;
    this.transport = transport;
    this.tokens = tokens;
    this.settings = settings;
    this.repeats = new Repeats(settings);
    this.queue =
        settings.budget().requestsPerMinute().isPresent()
            ? new RequestQueue(
                settings.budget().requestsPerMinute().getAsInt(),
                settings.budget().maxWait(),
                settings.clock(),
                settings.sleeper())
            : null;
  }

  /** How one attempt ended. */
  private record Ended(
      Instant startedAt,
      @Nullable AccessToken token,
      @Nullable HttpReply reply,
      @Nullable GenesysException failure) {

    boolean tokenRefused() {
      return reply != null && reply.status() == UNAUTHORIZED;
    }
  }

  /**
   * Makes the call.
   *
   * @return a successful response, or the 404 that shows that an earlier attempt deleted its object
   */
  HttpReply run(Call call) {
    Instant lastStart = repeats.lastStart();
    int failures = 0;
    boolean renewed = false;
    boolean mayHaveWorked = false;
    for (int number = 1; ; number++) {
      if (queue != null) {
        queue.take(call.operation().priority(), call.name());
      }
      Ended ended = attempt(call);
      Duration pause = null;
      if (ended.failure != null && ended.tokenRefused() && ended.token != null && !renewed) {
        renewed = true;
        tokens.invalidate(ended.token);
        pause = Duration.ZERO;
      } else if (ended.failure != null) {
        failures++;
        boolean allowed =
            repeats
                .rule()
                .allows(call.operation(), call.identified(), ended.failure, ended.token != null);
        pause = repeats.pause(allowed, ended.failure, failures, lastStart);
      }
      report(call, number, ended, pause);
      if (ended.reply != null && (ended.failure == null || (mayHaveWorked && gone(call, ended)))) {
        return ended.reply;
      }
      mayHaveWorked |= ended.token != null && !RetryRule.withoutEffect(failure(ended));
      if (pause == null) {
        throw failure(ended);
      }
      repeats.sleep(pause, failure(ended));
    }
  }

  private Ended attempt(Call call) {
    Instant start = settings.clock().instant();
    AccessToken token = null;
    try {
      token = tokens.token();
      HttpReply reply =
          transport.exchange(
              call.head(api).header("Authorization", "Bearer " + token.value()),
              call.method(),
              call.body());
      GenesysException failure =
          reply.successful()
              ? null
              : ErrorReplies.exception(
                  call.name(), reply, settings.clock().instant(), token.value());
      return new Ended(start, token, reply, failure);
    } catch (GenesysException e) {
      return new Ended(start, token, null, e);
    }
  }

  private static GenesysException failure(Ended ended) {
    if (ended.failure == null) {
      throw new IllegalStateException("the attempt did not fail");
    }
    return ended.failure;
  }

  private static boolean gone(Call call, Ended ended) {
    return call.operation().repeat() == Repeat.UNTIL_GONE
        && ended.failure instanceof NotFoundException;
  }

  private void report(Call call, int number, Ended ended, @Nullable Duration pause) {
    RateLimit limit = ended.reply == null ? null : RateLimitHeaders.of(ended.reply);
    holdOthers(ended, limit);
    GenesysException failure = ended.failure;
    String correlationId =
        failure != null
            ? failure.correlationId().orElse(null)
            : ended.reply == null ? null : ErrorReplies.correlationId(ended.reply);
    int status =
        ended.reply != null ? ended.reply.status() : failure == null ? 0 : failure.status();
    CallAttempt attempt =
        new CallAttempt(
            call.operation(),
            call.name(),
            number,
            ended.startedAt,
            Duration.between(ended.startedAt, settings.clock().instant()),
            status,
            correlationId,
            failure,
            limit,
            pause);
    repeats.report(attempt);
  }

  private void holdOthers(Ended ended, @Nullable RateLimit limit) {
    if (queue == null) {
      return;
    }
    if (ended.failure instanceof RateLimitedException limited) {
      limited.retryAfter().ifPresent(queue::hold);
    } else if (limit != null && limit.exhausted()) {
      queue.hold(limit.reset());
    }
  }
}
