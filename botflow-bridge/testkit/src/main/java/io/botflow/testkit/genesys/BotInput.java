// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Json;
import javax.annotation.Nullable;

/**
 * What the customer said, as far as a bot connector carries it: media never reach the bot.
 *
 * @param text may be empty
 * @param buttonResponse the press of a button, or null
 */
record BotInput(String text, @Nullable ObjectNode buttonResponse) {
  ObjectNode inputMessage() {
    ObjectNode message = Json.object();
    message.put("type", buttonResponse == null ? "Text" : "Structured");
    message.put("text", text);
    if (buttonResponse != null) {
      message
          .putArray("content")
          .addObject()
          .put("contentType", "ButtonResponse")
          .set("buttonResponse", buttonResponse);
    }
    return message;
  }
}
