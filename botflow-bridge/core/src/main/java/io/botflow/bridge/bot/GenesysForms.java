// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.content.QuickReply;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.annotation.Nullable;

/**
 * Spells our quick replies, cards and files as Genesys content; pure but for an attachment's id.
 */
final class GenesysForms {
  private GenesysForms() {}

  /** The payload is required on the wire; a button without one answers with its label. */
  static QuickReply quickReply(Choice choice) {
    String payload = choice.payload().isBlank() ? choice.label() : choice.payload();
    return new QuickReply(choice.label(), payload, choice.imageUrl(), null, null, Map.of());
  }

  /** A card that has at least one action. */
  static io.botflow.genesys.content.Card card(Card card, @Nullable URI image) {
    io.botflow.genesys.content.Card.Builder builder =
        io.botflow.genesys.content.Card.builder(card.title()).description(card.description());
    if (image != null) {
      builder.image(image.toASCIIString());
    }
    if (card.defaultAction() != null) {
      builder.defaultAction(defaultAction(card.defaultAction()));
    }
    card.actions().forEach(action -> builder.action(action(action)));
    return builder.build();
  }

  private static io.botflow.genesys.content.CardAction action(CardAction action) {
    if (action instanceof CardAction.Link link) {
      String label = link.label() == null || link.label().isBlank() ? link.url() : link.label();
      return io.botflow.genesys.content.CardAction.link(label, link.url());
    }
    CardAction.Postback postback = (CardAction.Postback) action;
    return io.botflow.genesys.content.CardAction.postback(postback.label(), postback.payload());
  }

  private static io.botflow.genesys.content.CardAction defaultAction(CardAction action) {
    return action instanceof CardAction.Link link
        ? io.botflow.genesys.content.CardAction.defaultLink(link.url())
        : action(action);
  }

  /** The caption is not in here: it is the text of the message. */
  static Attachment attachment(Media media, URI address) {
    return new Attachment(
        mediaType(media),
        UUID.randomUUID().toString(),
        address.toASCIIString(),
        media.mimeType(),
        null,
        media.sha256(),
        fileName(media, address),
        media.sizeBytes(),
        Map.of());
  }

  private static MediaType mediaType(Media media) {
    return switch (media.type()) {
      case IMAGE -> MediaType.IMAGE;
      case STICKER -> isImage(media.mimeType()) ? MediaType.IMAGE : MediaType.FILE;
      case VIDEO -> MediaType.VIDEO;
      case AUDIO, VOICE -> MediaType.AUDIO;
      case FILE -> MediaType.FILE;
      case LINK -> MediaType.LINK;
    };
  }

  private static boolean isImage(@Nullable String mimeType) {
    return mimeType == null || mimeType.toLowerCase(Locale.ROOT).startsWith("image/");
  }

  /** The name is required on the wire: its own, else the last step of the address. */
  private static String fileName(Media media, URI address) {
    String name = lastStep(media.fileName());
    if (name.isBlank()) {
      name = lastStep(address.getPath());
    }
    return name.isBlank() ? media.kind().name().toLowerCase(Locale.ROOT) : name;
  }

  private static String lastStep(@Nullable String path) {
    return path == null
        ? ""
        : path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** A card's picture as a media, so that a link can be made for it. */
  static Media picture(MediaSource image) {
    return Media.of(Media.Type.IMAGE, image);
  }
}
