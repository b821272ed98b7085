// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  private static final int BODY_BYTES = 1024 * 1024;
  private static final int POLL_LIMIT = 100;
  private static final Duration LONGEST_POLL = Duration.ofSeconds(50);

  /**
   * What we ask Telegram to send. Updates of business connections are not handled yet, but asked
   * for, so that they show as ignored instead of staying away unseen.
   */
  private static final List<String> ALLOWED_UPDATES =
      List.of(
          "message",
          "edited_message",
          "callback_query",
          "my_chat_member",
          "message_reaction",
          "business_connection",
          "business_message",
          "edited_business_message",
          "deleted_business_messages");

  private final BotToken token;
  private final @Nullable WebhookSecret webhookSecret;
  private final BotApi api;
  private final UpdateReader reader;

  TelegramAdapter(BotToken token, @Nullable WebhookSecret webhookSecret, BotApi api, Clock clock) {
    this.token = token;
    this.webhookSecret = webhookSecret;
    this.api = api;
    this.reader = new UpdateReader(token.account(), clock);
  }

  /**
   * Starts an adapter.
   *
   * @param token the bot's token as BotFather gave it: digits, a colon, and a secret
   * @return a builder
   */
  public static TelegramAdapterBuilder builder(String token) {
    return new TelegramAdapterBuilder(token);
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

  /**
   * {@inheritDoc}
   *
   * <p>Whatever the body of a genuine webhook, the answer is an empty 200: Telegram repeats what is
   * refused for a day and holds the chat back meanwhile.
   */
  @Override
  public ReceivedWebhook receive(WebRequest request) {
    WebhookSecret.verify(webhookSecret, request);
    byte[] body = request.body();
    if (body.length > BODY_BYTES) {
      return ReceivedWebhook.ignored("a body of " + body.length + " bytes is no update");
    }
    JsonNode json;
    try {
      json = Json.webhook(body);
    } catch (IOException e) {
      // The parser's own message quotes the body.
      return ReceivedWebhook.ignored("the body is no JSON: " + e.getClass().getSimpleName());
    }
    Reading reading = reader.read(json);
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
    if (wait.isNegative()) {
      throw new IllegalArgumentException("wait must not be negative");
    }
    Duration timeout = wait.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : wait;
    ObjectNode request = Json.object();
    if (cursor != null) {
      request.put("offset", offset(cursor));
    }
    request.put("limit", POLL_LIMIT).put("timeout", timeout.toSeconds());
    request.set("allowed_updates", Json.texts(ALLOWED_UPDATES));

    List<Update> updates = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    long last = -1;
    for (JsonNode json : api.call("getUpdates", request, timeout).result()) {
      Reading reading = reader.read(json);
      if (reading instanceof Reading.Understood understood) {
        updates.add(understood.update());
      } else {
        ignored.add(((Reading.Ignored) reading).reason());
      }
      Long id = WireObject.of(json).number("update_id");
      last = id == null ? last : Math.max(last, id);
    }
    // Not compared with the old cursor: after a quiet week Telegram numbers anew.
    return new Polled(updates, last < 0 ? cursor : String.valueOf(last + 1), ignored);
  }

  private static long offset(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("cursor must be one that poll returned");
    }
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
   * Tells the customer's app that a pressed button was noticed, which ends its waiting sign. Other
   * updates need nothing. Best called soon, on a thread that may wait; Telegram forgets a press
   * after a while, which is no error.
   *
   * @param update an update of this adapter
   * @throws IOException if it failed for now; the press itself is not affected
   */
  public void acknowledge(Update update) throws IOException {
    Optional<String> press =
        update instanceof Update.Received received
            ? Optional.ofNullable(received.message().attributes().get(CALLBACK_QUERY_ID))
            : Optional.empty();
    if (press.isEmpty()) {
      return;
    }
    ApiAnswer answer =
        api.call("answerCallbackQuery", Json.object().put("callback_query_id", press.get()));
    if (!answer.says("query is too old")) {
      answer.result();
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
    request.set("allowed_updates", Json.texts(ALLOWED_UPDATES));
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
}
