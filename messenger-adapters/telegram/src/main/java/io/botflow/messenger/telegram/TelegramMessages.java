// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.MediaContent;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * What Telegram can do beyond sending: react to messages, change them, take them back, and ask the
 * customer for number and place. Genesys Cloud has no words for it, so an application says it here.
 *
 * <pre>{@code
 * telegram.messages().react(customer, messageId, "👍");
 * telegram.messages().sendReplyKeyboard(customer, "How can we reach you?",
 *     List.of(new TelegramReplyButton("Send my number", TelegramReplyButton.Asks.CONTACT)));
 * }</pre>
 *
 * <p>Texts are read as those of messages are: as Markdown where {@link
 * TelegramAdapterBuilder#markdown} says so. Each method is one call and one attempt. It throws
 * IllegalArgumentException when the customer or the message can be none of this bot's, {@link
 * TelegramApiException} when Telegram refuses, and IOException when it does not answer. Safe for
 * concurrent use.
 */
public final class TelegramMessages {
  private static final Pattern MESSAGE_ID = Pattern.compile("\\d{1,18}");
  private static final int DELETED_AT_ONCE = 100;
  private static final int PLACEHOLDER = 64;
  private static final int NOTICE = 200;

  private final TelegramAdapter adapter;
  private final BotApi api;
  private final TelegramLimits limits;
  private final Formatting formatting;

  TelegramMessages(TelegramAdapter adapter, BotApi api, TelegramLimits limits) {
    this.adapter = adapter;
    this.api = api;
    this.limits = limits;
    this.formatting = Formatting.of(limits.capabilities());
  }

  /**
   * Puts the bot's reaction on a message, in place of the one before.
   *
   * @param to the customer, in a chat with the bot itself: there are no reactions by business
   *     connections
   * @param messageId the message, of either side
   * @param emoji one of those that Telegram offers, for example 👍
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#setmessagereaction">setMessageReaction</a>
   */
  public void react(Peer to, String messageId, String emoji) throws IOException {
    ObjectNode request = reaction(to, messageId);
    request.putArray("reaction").addObject().put("type", "emoji").put("emoji", emoji);
    api.call("setMessageReaction", request).result();
  }

  /**
   * Takes the bot's reaction from a message.
   *
   * @param to the customer, in a chat with the bot itself
   * @param messageId the message
   * @throws IOException if Telegram refused or could not be reached
   */
  public void removeReaction(Peer to, String messageId) throws IOException {
    ObjectNode request = reaction(to, messageId);
    request.putArray("reaction");
    api.call("setMessageReaction", request).result();
  }

  private ObjectNode reaction(Peer to, String messageId) {
    if (adapter.chat(to).businessConnection() != null) {
      throw new IllegalArgumentException("to: there are no reactions by business connections");
    }
    return about(to, messageId);
  }

  /**
   * Writes another text in place of a text of the bot's. Its buttons go.
   *
   * @param to the customer
   * @param messageId the message, of the bot's
   * @param text the new text, up to 4096 UTF-16 units
   * @return false when there was nothing to change: the message says so already, is gone, or can no
   *     longer be changed
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#editmessagetext">editMessageText</a>
   */
  public boolean editText(Peer to, String messageId, String text) throws IOException {
    ObjectNode request = about(to, messageId);
    formatting.write(text, request, "text");
    return changed("editMessageText", request);
  }

  /**
   * Writes another caption below a picture or file of the bot's. Its buttons go.
   *
   * @param to the customer
   * @param messageId the message, of the bot's
   * @param caption the new caption, up to 1024 UTF-16 units; empty for none
   * @return false when there was nothing to change, as with {@link #editText}
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#editmessagecaption">editMessageCaption</a>
   */
  public boolean editCaption(Peer to, String messageId, String caption) throws IOException {
    ObjectNode request = about(to, messageId);
    formatting.write(caption, request, "caption");
    return changed("editMessageCaption", request);
  }

  /**
   * Puts another picture, film, sound or file in place of the one in a message of the bot's, with
   * its caption. The message's buttons go.
   *
   * @param to the customer
   * @param messageId the message, of the bot's; no voice note, sticker or round film
   * @param media what it is to show: behind a URL that Telegram can fetch, or a file that Telegram
   *     has already
   * @return false when there was nothing to change, as with {@link #editText}
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#editmessagemedia">editMessageMedia</a>
   */
  public boolean editMedia(Peer to, String messageId, Media media) throws IOException {
    ObjectNode request = about(to, messageId);
    request.set(
        "media", MediaReplacement.of(media, limits.capabilities()).at(media.source(), formatting));
    return changed("editMessageMedia", request);
  }

