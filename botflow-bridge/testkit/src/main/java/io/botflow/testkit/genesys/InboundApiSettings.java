// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

/**
 * What the inbound calls of open messaging do where Genesys Cloud's behaviour is not documented;
 * each default is a declared guess. Immutable.
 *
 * @param status the status of a successful call, from 200 to 299; 200 by default
 * @param repeatedIdsAreNew whether a message with a {@code messageId} that this customer has used
 *     before is recorded again. By default it gets the first answer and is not recorded
 * @param emptyMessagesAccepted whether a message with an empty text and no attachment is accepted;
 *     refused by default
 * @param unknownReceiptsRejected whether a receipt for an unknown message is 404. By default it is
 *     200 with {@code status: Failed} and the reason {@code UnknownMessage}
 */
public record InboundApiSettings(
    int status,
    boolean repeatedIdsAreNew,
    boolean emptyMessagesAccepted,
    boolean unknownReceiptsRejected) {
  private static final InboundApiSettings DEFAULTS =
      new InboundApiSettings(200, false, false, false);

  /** {@inheritDoc} */
  public InboundApiSettings {
    if (status < 200 || status > 299) {
      throw new IllegalArgumentException("status must be 2xx, was " + status);
    }
  }

  /**
   * The settings to start from.
   *
   * @return the defaults
   */
  public static InboundApiSettings defaults() {
    return DEFAULTS;
  }

  /**
   * Sets the status of a successful call.
   *
   * @param value a status from 200 to 299
   * @return changed settings
   */
  public InboundApiSettings status(int value) {
    return new InboundApiSettings(
        value, repeatedIdsAreNew, emptyMessagesAccepted, unknownReceiptsRejected);
  }

  /**
   * Sets whether a repeated message is recorded again.
   *
   * @param value true to record it again
   * @return changed settings
   */
  public InboundApiSettings repeatedIdsAreNew(boolean value) {
    return new InboundApiSettings(status, value, emptyMessagesAccepted, unknownReceiptsRejected);
  }

  /**
   * Sets whether a message without text and attachment is accepted.
   *
   * @param value true to accept it
   * @return changed settings
   */
  public InboundApiSettings emptyMessagesAccepted(boolean value) {
    return new InboundApiSettings(status, repeatedIdsAreNew, value, unknownReceiptsRejected);
  }

  /**
   * Sets what a receipt for an unknown message gets.
   *
   * @param value true for 404
   * @return changed settings
   */
  public InboundApiSettings unknownReceiptsRejected(boolean value) {
    return new InboundApiSettings(status, repeatedIdsAreNew, emptyMessagesAccepted, value);
  }
}
