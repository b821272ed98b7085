// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.annotation.Nullable;

/**
 * A customer with a telephone: sends to the bot and sees what the bot sends.
 *
 * <pre>{@code
 * TelegramCustomer ivan = telegram.customer(3527065, "Іван", null, "uk");
 * ivan.sendText("Привіт");
 * TelegramMessage answer = ivan.awaitMessage(m -> !m.text().isEmpty(), Duration.ofSeconds(5));
 * }</pre>
 *
 * <p>Each method that sends returns at once; the update is then on its way. Except {@link #sendRaw}
 * they throw IllegalStateException while the customer blocks the bot. Safe for concurrent use,
 * though updates sent from several threads have no order among them.
 */
public final class TelegramCustomer {
  private final Chat chat;
  private final CustomerMessages messages;

  TelegramCustomer(Chat chat, Uplink uplink) {
    this.chat = chat;
    this.messages = new CustomerMessages(chat, uplink);
  }

  /**
   * The customer's user id, which is also the id of the chat.
   *
   * @return the id
   */
  public long id() {
    return chat.id();
  }

  /**
   * Presses Start, perhaps by a deep link.
   *
   * @param payload what the link carries, up to 64 characters; empty for none
   * @return the message's id
   */
  public long start(String payload) {
    return sendText(payload.isEmpty() ? "/start" : "/start " + payload);
  }

  /**
   * Sends a text.
   *
   * @param text the text, not empty
   * @return the message's id
   */
  public long sendText(String text) {
    return messages.send(Json.object().put("text", text));
  }

  /**
   * Sends a text that replies to a message of either side.
   *
   * @param messageId the message replied to
   * @param text the text
   * @return the new message's id
   */
  public long reply(long messageId, String text) {
    ObjectNode content = Json.object();
    content.set("reply_to_message", messages.known(messageId).without("reply_to_message"));
    return messages.send(content.put("text", text));
  }

  /**
   * Sends a picture; Telegram offers it in two sizes, the smaller one first.
   *
   * @param image the picture's bytes
   * @param caption the caption, or null for none
   * @return the message's id
   */
  public long sendPhoto(byte[] image, @Nullable String caption) {
    return messages.sendFile("photo", null, null, image, caption);
  }

  /**
   * Sends a file.
   *
   * @param fileName the name shown
   * @param mimeType its media type
   * @param bytes its content
   * @param caption the caption, or null for none
   * @return the message's id
   */
  public long sendDocument(
      String fileName, String mimeType, byte[] bytes, @Nullable String caption) {
    return messages.sendFile("document", fileName, mimeType, bytes, caption);
  }

  /**
   * Sends anything else, or anything with a caption, a forward's origin or a quote.
   *
   * @param content what to send
   * @return the message's id
   */
  public long send(TelegramContent content) {
    return messages.send(content);
  }

  /**
   * Sends anything as a reply to a message of either side.
   *
   * @param messageId the message replied to
   * @param content what to send
   * @return the new message's id
   */
  public long reply(long messageId, TelegramContent content) {
    return messages.send(content.replyingTo(messages.known(messageId)));
  }

  /**
   * Sends several files as an album, which reaches the bot as so many messages.
   *
   * @param contents 2 to 10 pictures and films, sounds, or documents
   * @return the messages' ids in order
   */
  public List<Long> sendAlbum(List<TelegramContent> contents) {
    return messages.sendAlbum(contents);
  }

  /**
   * Sends a voice message.
   *
   * @param ogg the recording, Ogg with Opus
   * @return the message's id
   */
  public long sendVoice(byte[] ogg) {
    return messages.sendFile("voice", null, "audio/ogg", ogg, null);
  }

  /**
   * Sends a sticker.
   *
   * @param webp the picture
   * @param emoji what the sticker stands for
   * @return the message's id
   */
  public long sendSticker(byte[] webp, String emoji) {
    return messages.sendSticker(webp, emoji);
  }

