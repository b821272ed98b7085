// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.Polled;
import io.botflow.connector.messenger.PollingAdapter;
import io.botflow.connector.messenger.ReceivedWebhook;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import io.botflow.connector.messenger.Update;
import io.botflow.connector.web.WebRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * One Telegram bot: its customers are the private chats in which it is.
 *
 * <pre>{@code
 * var telegram = TelegramAdapter.builder(token).webhookSecret(secret).build();
 * telegram.webhook().set(URI.create("https://bridge.example/hooks/telegram"));
 * }</pre>
 *
 * <p>Without a public address leave the secret out and let the bridge {@link #poll}. Telegram
 * serves a bot one way at a time. Messages carry what Telegram tells beyond their content in {@link
 * TelegramAttributes}.
 *
 * <p>A customer who writes to a business account that the bot serves is another {@link Peer} than
 * in the bot's own chat: its user id is {@code <chat>@<business connection>}.
 *
 * <p>Safe for concurrent use. Mirrors the <a href="https://core.telegram.org/bots/api">Bot API</a>
 * 10.x.
 */
public final class TelegramAdapter implements PollingAdapter {
  /** The kind of messenger in each {@link Peer} of this adapter. */
  public static final String MESSENGER = "telegram";

  private final BotToken token;
  private final @Nullable WebhookSecret webhookSecret;
  private final BotApi api;
  private final TelegramLimits limits;
  private final boolean showUploads;
  private final UpdateReader reader;
  private final UpdatePoll poll;
  private final FileDownload download;

  TelegramAdapter(BotToken token, BotApi api, TelegramAdapterBuilder settings) {
    this.token = token;
    this.webhookSecret =
        settings.webhookSecret == null ? null : WebhookSecret.of(settings.webhookSecret);
    this.api = api;
    TelegramLimits served =
        settings.localFiles == null ? TelegramLimits.CLOUD : TelegramLimits.LOCAL;
    this.limits = settings.markdown ? served.withMarkdown() : served;
    this.showUploads = settings.showUploads;
    this.reader =
        new UpdateReader(token.account(), settings.clock, Formatting.of(limits.capabilities()));
    this.poll = new UpdatePoll(api, reader);
    this.download =
        new FileDownload(
            api,
            limits.downloadBytes(),
            settings.localFiles == null ? null : new LocalFiles(settings.localFiles));
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
    return limits.capabilities();
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
        ? ReceivedWebhook.of(understood.updates())
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
   * @throws IllegalArgumentException if the customer is of another account or messenger
   */
  @Override
  public SendResult send(Part part, Peer to, SendContext context) {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(context, "context");
    return address(to)
        .map(chat -> part.accept(new PartSender(api, limits, chat, context, showUploads)))
        .orElseGet(TelegramAdapter::nobody);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Pictures and films go together; documents with documents, sounds with sounds. Animations and
   * voice notes go alone.
   *
   * @throws IllegalArgumentException if the customer is of another account or messenger
   */
  @Override
  public List<SendResult> sendAlbum(List<Media> media, Peer to, SendContext context) {
    Objects.requireNonNull(media, "media");
    Objects.requireNonNull(context, "context");
    return address(to)
        .map(chat -> new PartSender(api, limits, chat, context, showUploads).album(media))
        .orElseGet(() -> List.of(nobody()));
  }

  /** {@inheritDoc} Waits 5 s at most; what fails is logged. */
  @Override
  public void showTyping(Peer to) {
    if (isCustomer(to)) {
      address(to).ifPresent(chat -> ChatAction.show(api, chat.request(), TelegramAction.TYPING));
    }
  }

  private static SendResult nobody() {
    return Verdict.rejected(
        FailureReason.RECIPIENT_BLOCKED_OR_GONE, "the customer's id is none of Telegram's");
  }

  /** The chat of a customer, who must be one of this bot's. */
  ChatAddress chat(Peer to) {
    return address(to)
        .orElseThrow(
            () -> new IllegalArgumentException("to.userId must be the number of a Telegram chat"));
  }

  private Optional<ChatAddress> address(Peer to) {
    if (!isCustomer(to)) {
      throw new IllegalArgumentException("to is " + to + ", not a customer of " + this);
    }
    return ChatAddress.of(to).map(api.movedChats()::now);
  }

  private boolean isCustomer(Peer to) {
    return to.messenger().equals(MESSENGER) && to.account().equals(account());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Telegram gives bots files up to 20 MB; a server next door with {@code localFiles} gives all.
   *
   * @throws IllegalArgumentException if the source is no {@link MediaSource.MessengerFile}
   */
  @Override
  public MediaContent open(MediaSource source) throws IOException {
    if (source instanceof MediaSource.MessengerFile file) {
      return download.open(file.id());
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
      String press = received.message().attributes().get(TelegramAttributes.CALLBACK_QUERY_ID);
      if (press != null) {
        CallbackAnswer.send(api, press);
      }
    }
  }

  /**
   * The bot's webhook at Telegram.
   *
   * @return where it is set, removed and inspected
   */
  public TelegramWebhook webhook() {
    return new TelegramWebhook(api, webhookSecret);
  }

  /**
   * What Telegram can do with messages beyond sending them.
   *
   * @return reactions, edits, deletions, questions, reply keyboards
   */
  public TelegramMessages messages() {
    return new TelegramMessages(this, api, limits);
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
