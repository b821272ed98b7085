// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.internal.dialogue.Dialogue;
import io.botflow.bridge.internal.dialogue.DialogueState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Genesys Cloud is reported to end a version 1 dialogue that comes to the same intent with the same
 * slots four times in a row. This counts, warns, and varies the intent where it may.
 */
final class IntentGuard {
  private static final Logger log = LoggerFactory.getLogger(IntentGuard.class);
  private static final int MOST_IN_A_ROW = 3;

  private final Map<String, List<String>> alternatives;

  /** Takes for each intent those that mean the same to the flow. */
  IntentGuard(Map<String, List<String>> alternatives) {
    this.alternatives = alternatives;
  }

  /** Ends the session of an answer that ends it, and gives the answer to send. */
  Protocol.Finish finish(Dialogue dialogue, SessionAddress address, Answer answer) {
    String outcome = outcome(answer);
    DialogueState before = dialogue.change(state -> state.ended(outcome));
    return new Protocol.Finish(varied(address, answer, before.timesWith(outcome)), before.kept());
  }

  private Answer varied(SessionAddress address, Answer answer, int times) {
    String intent = answer.intent();
    if (intent == null || times == 1) {
      return answer;
    }
    List<String> others = alternatives.getOrDefault(intent, List.of());
    if (!others.isEmpty()) {
      int turn = (times - 1) % (others.size() + 1);
      return turn == 0 ? answer : answer.withIntent(others.get(turn - 1));
    }
    if (times > MOST_IN_A_ROW) {
      log.warn(
          "bot {} came to the intent {} {} times in a row in conversation {}: Genesys Cloud may"
              + " take its failure path; vary the intent by alternateIntents or change a slot",
          address.botId(),
          intent,
          times,
          address.conversationId());
    }
    return answer;
  }

  @Nullable
  private static String outcome(Answer answer) {
    if (answer.intent() == null) {
      return null;
    }
    // The hash tells slots apart without keeping their values, which may be the customer's words.
    String slots =
        answer.slots().stream()
            .map(filled -> filled.slot().name() + "=" + ClassicSlots.json(filled.value()))
            .collect(Collectors.joining("\n"));
    return answer.intent() + "#" + Integer.toHexString(slots.hashCode());
  }
}
