// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.Nullable;

/** The settings of a {@link TelegramSimulator}; each has a default. Not thread-safe. */
public final class TelegramSimulatorBuilder {
  String token = "7000000001:AAF-simulated-bot-token-000000000000";
  String username = "simulated_bot";
  Clock clock = Clock.systemUTC();
  WebhookRetries retries = WebhookRetries.telegram();
  Duration fileLinkLifetime = Duration.ofHours(1);
  Duration callbackQueryLifetime = Duration.ofMinutes(1);
  long firstUpdateId = 100_000_001;
  int port;
  boolean anyDocumentByUrl;
  boolean checkPhotos = true;
  @Nullable Path localFiles;

  TelegramSimulatorBuilder() {}

  /**
   * Sets the bot's token.
   *
   * @param value {@code <bot id>:<secret>}
   * @return this builder
   * @throws IllegalArgumentException if it has another form; the message does not repeat it
   */
  public TelegramSimulatorBuilder token(String value) {
    if (!Objects.requireNonNull(value, "token").matches("[1-9]\\d{0,14}:[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException("token must be <digits>:<letters, digits, _ or ->");
    }
    token = value;
    return this;
  }

  /**
   * Sets the bot's user name.
   *
   * @param value the name without {@code @}
   * @return this builder
   */
  public TelegramSimulatorBuilder username(String value) {
    username = Objects.requireNonNull(value, "username");
    return this;
  }

  /**
   * Sets the clock that dates messages and ends lifetimes; pauses between retries are real time,
   * see {@link WebhookRetries#scaled}.
   *
   * @param value the clock; the system's by default
   * @return this builder
   */
  public TelegramSimulatorBuilder clock(Clock value) {
    clock = Objects.requireNonNull(value, "clock");
    return this;
  }

  /**
   * Sets how updates are repeated that the webhook did not take.
   *
   * @param value the schedule; Telegram's own by default
   * @return this builder
   */
  public TelegramSimulatorBuilder webhookRetries(WebhookRetries value) {
    retries = Objects.requireNonNull(value, "webhookRetries");
    return this;
  }

  /**
   * Sets how long a download link works after {@code getFile}. Telegram promises one hour at least;
   * the simulator keeps it to the second, so that a bot that relies on more is found.
   *
   * @param value the time by the clock; one hour by default
   * @return this builder
   */
  public TelegramSimulatorBuilder fileLinkLifetime(Duration value) {
    fileLinkLifetime = Objects.requireNonNull(value, "fileLinkLifetime");
    return this;
  }

  /**
   * Sets how long after the press of a button {@code answerCallbackQuery} is taken. Telegram does
   * not publish its figure.
   *
   * @param value the time by the clock; one minute by default
   * @return this builder
   */
  public TelegramSimulatorBuilder callbackQueryLifetime(Duration value) {
    callbackQueryLifetime = Objects.requireNonNull(value, "callbackQueryLifetime");
    return this;
  }

  /**
   * Sets the id of the first update.
   *
   * @param value a positive number; 100000001 by default
   * @return this builder
   */
  public TelegramSimulatorBuilder firstUpdateId(long value) {
    if (value < 1) {
      throw new IllegalArgumentException("firstUpdateId must be positive, was " + value);
    }
    firstUpdateId = value;
    return this;
  }

  /**
   * Sets the port on loopback.
   *
   * @param value the port; 0, the default, takes a free one
   * @return this builder
   */
  public TelegramSimulatorBuilder port(int value) {
    port = value;
    return this;
  }

  /**
   * Sets whether {@code sendDocument} takes any document by URL. Telegram is said to take PDF, ZIP
   * and GIF only.
   *
   * @param value false by default
   * @return this builder
   */
  public TelegramSimulatorBuilder anyDocumentByUrl(boolean value) {
    anyDocumentByUrl = value;
    return this;
  }

  /**
   * Sets whether a photo must be a JPEG, PNG, GIF or WebP whose edges add up to at most 10,000
   * pixels and relate by at most 20 to 1; otherwise any bytes pass for a photo.
   *
   * @param value true by default
   * @return this builder
   */
  public TelegramSimulatorBuilder checkPhotos(boolean value) {
    checkPhotos = value;
    return this;
  }

  /**
   * Behaves like a Bot API server of one's own that runs with {@code --local}: {@code getFile}
   * writes the file below a folder, names its absolute path, and gives files of any size.
   *
   * @param folder where files are written; none by default, they are downloaded then
   * @return this builder
   */
  public TelegramSimulatorBuilder localFiles(Path folder) {
    localFiles = Objects.requireNonNull(folder, "localFiles");
    return this;
  }

  /**
   * Starts the simulator.
   *
   * @return the running simulator, to be closed
   * @throws java.io.UncheckedIOException if the port cannot be opened
   */
  public TelegramSimulator start() {
    return new TelegramSimulator(this);
  }
}
