// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.Profile;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.render.Loss;
import io.botflow.connector.render.Rendered;
import io.botflow.connector.render.Renderer;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.ButtonResponse;
import io.botflow.genesys.content.ButtonType;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundChannel;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.openmessaging.InboundStructuredResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.Nullable;

/**
 * Turns a customer's message into inbound messages of Open Messaging, which carry a text and at
 * most one attachment each.
 *
 * <p>Several attachments become several messages in order; a text goes with the last one, as long
 * as that has no caption of its own.
 */
public final class ToGenesys {
  private static final long MAX_ATTACHMENT_BYTES = 25L << 20;

  /**
   * What Open Messaging takes. A request may have 512,000 bytes; Genesys publishes no limit of its
   * own for inbound text, so the limit here only keeps a request legal, escapes and all.
   */
  private static final TextLimit TEXT = new TextLimit(60_000, TextLimit.Unit.UTF_8_BYTES);

  private static final Capabilities OPEN_MESSAGING =
      Capabilities.builder(TEXT)
          .caption(TEXT)
          .media(PartKind.IMAGE, MAX_ATTACHMENT_BYTES, "*/*")
          .media(PartKind.VIDEO, MAX_ATTACHMENT_BYTES, "*/*")
          .media(PartKind.AUDIO, MAX_ATTACHMENT_BYTES, "*/*")
          .media(PartKind.VOICE, MAX_ATTACHMENT_BYTES, "*/*")
          .media(PartKind.STICKER, MAX_ATTACHMENT_BYTES, "*/*")
          .media(PartKind.FILE, MAX_ATTACHMENT_BYTES, "*/*")
          .media(PartKind.LINK, Long.MAX_VALUE, "*/*")
          .build();

  private ToGenesys() {}

  /**
   * One message to send.
   *
   * @param message the message
   * @param file the media in it, at the address that Genesys Cloud gets, or null
   */
  public record Single(InboundMessage message, @Nullable Media file) {

    /**
     * The same message with another text.
     *
     * @param text the text; null only if there is a file
     * @return the message
     */
    public Single withText(@Nullable String text) {
      return new Single(
          new InboundMessage(message.channel(), text, message.content(), message.metadata()), file);
    }

    /**
     * The same message with the file's name and address in its text.
     *
     * @return the message without the attachment
     */
    public InboundMessage withLink() {
      Media media = Objects.requireNonNull(file, "file");
      String name = media.fileName() == null ? media.kind().name() : media.fileName();
      String link = name + "\n" + ((MediaSource.Url) media.source()).url();
      String text = message.text() == null ? link : message.text() + "\n" + link;
      return new InboundMessage(message.channel(), text, List.of(), message.metadata());
    }
  }

  /**
   * The messages to send, in order, and what could not be carried as it was.
   *
   * @param messages the messages
   * @param losses what changed
   */
  public record Translated(List<Single> messages, List<String> losses) {}

  /**
   * Translates a message whose media are stored.
   *
   * @param message the message
   * @param sender what is known of the customer, or null
   * @param key what makes the messages' ids unique and equal on each attempt
   * @param link makes the URL from which Genesys Cloud fetches a media
   * @param metadataBytes how much metadata a message may have
   * @return the messages, perhaps none
   */
  public static Translated translate(
      Message message,
      @Nullable Profile sender,
      String key,
      Function<Media, URI> link,
      int metadataBytes) {
    Rendered rendered =
        Renderer.render(message.parts(), OPEN_MESSAGING, media -> Optional.of(link.apply(media)));
    List<Piece> pieces = pieces(rendered.parts(), link);
    Metadata metadata = Metadata.of(message.attributes(), metadataBytes);
    List<Single> messages = new ArrayList<>();
    for (Piece piece : pieces) {
      InboundMessage.Builder inbound =
          InboundMessage.builder(customer(message.peer().userId(), sender))
              .messageId(messages.isEmpty() ? key : key + "." + messages.size())
              // Genesys Cloud orders a transcript by time.
              .time(message.sentAt().plusMillis(messages.size()))
              .text(piece.text);
      if (piece.file != null) {
        inbound.attachment(attachment(piece.file));
      }
      metadata.addTo(inbound);
      messages.add(new Single(inbound.build(), piece.file));
    }
    List<String> losses = new ArrayList<>();
    rendered.losses().stream().map(Loss::toString).forEach(losses::add);
    losses.addAll(metadata.losses());
    return new Translated(messages, losses);
  }

  /**
   * Translates a pressed button.
   *
   * @param message the message that the press makes
   * @param selection the button; label and payload not blank
   * @param sender what is known of the customer, or null
   * @param key what makes the answer's id unique and equal on each attempt
   * @param originatingMessageId the id in Genesys Cloud of the message that offered the button
   * @return the answer to send
   */
  public static InboundStructuredResponse answer(
      Message message,
      Selection selection,
      @Nullable Profile sender,
      String key,
      String originatingMessageId) {
    ButtonType type =
        switch (selection.source()) {
          case QUICK_REPLY -> ButtonType.QUICK_REPLY;
          case CARD -> ButtonType.BUTTON;
          case DATE_PICKER -> ButtonType.DATE_PICKER;
        };
    return new InboundStructuredResponse(
        new InboundChannel(key, message.sentAt(), customer(message.peer().userId(), sender), null),
        originatingMessageId,
        ButtonResponse.of(type, selection.label(), selection.payload()));
  }

  /**
   * The customer as Genesys Cloud is told of them.
   *
   * @param userId the customer's id at the messenger
   * @param sender what is known of them, or null
   * @return the customer
   */
  public static Customer customer(String userId, @Nullable Profile sender) {
    Customer.Builder customer = Customer.builder(userId);
    if (sender != null) {
      customer
          .nickname(sender.displayName())
          .firstName(sender.firstName())
          .lastName(sender.lastName());
    }
    return customer.build();
  }

  private record Piece(@Nullable Media file, @Nullable String text) {}

  private static List<Piece> pieces(List<Part> parts, Function<Media, URI> link) {
    List<Piece> pieces = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Media media) {
        Media linked = media.at(new MediaSource.Url(link.apply(media)));
        pieces.add(new Piece(linked, blankToNull(media.caption())));
      } else if (part instanceof Text text && !text.text().isBlank()) {
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.text == null) {
          pieces.set(pieces.size() - 1, new Piece(last.file, text.text()));
        } else {
          pieces.add(new Piece(null, text.text()));
        }
      }
    }
    return pieces;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Attachment attachment(Media media) {
    String mime = media.mimeType() == null ? "application/octet-stream" : media.mimeType();
    String url = ((MediaSource.Url) media.source()).url().toString();
    return Attachment.builder(mediaType(media.type(), mime), url, mime)
        .filename(media.fileName())
        .sha256(media.sha256())
        .build();
  }

  private static MediaType mediaType(Media.Type type, String mime) {
    return switch (type) {
      case IMAGE -> MediaType.IMAGE;
      case STICKER -> stickerType(mime);
      case VIDEO -> MediaType.VIDEO;
      case AUDIO, VOICE -> MediaType.AUDIO;
      case FILE -> MediaType.FILE;
      case LINK -> MediaType.LINK;
    };
  }

  /** Moving stickers are films, or in a form of the messenger's own. */
  private static MediaType stickerType(String mime) {
    if (mime.startsWith("video/")) {
      return MediaType.VIDEO;
    }
    return mime.startsWith("image/") ? MediaType.IMAGE : MediaType.FILE;
  }
}