  /**
   * Puts another picture, film, sound or file in place of the one in a message of the bot's, and
   * uploads it.
   *
   * @param to the customer
   * @param messageId the message, as with {@link #editMedia(Peer, String, Media)}
   * @param media what it is to show; only its source is not looked at
   * @param content the bytes; closed by the caller
   * @return false when there was nothing to change, as with {@link #editText}
   * @throws IOException if Telegram refused or could not be reached, or the bytes cannot be read
   */
  public boolean editMedia(Peer to, String messageId, Media media, MediaContent content)
      throws IOException {
    MediaReplacement other = MediaReplacement.of(media, limits.capabilities());
    ObjectNode request = about(to, messageId);
    request.set("media", other.attached(formatting));
    MultipartUpload upload = new MultipartUpload(List.of(other.part(content))).fields(request);
    return changed(api.upload("editMessageMedia", upload));
  }

  /**
   * Puts other buttons below a message of the bot's, for example none once one was pressed.
   *
   * @param to the customer
   * @param messageId the message, of the bot's
   * @param buttons the new buttons, one in each row; empty for none
   * @return false when there was nothing to change, as with {@link #editText}
   * @throws IOException if Telegram refused or could not be reached
   * @see <a
   *     href="https://core.telegram.org/bots/api#editmessagereplymarkup">editMessageReplyMarkup</a>
   */
  public boolean editButtons(Peer to, String messageId, List<Choice> buttons) throws IOException {
    ObjectNode request = about(to, messageId);
    request.set("reply_markup", InlineKeyboard.of(buttons).markup());
    return changed("editMessageReplyMarkup", request);
  }

  /**
   * Takes messages back, of either side; Telegram lets bots do so for 48 hours.
   *
   * @param to the customer
   * @param messageIds 1 to 100 messages; those that do not exist are passed over
   * @return false when none could be deleted
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#deletemessages">deleteMessages</a>
   */
  public boolean delete(Peer to, List<String> messageIds) throws IOException {
    if (messageIds.isEmpty() || messageIds.size() > DELETED_AT_ONCE) {
      throw new IllegalArgumentException(
          "messageIds must be 1 to " + DELETED_AT_ONCE + ", were " + messageIds.size());
    }
    ChatAddress chat = adapter.chat(to);
    if (chat.businessConnection() == null && messageIds.size() == 1) {
      return changed("deleteMessage", about(to, messageIds.get(0)));
    }
    ObjectNode request = chat.request();
    ArrayNode ids = request.putArray("message_ids");
    messageIds.forEach(id -> ids.add(number(id)));
    if (chat.businessConnection() == null) {
      return changed("deleteMessages", request);
    }
    request.remove("chat_id");
    return changed("deleteBusinessMessages", request);
  }

  /**
   * Shows a message of a customer of a business account as read. In its own chats a bot cannot.
   *
   * @param to the customer, by way of a business connection
   * @param messageId the message, of the customer's
   * @throws IOException if Telegram refused, for example because the account does not let the bot,
   *     or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#readbusinessmessage">readBusinessMessage</a>
   */
  public void markRead(Peer to, String messageId) throws IOException {
    if (adapter.chat(to).businessConnection() == null) {
      throw new IllegalArgumentException("to must be a customer by way of a business connection");
    }
    api.call("readBusinessMessage", about(to, messageId)).result();
  }

  /**
   * Answers a press with words that the customer's app shows for a moment, or until they are
   * closed. Telegram takes one answer for each press, and {@link TelegramAdapter#acknowledge} gives
   * an empty one: this is for presses that do not go by way of the bridge.
   *
   * @param callbackQueryId the press, as in {@link TelegramAttributes#CALLBACK_QUERY_ID}
   * @param text the words, 1 to 200 UTF-16 units
   * @param alert true for a window that the customer closes
   * @return false when the press is too old, or was answered already
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#answercallbackquery">answerCallbackQuery</a>
   */
  public boolean answerPress(String callbackQueryId, String text, boolean alert)
      throws IOException {
    ObjectNode request =
        Json.object()
            .put("callback_query_id", callbackQueryId)
            .put("text", limited(text, "text", NOTICE));
    return changed("answerCallbackQuery", alert ? request.put("show_alert", true) : request);
  }

  /**
   * Shows a customer what the bot is doing, for five seconds or until its next message. Best
   * effort: what fails is logged. The adapter itself does so while it sends files of a megabyte or
   * more.
   *
   * @param to the customer
   * @param action what it does
   * @see <a href="https://core.telegram.org/bots/api#sendchataction">sendChatAction</a>
   */
  public void showAction(Peer to, TelegramAction action) {
    ChatAction.show(api, adapter.chat(to).request(), Objects.requireNonNull(action, "action"));
  }

