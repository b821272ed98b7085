// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import io.botflow.genesys.call.RateLimit;
import java.time.Duration;
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
    int count = number(reply, "inin-ratelimit-count");
    int allowed = number(reply, "inin-ratelimit-allowed");
    int reset = number(reply, "inin-ratelimit-reset");
    return (count | allowed | reset) < 0
        ? null
        : new RateLimit(count, allowed, Duration.ofSeconds(reset));
  }

  /** A number of up to nine digits, or -1; read at every call, so without a pattern. */
  private static int number(HttpReply reply, String header) {
    String text = reply.header(header).orElse("").trim();
    if (text.isEmpty() || text.length() > 9) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
