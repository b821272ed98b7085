// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.textbots;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * The kind of conversation that a bot is used in. Open: a name this version does not know is kept
 * as it came; known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public record BotChannel(@JsonValue String value) {
  /** A telephone call. */
  public static final BotChannel CALL = new BotChannel("Call");

  /** A call that was asked for. */
  public static final BotChannel CALLBACK = new BotChannel("Callback");

  /** A conversation by messages. */
  public static final BotChannel MESSAGING = new BotChannel("Messaging");

  /** The former chat of web pages. */
  public static final BotChannel WEBCHAT = new BotChannel("Webchat");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BotChannel {
    value = OpenNames.canonical(value, "Call", "Callback", "Messaging", "Webchat");
  }

  @Override
  public String toString() {
    return value;
  }
}
