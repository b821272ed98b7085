// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

/**
 * The customer's side of an integration over the deprecated endpoint that all integrations shared:
 * messages and receipts only. Prefer {@link OpenMessaging}, which knows typing, button presses and
 * conversation ids as well. Thread-safe. Obtained from {@code GenesysCloud}.
 *
 * <p>Mirrors {@code POST /api/v2/conversations/messages/inbound/open}, deprecated since 2024-04-20;
 * its removal is reported for 2026-10-05. Errors and permission are those of {@link OpenMessaging}.
 *
 * @see <a href="https://developer.genesys.cloud/commdigital/digital/openmessaging">Open
 *     messaging</a>
 */
public interface CatchAllMessaging {

  /**
   * Sends a customer's message.
   *
   * @param message the message
   * @return what Genesys Cloud made of it
   * @throws io.botflow.genesys.error.GenesysException if it was not accepted
   */
  SentMessage send(InboundMessage message);

  /**
   * Reports what became of a message to the customer.
   *
   * @param receipt the receipt
   * @return what Genesys Cloud made of it
   * @throws io.botflow.genesys.error.GenesysException if it was not accepted
   */
  SentReceipt sendReceipt(InboundReceipt receipt);
}
