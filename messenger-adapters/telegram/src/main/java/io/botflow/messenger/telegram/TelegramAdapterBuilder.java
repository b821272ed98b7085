// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.Nullable;

/** Collects the settings of a {@link TelegramAdapter}; not thread-safe. */
public final class TelegramAdapterBuilder {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final String token;
  private @Nullable String webhookSecret;
  private URI apiUri = URI.create("https://api.telegram.org");
  private @Nullable HttpClient httpClient;
  private Clock clock = Clock.systemUTC();
  private Duration requestTimeout = Duration.ofSeconds(30);
  private Duration uploadTimeout = Duration.ofSeconds(60);

  TelegramAdapterBuilder(String token) {
    this.token = Objects.requireNonNull(token, "token");
  }

  /**
   * Accepts webhooks that repeat this secret; without one, all are refused.
   *
   * @param secret 1 to 256 letters, digits, {@code _} or {@code -}; best chosen at random
   * @return this builder
   */
  public TelegramAdapterBuilder webhookSecret(String secret) {
    this.webhookSecret = Objects.requireNonNull(secret, "secret");
    return this;
  }

  /**
   * Calls another server than Telegram's own, for example a Bot API server next door.
   *
   * @param uri an absolute http or https URI without query; plain http shows the token to the
   *     network. The default is {@code https://api.telegram.org}
   * @return this builder
   */
  public TelegramAdapterBuilder apiUri(URI uri) {
    this.apiUri = Objects.requireNonNull(uri, "uri");
    return this;
  }

  /**
   * Uses an HTTP client of the host's.
   *
   * @param client a client that follows no redirects; it stays the caller's. The default connects
   *     within 10 s
   * @return this builder
   */
  public TelegramAdapterBuilder httpClient(HttpClient client) {
    this.httpClient = Objects.requireNonNull(client, "client");
    return this;
  }

  /**
   * Takes the time, for updates without one, from here.
   *
   * @param clock a clock; the default is the system's
   * @return this builder
   */
  public TelegramAdapterBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Waits so long for an answer, and for the next bytes of one. A poll waits so much longer than it
   * was told to.
   *
   * @param timeout a positive time; the default is 30 s
   * @return this builder
   */
  public TelegramAdapterBuilder requestTimeout(Duration timeout) {
    this.requestTimeout = Objects.requireNonNull(timeout, "timeout");
    return this;
  }

  /**
   * Waits so long for a file to be uploaded and answered.
   *
   * @param timeout a positive time; the default is 60 s
   * @return this builder
   */
  public TelegramAdapterBuilder uploadTimeout(Duration timeout) {
    this.uploadTimeout = Objects.requireNonNull(timeout, "timeout");
    return this;
  }

  /**
   * Makes the adapter; does no I/O.
   *
   * @return the adapter
   * @throws IllegalArgumentException if a setting is wrong; the message names it and shows no
   *     secret
   */
  public TelegramAdapter build() {
    BotToken botToken = BotToken.of(token);
    BotApi api =
        new BotApi(
            client(),
            base(),
            botToken,
            positive(requestTimeout, "requestTimeout"),
            positive(uploadTimeout, "uploadTimeout"));
    return new TelegramAdapter(
        botToken, webhookSecret == null ? null : WebhookSecret.of(webhookSecret), api, clock);
  }

  private HttpClient client() {
    if (httpClient == null) {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
    }
    if (httpClient.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "httpClient must follow no redirects: the token is part of each URL");
    }
    return httpClient;
  }

  private String base() {
    boolean http = "https".equalsIgnoreCase(apiUri.getScheme());
    http |= "http".equalsIgnoreCase(apiUri.getScheme());
    if (!http
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

  private static Duration positive(Duration duration, String name) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive, was " + duration);
    }
    return duration;
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "TelegramAdapterBuilder[" + apiUri.getHost() + "]";
  }
}
