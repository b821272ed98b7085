// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

/**
 * The body of a webhook is not a JSON object. Holds neither the body nor a part of it. A repeated
 * delivery would be malformed too: answer with a status that Genesys Cloud does not retry.
 *
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/outboundMessages">Outbound
 *     messages</a>
 */
public final class MalformedWebhookException extends RuntimeException {
  /**
   * Creates the exception.
   *
   * @param problem what is wrong, without the body
   */
  public MalformedWebhookException(String problem) {
    super(problem);
  }
}
