// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.message.Card;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartVisitor;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/** One attempt to send one part to one chat. */
final class PartSender implements PartVisitor<SendResult> {
  private static final Pattern MESSAGE_ID = Pattern.compile("\\d{1,18}");

  private final BotApi api;
  private final long chatId;
  private final SendContext context;

  PartSender(BotApi api, long chatId, SendContext context) {
    this.api = api;
    this.chatId = chatId;
    this.context = context;
  }

  @Override
  public SendResult visit(Text text) {
    return call("sendMessage", request().put("text", text.text()));
  }

  @Override
  public SendResult visit(Media media) {
    return switch (media.type()) {
      case LINK -> link(media);
      case STICKER -> notShown(media);
      case IMAGE, VIDEO, AUDIO, VOICE, FILE -> {
        ObjectNode request = request();
        if (media.caption() != null && !media.caption().isBlank()) {
          request.put("caption", media.caption());
        }
        yield MediaUpload.of(media).send(api, request, context);
      }
    };
  }

  private SendResult link(Media media) {
    String url =
        media.source() instanceof MediaSource.Url direct
            ? direct.url().toString()
            : context.publicUrl(media).toString();
    String caption = media.caption();
    return call(
        "sendMessage",
        request().put("text", caption == null || caption.isBlank() ? url : caption + "\n" + url));
  }

  /** A place with a name or an address is a venue, for which Telegram demands both. */
  @Override
  public SendResult visit(Location location) {
    ObjectNode request =
        request().put("latitude", location.latitude()).put("longitude", location.longitude());
    String title = location.name() == null ? location.address() : location.name();
    if (title == null) {
      return call("sendLocation", request);
    }
    return call(
        "sendVenue",
        request
            .put("title", title)
            .put("address", Objects.requireNonNullElse(location.address(), title)));
  }

  /** A vCard that is too long for Telegram is left out: it repeats and adorns name and number. */
  @Override
  public SendResult visit(Contact contact) {
    ObjectNode request =
        request()
            .put("phone_number", contact.phoneNumber())
            .put("first_name", contact.name().isBlank() ? contact.phoneNumber() : contact.name());
    String vcard = contact.vcard();
    if (vcard != null
        && vcard.getBytes(StandardCharsets.UTF_8).length <= TelegramLimits.VCARD_BYTES) {
      request.put("vcard", vcard);
    }
    return call("sendContact", request);
  }

  /** Inline buttons, one per row: a press brings back the payload and the message it was on. */
  @Override
  public SendResult visit(Choices choices) {
    ObjectNode request = request().put("text", choices.text());
    ArrayNode rows = request.putObject("reply_markup").putArray("inline_keyboard");
    for (Choice choice : choices.options()) {
      rows.addArray()
          .addObject()
          .put("text", choice.label())
          .put("callback_data", choice.payload());
    }
    return call("sendMessage", request);
  }

  @Override
  public SendResult visit(Card card) {
    return notShown(card);
  }

  @Override
  public SendResult visit(Carousel carousel) {
    return notShown(carousel);
  }

  @Override
  public SendResult visit(Template template) {
    return notShown(template);
  }

  @Override
  public SendResult visit(DatePicker datePicker) {
    return notShown(datePicker);
  }

  @Override
  public SendResult visit(Selection selection) {
    return notShown(selection);
  }

  @Override
  public SendResult visit(Opaque opaque) {
    return notShown(opaque);
  }

  private static SendResult notShown(Part part) {
    return Verdict.rejected(
        FailureReason.INVALID_REQUEST,
        "Telegram does not show " + part.kind() + ": render it for capabilities() first");
  }

  /** Chat and reply. A reply to what is no message of Telegram's, such as a press, goes without. */
  private ObjectNode request() {
    ObjectNode request = Json.object().put("chat_id", chatId);
    String replyTo = context.replyTo();
    if (replyTo != null && MESSAGE_ID.matcher(replyTo).matches()) {
      request
          .putObject("reply_parameters")
          .put("message_id", Long.parseLong(replyTo))
          .put("allow_sending_without_reply", true);
    }
    return request;
  }

  private SendResult call(String method, ObjectNode request) {
    try {
      return Verdict.of(api.call(method, request));
    } catch (IOException e) {
      return Verdict.of(e);
    }
  }
}
