// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import io.botflow.genesys.call.RateLimit;
import java.time.Duration;
import java.util.OptionalInt;
import javax.annotation.Nullable;

/** Reads {@code inin-ratelimit-*}. */
public final class RateLimitHeaders {
  private RateLimitHeaders() {}

  /**
   * What a response says about the rate limit.
   *
   * @param reply the response
   * @return the limit, or null if the headers are absent or odd
   */
  @Nullable
  public static RateLimit of(HttpReply reply) {
    OptionalInt count = number(reply, "inin-ratelimit-count");
    OptionalInt allowed = number(reply, "inin-ratelimit-allowed");
    OptionalInt reset = number(reply, "inin-ratelimit-reset");
    if (count.isEmpty() || allowed.isEmpty() || reset.isEmpty()) {
      return null;
    }
    return new RateLimit(
        count.getAsInt(), allowed.getAsInt(), Duration.ofSeconds(reset.getAsInt()));
  }

  private static OptionalInt number(HttpReply reply, String header) {
    String text = reply.header(header).orElse("").trim();
    return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }
}
