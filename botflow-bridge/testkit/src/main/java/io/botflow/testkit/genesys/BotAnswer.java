// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A bot's answer that has passed the checks of its version.
 *
 * @param values slots or entities as text, by name
 * @param raw as the bot wrote it
 */
record BotAnswer(
    State state,
    @Nullable String intent,
    List<BotReply> replies,
    Map<String, String> values,
    Map<String, String> parameters,
    String error,
    ObjectNode raw) {
  /** The state, the intent and the number of replies, without what was said. */
  String summary() {
    return state + (intent == null ? "" : " " + intent) + ", " + replies.size() + " replies";
  }

  /** Whether the bot wants another turn. */
  enum State {
    MORE_DATA,
    COMPLETE,
    FAILED
  }
}
