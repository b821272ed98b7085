// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

/**
 * The customer's side of one Open Messaging integration: what happens on the messenger is reported
 * to Genesys Cloud here. Thread-safe. Obtained from {@code GenesysCloud}; implemented outside only
 * by tests, since later versions add methods.
 *
 * <p>Every method makes one call, blocks until it is answered, needs the permission {@code
 * conversation:message:receive}, and throws a {@link io.botflow.genesys.error.GenesysException} if
 * the call does not succeed. All calls of one OAuth client count against its limit of 300 a minute.
 *
 * @see <a href="https://developer.genesys.cloud/commdigital/digital/openmessaging">Open
 *     messaging</a>
 */
public interface OpenMessaging {

  /**
   * Sends a customer's message.
   *
   * @param message the message
   * @return what Genesys Cloud made of it
   * @throws io.botflow.genesys.error.GenesysException if it was not accepted
   */
  default SentMessage send(InboundMessage message) {
    return send(message, SendOptions.defaults());
  }

  /**
   * Sends a customer's message.
   *
   * @param message the message
   * @param options whether the conversation id is wanted
   * @return what Genesys Cloud made of it
   * @throws io.botflow.genesys.error.GenesysException if it was not accepted
   */
  SentMessage send(InboundMessage message, SendOptions options);

  /**
   * Reports what became of a message to the customer. Look at the status of the answer: a receipt
   * can be taken and still be noted as failed.
   *
   * @param receipt the receipt
   * @return what Genesys Cloud made of it
   * @throws io.botflow.genesys.error.GenesysException if it was not accepted
   */
  SentReceipt sendReceipt(InboundReceipt receipt);

  /**
   * Reports that the customer is writing, now. Shown to the agent only if the integration's
   * platform configuration allows typing.
   *
   * @param customer the customer
   * @return what Genesys Cloud made of it
   * @throws io.botflow.genesys.error.GenesysException if it was not accepted
   */
  SentEvent sendTyping(Customer customer);

  /**
   * Reports an event.
   *
   * @param event the event
   * @return what Genesys Cloud made of it
   * @throws io.botflow.genesys.error.GenesysException if it was not accepted
   */
  SentEvent sendEvent(InboundEvent event);

  /**
   * Reports the press of a button, quick reply or date. A press has its own endpoint; sent as a
   * message it would be refused.
   *
   * @param response the press
   * @return what Genesys Cloud made of it
   * @throws io.botflow.genesys.error.GenesysException if it was not accepted
   */
  SentMessage sendStructuredResponse(InboundStructuredResponse response);
}
