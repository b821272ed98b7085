// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

/**
 * One method per kind of notification.
 *
 * @param <R> what the visitor makes of a notification
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/outboundMessages">Outbound
 *     messages</a>
 */
public interface NotificationVisitor<R> {
  /**
   * Takes a message to the customer.
   *
   * @param message the message
   * @return the result
   */
  R message(MessageNotification message);

  /**
   * Takes a receipt.
   *
   * @param receipt the receipt
   * @return the result
   */
  R receipt(ReceiptNotification receipt);

  /**
   * Takes an event.
   *
   * @param event the event
   * @return the result
   */
  R event(EventNotification event);

  /**
   * Takes what this version has no type for.
   *
   * @param unknown the notification
   * @return the result
   */
  R unknown(UnknownNotification unknown);
}