  /**
   * Sends a place on the map.
   *
   * @param latitude degrees, -90 to 90
   * @param longitude degrees, -180 to 180
   * @return the message's id
   */
  public long sendLocation(double latitude, double longitude) {
    ObjectNode content = Json.object();
    content.putObject("location").put("latitude", latitude).put("longitude", longitude);
    return messages.send(content);
  }

  /**
   * Sends somebody's contact.
   *
   * @param phoneNumber the telephone number
   * @param firstName the first name
   * @return the message's id
   */
  public long sendContact(String phoneNumber, String firstName) {
    ObjectNode content = Json.object();
    content.putObject("contact").put("phone_number", phoneNumber).put("first_name", firstName);
    return messages.send(content);
  }

  /**
   * Sends the customer's own contact, as the button that asks for it does.
   *
   * @param phoneNumber the customer's telephone number
   * @return the message's id
   */
  public long shareOwnNumber(String phoneNumber) {
    return messages.shareOwnNumber(phoneNumber);
  }

  /**
   * Presses a button under a message. An inline button with a payload becomes a callback query; a
   * button of a reply keyboard sends its label as a text.
   *
   * @param message the message with the keyboard
   * @param label the button's label
   * @return the callback query's id, or an empty text for a reply keyboard
   * @throws IllegalArgumentException if there is no such button, or pressing it sends nothing to
   *     the bot; the message names the labels there are
   */
  public String pressButton(TelegramMessage message, String label) {
    return messages.pressButton(Objects.requireNonNull(message, "message"), label);
  }

  /**
   * Changes the text, or the caption, of a message the customer sent.
   *
   * @param messageId the message
   * @param text the new text
   */
  public void edit(long messageId, String text) {
    messages.edit(messageId, text);
  }

  /**
   * Reacts to a message. The bot hears of it only when it asked for {@code message_reaction}.
   *
   * @param messageId the message
   * @param emoji the reaction; empty takes it back
   */
  public void react(long messageId, String emoji) {
    messages.react(messageId, emoji);
  }

  /** Blocks the bot: it is told, and from now on answered 403. */
  public void block() {
    if (chat.block(true)) {
      messages.membership("member", "kicked");
    }
  }

  /** Ends the block; the bot is told. */
  public void unblock() {
    if (chat.block(false)) {
      messages.membership("kicked", "member");
    }
  }

  /**
   * Sends an update as it is, for kinds that have no method here and for broken ones; it reaches
   * the bot even if the bot did not ask for its kind.
   *
   * @param update one field named by the kind; an {@code update_id} is kept if there is one, also
   *     one that was used before, else the next is given
   */
  public void sendRaw(ObjectNode update) {
    messages.sendRaw(update.deepCopy());
  }

  /**
   * What the telephone shows of the bot's messages now.
   *
   * @return the messages by ascending id; edited ones as they are, deleted ones missing
   */
  public List<TelegramMessage> messages() {
    return chat.inbox();
  }

  /**
   * Waits until the telephone shows a message that fits; one that is there already counts.
   *
   * @param fits what to wait for; called with the chat locked, so it must not wait itself
   * @param timeout how long to wait
   * @return the first such message
   * @throws AssertionError if none came in time; it names what did come, without texts
   */
  public TelegramMessage awaitMessage(Predicate<TelegramMessage> fits, Duration timeout) {
    return chat.await(fits, timeout);
  }

  /**
   * The bot's reaction to a message.
   *
   * @param messageId the message
   * @return the emoji, or empty when there is no reaction
   */
  public Optional<String> reaction(long messageId) {
    return chat.reaction(messageId);
  }

  /**
   * What the bot was seen doing, in order.
   *
   * @return actions such as {@code typing}, repeated as often as they were sent
   */
  public List<String> chatActions() {
    return chat.actions();
  }

  /**
   * How the bot answered the press of a button.
   *
   * @param callbackQueryId what {@link #pressButton} returned
   * @return the text shown, perhaps an empty one; empty while the button still spins
   */
  public Optional<String> callbackAnswer(String callbackQueryId) {
    return chat.presses().answerOf(callbackQueryId);
  }

  @Override
  public String toString() {
    return "customer " + id();
  }
}
