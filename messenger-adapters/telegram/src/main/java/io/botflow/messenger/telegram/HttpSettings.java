// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.annotation.Nullable;

/** The builder's checks of what the HTTP calls are made with; each failure names the setting. */
final class HttpSettings {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private HttpSettings() {}

  static HttpClient client(@Nullable HttpClient given) {
    if (given == null) {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
    }
    if (given.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "httpClient must follow no redirects: the token is part of each URL");
    }
    return given;
  }

  /** The URI as a text without a slash at its end. */
  static String base(URI apiUri) {
    String scheme = apiUri.getScheme();
    if (!("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
        || apiUri.getHost() == null
        || apiUri.getRawUserInfo() != null
        || apiUri.getRawQuery() != null
        || apiUri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "apiUri must be an absolute http or https URI without user, query and fragment");
    }
    String base = apiUri.toString();
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  static Duration positive(Duration duration, String setting) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(setting + " must be positive, was " + duration);
    }
    return duration;
  }
}
