// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

/**
 * One method per kind of content. Whatever a visitor does not override arrives at {@link #other},
 * and so do kinds that later versions add.
 *
 * @param <R> what the visitor makes of an element
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
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

  /**
   * Takes a place; other channels only.
   *
   * @param content the element
   * @return the result
   */
  default R location(LocationContent content) {
    return other(content);
  }

  /**
   * Takes a story; other channels only.
   *
   * @param content the element
   * @return the result
   */
  default R story(StoryContent content) {
    return other(content);
  }

  /**
   * Takes a text; other channels only.
   *
   * @param content the element
   * @return the result
   */
  default R text(TextContent content) {
    return other(content);
  }

  /**
   * Takes quick replies under a title; other channels only.
   *
   * @param content the element
   * @return the result
   */
  default R quickReplies(QuickRepliesContent content) {
    return other(content);
  }

  /**
   * Takes reactions; other channels only.
   *
   * @param content the element
   * @return the result
   */
  default R reactions(ReactionsContent content) {
    return other(content);
  }

  /**
   * Takes an application; other channels only.
   *
   * @param content the element
   * @return the result
   */
  default R interactiveApplication(InteractiveApplicationContent content) {
    return other(content);
  }

  /**
   * Takes lists to pick from; other channels only.
   *
   * @param content the element
   * @return the result
   */
  default R listPicker(ListPickerContent content) {
    return other(content);
  }

  /**
   * Takes a request for a payment; other channels only.
   *
   * @param content the element
   * @return the result
   */
  default R paymentRequest(PaymentRequestContent content) {
    return other(content);
  }

  /**
   * Takes the end of a payment; other channels only.
   *
   * @param content the element
   * @return the result
   */
  default R paymentResponse(PaymentResponseContent content) {
    return other(content);
  }

  /**
   * Takes a push; other channels only.
   *
   * @param content the element
   * @return the result
   */
  default R push(PushContent content) {
    return other(content);
  }

  /**
   * Takes a form; other channels only.
   *
   * @param content the element
   * @return the result
   */
  default R form(FormContent content) {
    return other(content);
  }

  /**
   * Takes the answer to a notification; other channels only.
   *
   * @param content the element
   * @return the result
   */
  default R notificationResponse(NotificationResponseContent content) {
    return other(content);
  }
}
