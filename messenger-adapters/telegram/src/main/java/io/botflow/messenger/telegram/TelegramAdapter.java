// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.Polled;
import io.botflow.connector.messenger.PollingAdapter;
import io.botflow.connector.messenger.ReceivedWebhook;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import io.botflow.connector.messenger.Update;
import io.botflow.connector.web.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * One Telegram bot: its customers are the private chats in which it is.
 *
 * <pre>{@code
 * var telegram = TelegramAdapter.builder(token).webhookSecret(secret).build();
 * telegram.setWebhook(URI.create("https://bridge.example/hooks/telegram"));
 * }</pre>
 *
 * <p>Without a public address leave the secret out and let the bridge {@link #poll}. Telegram
 * serves a bot one way at a time. A deep link's {@code /start} stays the customer's first text,
 * with the link's parameter in the attribute {@link #ENTRY_REFERENCE}.
 *
 * <p>Safe for concurrent use. Mirrors the <a href="https://core.telegram.org/bots/api">Bot API</a>
 * 10.x.
 */
public final class TelegramAdapter implements PollingAdapter {
  /** The kind of messenger in each {@link Peer} of this adapter. */
  public static final String MESSENGER = "telegram";

  /** The attribute of a message that carries the parameter of the deep link it came by. */
  public static final String ENTRY_REFERENCE = "entry.ref";

  /** The attribute of a message that carries the id of a press, for {@link #acknowledge}. */
  public static final String CALLBACK_QUERY_ID = "telegram.callback_query_id";

  /** The attribute that the messages of one album share. */
  public static final String MEDIA_GROUP_ID = "telegram.media_group_id";

  private final BotToken token;
  private final @Nullable WebhookSecret webhookSecret;
  private final BotApi api;
  private final UpdateReader reader;
  private final UpdatePoll poll;

  private TelegramAdapter(
      BotToken token, @Nullable WebhookSecret webhookSecret, BotApi api, Clock clock) {
    this.token = token;
    this.webhookSecret = webhookSecret;
    this.api = api;
    this.reader = new UpdateReader(token.account(), clock);
    this.poll = new UpdatePoll(api, reader);
  }

  /**
   * Starts an adapter.
   *
   * @param token the bot's token as BotFather gave it: digits, a colon, and a secret
   * @return a builder
   */
  public static Builder builder(String token) {
    return new Builder(token);
  }

  @Override
  public String messenger() {
    return MESSENGER;
  }

  /** {@inheritDoc} It is the bot's own id, the digits of its token. */
  @Override
  public String account() {
    return token.account();
  }

  @Override
  public Capabilities capabilities() {
    return TelegramLimits.CAPABILITIES;
  }

  @Override
  public boolean receivesWebhooks() {
    return webhookSecret != null;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Whatever the body of a genuine webhook, the answer is an empty 200: Telegram repeats what is
   * refused for a day and holds the chat back meanwhile.
   */
  @Override
  public ReceivedWebhook receive(WebRequest request) {
    WebhookSecret.verify(webhookSecret, request);
    Reading reading = reader.read(request.body());
    return reading instanceof Reading.Understood understood
        ? ReceivedWebhook.of(List.of(understood.update()))
        : ReceivedWebhook.ignored(((Reading.Ignored) reading).reason());
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the cursor is none of this adapter's, or the wait negative;
   *     more than 50 s count as 50 s
   * @throws TelegramApiException if Telegram refused, for example with 409 because a webhook is set
   *     or another poller runs
   */
  @Override
  public Polled poll(@Nullable String cursor, Duration wait) throws IOException {
    return poll.poll(cursor, wait);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A wrong token gives {@link SendResult.RetryLater} with {@code AUTH}, since an operator can
   * repair it and no message should be lost meanwhile. What Telegram did not answer is {@link
   * SendResult.Unknown} as soon as a connection stood: it recognises no repeats.
   *
   * @throws IllegalArgumentException if the customer is none of this bot's
   */
  @Override
  public SendResult send(Part part, Peer to, SendContext context) {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(context, "context");
    return part.accept(new PartSender(api, chatId(to), context));
  }

  private long chatId(Peer to) {
    if (to.messenger().equals(MESSENGER) && to.account().equals(account())) {
      try {
        return Long.parseLong(to.userId());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("to.userId must be the number of a Telegram chat");
      }
    }
    throw new IllegalArgumentException("to is " + to + ", not a customer of " + this);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Telegram gives bots files up to 20 MB.
   *
   * @throws IllegalArgumentException if the source is no {@link MediaSource.MessengerFile}
   */
  @Override
  public MediaContent open(MediaSource source) throws IOException {
    if (source instanceof MediaSource.MessengerFile file) {
      return new FileDownload(api).open(file.id());
    }
    throw new IllegalArgumentException(
        "source must be a file of Telegram's, was " + source.getClass().getSimpleName());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Only a pressed button needs it, whose app shows a waiting sign until then. Waits 5 s at
   * most; what fails is logged.
   */
  @Override
  public void acknowledge(Update update) {
    if (update instanceof Update.Received received) {
      String press = received.message().attributes().get(CALLBACK_QUERY_ID);
      if (press != null) {
        CallbackAnswer.send(api, press);
      }
    }
  }

  /**
   * Has Telegram post all updates to a URL from now on, and tells it the secret to prove itself by.
   *
   * @param url where this adapter's webhook can be reached: https, port 443, 80, 88 or 8443
   * @throws IllegalStateException if the adapter was built without {@code webhookSecret}
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>
   */
  public void setWebhook(URI url) throws IOException {
    if (webhookSecret == null) {
      throw new IllegalStateException(
          "set webhookSecret on the builder first: without it each webhook is refused");
    }
    ObjectNode request =
        Json.object().put("url", url.toString()).put("secret_token", webhookSecret.value());
    request.set("allowed_updates", Json.texts(UpdateReader.ALLOWED_UPDATES));
    api.call("setWebhook", request).result();
  }

  /**
   * Ends the delivery by webhook, so that {@link #poll} may begin. Updates that wait are kept.
   *
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#deletewebhook">deleteWebhook</a>
   */
  public void deleteWebhook() throws IOException {
    api.call("deleteWebhook", Json.object()).result();
  }

  /**
   * Asks how the delivery by webhook goes.
   *
   * @return what Telegram says
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#getwebhookinfo">getWebhookInfo</a>
   */
  public TelegramWebhookInfo webhookInfo() throws IOException {
    return TelegramWebhookInfo.of(
        WireObject.of(api.call("getWebhookInfo", Json.object()).result()));
  }

  /** {@inheritDoc} There is nothing to release: the HTTP client belongs to whoever made it. */
  @Override
  public void close() {}

  /** Shows the bot's id, never its token. */
  @Override
  public String toString() {
    return "TelegramAdapter[" + token + "]";
  }

  /** Collects the settings of a {@link TelegramAdapter}; not thread-safe. */
  public static final class Builder {
    private final String token;
    private @Nullable String webhookSecret;
    private URI apiUri = URI.create("https://api.telegram.org");
    private @Nullable HttpClient httpClient;
    private Clock clock = Clock.systemUTC();
    private Duration requestTimeout = Duration.ofSeconds(30);
    private Duration uploadTimeout = Duration.ofSeconds(60);

    private Builder(String token) {
      this.token = Objects.requireNonNull(token, "token");
    }

    /**
     * Accepts webhooks that repeat this secret; without one, all are refused.
     *
     * @param secret 1 to 256 letters, digits, {@code _} or {@code -}; best chosen at random
     * @return this builder
     */
    public Builder webhookSecret(String secret) {
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
    public Builder apiUri(URI uri) {
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
    public Builder httpClient(HttpClient client) {
      this.httpClient = Objects.requireNonNull(client, "client");
      return this;
    }

    /**
     * Takes the time, for updates without one, from here.
     *
     * @param clock a clock; the default is the system's
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Waits so long for an answer, and for the next bytes of one. A poll waits so much longer than
     * it was told to.
     *
     * @param timeout a positive time; the default is 30 s
     * @return this builder
     */
    public Builder requestTimeout(Duration timeout) {
      this.requestTimeout = Objects.requireNonNull(timeout, "timeout");
      return this;
    }

    /**
     * Waits so long for a file to be uploaded and answered.
     *
     * @param timeout a positive time; the default is 60 s
     * @return this builder
     */
    public Builder uploadTimeout(Duration timeout) {
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
      WebhookSecret secret = webhookSecret == null ? null : WebhookSecret.of(webhookSecret);
      BotApi api =
          new BotApi(
              HttpSettings.client(httpClient),
              HttpSettings.base(apiUri),
              botToken,
              HttpSettings.positive(requestTimeout, "requestTimeout"),
              HttpSettings.positive(uploadTimeout, "uploadTimeout"));
      return new TelegramAdapter(botToken, secret, api, clock);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
      return "Builder[" + apiUri.getHost() + "]";
    }
  }
}
