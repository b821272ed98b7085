// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;

/**
 * One element of the content of a message: a closed set, in which {@link UnknownContent} stands for
 * everything this version has no type for. An element is never the reason that a message cannot be
 * read: one that does not fit its type becomes unknown and is written back as it came.
 *
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonDeserialize(using = ContentReader.class)
public sealed interface Content
    permits AttachmentContent,
        ButtonResponseContent,
        CardContent,
        CarouselContent,
        DatePickerContent,
        FormContent,
        InteractiveApplicationContent,
        ListPickerContent,
        LocationContent,
        NotificationResponseContent,
        PaymentRequestContent,
        PaymentResponseContent,
        PushContent,
        QuickRepliesContent,
        QuickReplyContent,
        ReactionsContent,
        StoryContent,
        TemplateContent,
        TextContent,
        UnknownContent {

  /**
   * The kind of the element on the wire.
   *
   * @return the value of {@code contentType}, empty when the wire had none
   */
  String contentType();

  /**
   * Calls the method of the visitor that fits this element.
   *
   * @param visitor one method per kind
   * @param <R> what the visitor makes of it
   * @return what the visitor returned
   */
  <R> R accept(ContentVisitor<R> visitor);

  /**
   * Wraps an attachment.
   *
   * @param attachment the attachment
   * @return the element
   */
  static Content of(Attachment attachment) {
    return new AttachmentContent(attachment, Map.of());
  }

  /**
   * Wraps a quick reply.
   *
   * @param quickReply the quick reply
   * @return the element
   */
  static Content of(QuickReply quickReply) {
    return new QuickReplyContent(quickReply, Map.of());
  }

  /**
   * Wraps a card.
   *
   * @param card the card
   * @return the element
   */
  static Content of(Card card) {
    return new CardContent(card, Map.of());
  }

  /**
   * Wraps a carousel.
   *
   * @param carousel the carousel
   * @return the element
   */
  static Content of(Carousel carousel) {
    return new CarouselContent(carousel, Map.of());
  }

  /**
   * Wraps the press of a button.
   *
   * @param buttonResponse the press
   * @return the element
   */
  static Content of(ButtonResponse buttonResponse) {
    return new ButtonResponseContent(buttonResponse, Map.of());
  }
}
