// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

/**
 * A customer as one messenger account sees them: the key of a conversation.
 *
 * <p>Two accounts may use the same user id for different people, so all three parts belong to the
 * identity. Each part is required and not blank.
 *
 * @param messenger the kind of messenger, for example {@code telegram}
 * @param account our account there, for example the bot's or the page's id
 * @param userId the customer's id in that account, opaque
 */
public record Peer(String messenger, String account, String userId) {

  /** {@inheritDoc} */
  public Peer {
    Required.text(messenger, "messenger");
    Required.text(account, "account");
    Required.text(userId, "userId");
  }

  /** Shows the account but not the customer's id, which may be a phone number. */
  @Override
  public String toString() {
    return messenger + ":" + account + ":***";
  }
}
