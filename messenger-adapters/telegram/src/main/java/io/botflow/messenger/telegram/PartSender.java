// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.message.Card;
import io.botflow.connector.message.Carousel;
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
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import io.botflow.connector.richtext.RichText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/** One attempt to send one part to one chat. */
final class PartSender implements PartVisitor<SendResult> {
  private static final Pattern MESSAGE_ID = Pattern.compile("\\d{1,18}");
  private static final Set<String> SEEN_TOGETHER = Set.of("photo", "video");
  private static final Set<String> ALIKE_TOGETHER = Set.of("audio", "document");

  private final BotApi api;
  private final TelegramLimits limits;
  private final ChatAddress chat;
  private final SendContext context;
  private final Formatting formatting;
  private final MediaUpload upload;

  PartSender(
      BotApi api,
      TelegramLimits limits,
      ChatAddress chat,
      SendContext context,
      boolean showUploads) {
    this.api = api;
    this.limits = limits;
    this.chat = chat;
    this.context = context;
    this.formatting = Formatting.of(limits.capabilities());
    this.upload = new MediaUpload(api, context, formatting, showUploads);
  }

  /**
   * One attempt to send several files together: pictures and films with each other, sounds and
   * documents each with their own kind only.
   */
  List<SendResult> album(List<Media> media) {
    List<OutgoingFile> files = new ArrayList<>();
    Set<String> kinds = new TreeSet<>();
    for (Media each : media) {
      if (each.type() == Media.Type.LINK) {
        return List.of(apart("a link"));
      }
      OutgoingFile file = OutgoingFile.of(each, limits.capabilities());
      files.add(file);
      kinds.add(file.kind());
    }
    boolean visual = SEEN_TOGETHER.containsAll(kinds);
    boolean alike = kinds.size() == 1 && ALIKE_TOGETHER.containsAll(kinds);
    if (files.size() < 2 || files.size() > TelegramLimits.ALBUM || !(visual || alike)) {
      return List.of(apart(files.size() + " of " + kinds));
    }
    return upload.sendAlbum(files, request(), limits.uploadBytes());
  }

  private static SendResult apart(String what) {
    return Verdict.rejected(FailureReason.MEDIA, "Telegram makes no album of " + what);
  }

  @Override
  public SendResult visit(Text text) {
    return say(formatting.read(text.text()), request());
  }

  @Override
  public SendResult visit(Media media) {
    return media.type() == Media.Type.LINK
        ? link(media)
        : upload.send(OutgoingFile.of(media, limits.capabilities()), request());
  }

  private SendResult link(Media media) {
    String url =
        media.source() instanceof MediaSource.Url direct
            ? direct.url().toString()
            : context.publicUrl(media).toString();
    String caption = media.caption();
    List<RichText> lines = new ArrayList<>();
    if (caption != null && !caption.isBlank()) {
      lines.add(formatting.read(caption));
    }
    lines.add(RichText.plain(url));
    return say(RichText.lines(lines), request());
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

  @Override
  public SendResult visit(Choices choices) {
    ObjectNode request = request();
    Entities.write(formatting.read(choices.text()), request, "text");
    request.set("reply_markup", InlineKeyboard.of(choices.options()).markup());
    return call("sendMessage", request);
  }

  /** One message, if the card fits into one. */
  @Override
  public SendResult visit(Card card) {
    CardMessage message = new CardMessage(card, formatting);
    Optional<String> refusal = message.refusal();
    if (refusal.isPresent()) {
      return Verdict.rejected(
          FailureReason.INVALID_REQUEST, "the card is no single message: " + refusal.get());
    }
    ObjectNode request = request();
    if (message.keyboard().size() > 0) {
      request.set("reply_markup", message.keyboard().markup());
    }
    Media picture = message.picture(card.image() == null ? null : typeOf(card.image()));
    return picture == null
        ? say(message.text(), request)
        : upload.send(OutgoingFile.of(picture, limits.capabilities()), request);
  }

  /** What a card's picture is; null if it cannot be opened, which sending it will meet again. */
  private @Nullable String typeOf(MediaSource image) {
    try (MediaContent content = context.open(Media.of(Media.Type.IMAGE, image))) {
      return content.mimeType();
    } catch (IOException e) {
      return null;
    }
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
    ObjectNode request = chat.request();
    String replyTo = context.replyTo();
    if (replyTo != null && MESSAGE_ID.matcher(replyTo).matches()) {
      request
          .putObject("reply_parameters")
          .put("message_id", Long.parseLong(replyTo))
          .put("allow_sending_without_reply", true);
    }
    return request;
  }

  private SendResult say(RichText text, ObjectNode request) {
    Entities.write(text, request, "text");
    return call("sendMessage", request);
  }

  private SendResult call(String method, ObjectNode request) {
    try {
      return Verdict.of(api.call(method, request));
    } catch (IOException e) {
      return Verdict.of(e);
    }
  }
}
