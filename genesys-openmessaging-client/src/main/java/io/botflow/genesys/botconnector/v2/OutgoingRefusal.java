// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v2;

import java.util.Optional;

/**
 * Why Genesys Cloud did not take an outgoing message: the five codes that <i>Digital Bot Connector,
 * Customer API Spec</i> gives for the status 409.
 *
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public enum OutgoingRefusal {
  /** The integration is switched off. */
  INTEGRATION_NOT_ACTIVE("integration.not.active"),
  /** The session is over: the bot or the flow ended it, or its time ran out. */
  SESSION_ALREADY_CLOSED("session.already.closed"),
  /** There is no such session. */
  SESSION_NOT_FOUND("session.not.found"),
  /** The session belongs to another bot. */
  SESSION_BOT_ID_MISMATCH("session.bot.id.mismatch"),
  /** The session belongs to another version of the bot. */
  SESSION_BOT_VERSION_MISMATCH("session.bot.version.mismatch");

  private final String code;

  OutgoingRefusal(String code) {
    this.code = code;
  }

  /**
   * The far side's error code.
   *
   * @return the code on the wire
   */
  public String code() {
    return code;
  }

  /**
   * The reason that a code stands for.
   *
   * @param code an error code, in any case
   * @return the reason, unless it is another code
   */
  public static Optional<OutgoingRefusal> of(String code) {
    for (OutgoingRefusal reason : values()) {
      if (reason.code.equalsIgnoreCase(code)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }
}
