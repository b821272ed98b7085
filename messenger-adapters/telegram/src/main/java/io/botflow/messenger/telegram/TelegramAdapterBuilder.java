// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.Nullable;

/** Collects the settings of a {@link TelegramAdapter}; not thread-safe. */
public final class TelegramAdapterBuilder {
  private final String token;
  @Nullable String webhookSecret;
  private URI apiUri = URI.create("https://api.telegram.org");
  private @Nullable HttpClient httpClient;
  Clock clock = Clock.systemUTC();
  private Duration requestTimeout = Duration.ofSeconds(30);
  private Duration uploadTimeout = Duration.ofSeconds(60);
  @Nullable Path localFiles;
  boolean markdown;
  boolean showUploads = true;

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
   * Opens the customers' files on this machine's disk, where a Bot API server of your own keeps
   * them when it runs with {@code --local}. Such a server gives files of any size and takes them up
   * to 2000 MB.
   *
   * @param folder the server's working folder, under the same path here as there; nothing outside
   *     it is opened. By default files are downloaded
   * @return this builder
   */
  public TelegramAdapterBuilder localFiles(Path folder) {
    this.localFiles = Objects.requireNonNull(folder, "folder");
    return this;
  }

  /**
   * Carries formatting, in both directions: what customers format becomes Markdown, and the
   * Markdown of texts, captions, questions and cards becomes formatting on the customer's screen:
   * bold, italic, struck, code, blocks of code, links.
   *
   * @param carried true to carry it. By default it is not: customers see each character as it was
   *     written, and of what they format there remain the characters, with the address of each link
   *     in parentheses behind its words
   * @return this builder
   * @see io.botflow.connector.richtext.RichText#markdown
   */
  public TelegramAdapterBuilder markdown(boolean carried) {
    this.markdown = carried;
    return this;
  }

  /**
   * Shows customers that a file is on its way, for files of a megabyte or more; costs one more call
   * for each.
   *
   * @param shown true by default
   * @return this builder
   */
  public TelegramAdapterBuilder showUploads(boolean shown) {
    this.showUploads = shown;
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
            HttpSettings.client(httpClient),
            HttpSettings.base(apiUri),
            botToken,
            HttpSettings.positive(requestTimeout, "requestTimeout"),
            HttpSettings.positive(uploadTimeout, "uploadTimeout"));
    return new TelegramAdapter(botToken, api, this);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "TelegramAdapterBuilder[" + apiUri.getHost() + "]";
  }
}
