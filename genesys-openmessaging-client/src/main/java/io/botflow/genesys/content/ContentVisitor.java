// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

/**
 * One method per kind of content. Whatever a visitor does not override arrives at {@link #other},
 * and so do kinds that later versions add.
 *
 * @param <R> what the visitor makes of an element
 */
public interface ContentVisitor<R> {
  /**
   * Takes every element that no overridden method takes.
   *
   * @param content the element
   * @return the result
   */
  R other(Content content);

  /**
   * Takes an attachment.
   *
   * @param content the element
   * @return the result
   */
  default R attachment(AttachmentContent content) {
    return other(content);
  }

  /**
   * Takes a quick reply.
   *
   * @param content the element
   * @return the result
   */
  default R quickReply(QuickReplyContent content) {
    return other(content);
  }

  /**
   * Takes a card.
   *
   * @param content the element
   * @return the result
   */
  default R card(CardContent content) {
    return other(content);
  }

  /**
   * Takes a carousel.
   *
   * @param content the element
   * @return the result
   */
  default R carousel(CarouselContent content) {
    return other(content);
  }

  /**
   * Takes a date picker.
   *
   * @param content the element
   * @return the result
   */
  default R datePicker(DatePickerContent content) {
    return other(content);
  }

  /**
   * Takes a notification template.
   *
   * @param content the element
   * @return the result
   */
  default R template(TemplateContent content) {
    return other(content);
  }

  /**
   * Takes the press of a button.
   *
   * @param content the element
   * @return the result
   */
  default R buttonResponse(ButtonResponseContent content) {
    return other(content);
  }
}
