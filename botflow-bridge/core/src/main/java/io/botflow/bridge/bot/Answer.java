// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.Slot;
import io.botflow.connector.bot.SlotValue;
import io.botflow.connector.message.Part;
import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A bot's answer that keeps the rules of both versions of the protocol.
 *
 * @param state where the dialogue stands
 * @param messages what to say
 * @param intent the declared outcome, when the dialogue is complete
 * @param confidence from 0 to 1, if the bot says it
 * @param slots the outcome's values, in the order in which the intent declares them
 * @param parameters output variables in a stable order
 * @param error why it failed, when it did
 */
record Answer(
    BotState state,
    List<Part> messages,
    @Nullable String intent,
    @Nullable Double confidence,
    List<FilledSlot> slots,
    Map<String, String> parameters,
    @Nullable ErrorInfo error) {

  /** A declared slot with a value of its type. */
  record FilledSlot(Slot slot, SlotValue value) {}

  static Answer awaiting(List<Part> messages) {
    return new Answer(BotState.MORE_DATA, messages, null, null, List.of(), Map.of(), null);
  }

  static Answer failed(List<Part> messages, ErrorInfo error) {
    return new Answer(BotState.FAILED, messages, null, null, List.of(), Map.of(), error);
  }

  static Answer failed(Failure failure, String message) {
    return failed(List.of(), ErrorInfo.of(failure.code(), message));
  }

  Answer withIntent(String other) {
    return new Answer(state, messages, other, confidence, slots, parameters, error);
  }

  /** Shows the outcome, never texts or values. */
  @Override
  public String toString() {
    return "Answer[" + state + ", intent " + intent + "]";
  }
}