  /**
   * Sends a question and opens the customer's keyboard to answer it: the answer comes as a reply to
   * it.
   *
   * @param to the customer
   * @param text the question, up to 4096 UTF-16 units
   * @param placeholder what stands in the empty field of input, 1 to 64 UTF-16 units; null for
   *     Telegram's own
   * @return the message's id
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#forcereply">ForceReply</a>
   */
  public String ask(Peer to, String text, @Nullable String placeholder) throws IOException {
    return send(to, text, placed(Json.object().put("force_reply", true), placeholder));
  }

  /**
   * Sends a text with buttons in place of the customer's keyboard, until one is pressed.
   *
   * @param to the customer
   * @param text the text, up to 4096 UTF-16 units
   * @param buttons the buttons, one in each row; at least one
   * @return the message's id
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#replykeyboardmarkup">ReplyKeyboardMarkup</a>
   */
  public String sendReplyKeyboard(Peer to, String text, List<TelegramReplyButton> buttons)
      throws IOException {
    return sendReplyKeyboard(to, text, buttons, null);
  }

  /**
   * Sends a text with buttons in place of the customer's keyboard, and words in the empty field of
   * input.
   *
   * @param to the customer
   * @param text the text, up to 4096 UTF-16 units
   * @param buttons the buttons, one in each row; at least one
   * @param placeholder the words, 1 to 64 UTF-16 units; null for Telegram's own
   * @return the message's id
   * @throws IOException if Telegram refused or could not be reached
   */
  public String sendReplyKeyboard(
      Peer to, String text, List<TelegramReplyButton> buttons, @Nullable String placeholder)
      throws IOException {
    if (buttons.isEmpty()) {
      throw new IllegalArgumentException("buttons must not be empty");
    }
    ObjectNode markup = Json.object();
    ArrayNode rows = markup.putArray("keyboard");
    for (TelegramReplyButton button : buttons) {
      ObjectNode json = rows.addArray().addObject().put("text", button.label());
      switch (button.asks()) {
        case CONTACT -> json.put("request_contact", true);
        case LOCATION -> json.put("request_location", true);
        case TEXT -> {}
      }
    }
    markup.put("resize_keyboard", true).put("one_time_keyboard", true);
    return send(to, text, placed(markup, placeholder));
  }

  private static ObjectNode placed(ObjectNode markup, @Nullable String placeholder) {
    return placeholder == null
        ? markup
        : markup.put("input_field_placeholder", limited(placeholder, "placeholder", PLACEHOLDER));
  }

  private static String limited(String text, String name, int most) {
    if (text.isBlank() || text.length() > most) {
      throw new IllegalArgumentException(name + " must have 1 to " + most + " UTF-16 units");
    }
    return text;
  }

  /**
   * Sends a text and gives the customer the usual keyboard back.
   *
   * @param to the customer
   * @param text the text, up to 4096 UTF-16 units
   * @return the message's id
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#replykeyboardremove">ReplyKeyboardRemove</a>
   */
  public String removeReplyKeyboard(Peer to, String text) throws IOException {
    return send(to, text, Json.object().put("remove_keyboard", true));
  }

  private String send(Peer to, String text, ObjectNode markup) throws IOException {
    ObjectNode request = adapter.chat(to).request();
    formatting.write(text, request, "text");
    request.set("reply_markup", markup);
    String id = WireObject.of(api.call("sendMessage", request).result()).id("message_id");
    if (id == null) {
      throw new IOException("sendMessage: taken, but without a message_id");
    }
    return id;
  }

  private boolean changed(String method, ObjectNode request) throws IOException {
    return changed(api.call(method, request));
  }

  private static boolean changed(ApiAnswer answer) throws IOException {
    if (answer.code() == 400
        && answer.says(
            "query is too old",
            "message is not modified",
            "message to edit not found",
            "message to delete not found",
            "message can't be edited",
            "message can't be deleted")) {
      return false;
    }
    answer.result();
    return true;
  }

  private ObjectNode about(Peer to, String messageId) {
    return adapter.chat(to).request().put("message_id", number(messageId));
  }

  private static long number(String messageId) {
    if (!MESSAGE_ID.matcher(messageId).matches()) {
      throw new IllegalArgumentException("messageId must be the number of a message of Telegram's");
    }
    return Long.parseLong(messageId);
  }
}
