// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.internal.dialogue.Dialogue;
import io.botflow.bridge.internal.dialogue.DialogueState;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.connector.bot.AnswerResult;
import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import java.util.List;

/** Version 1 has no way to the customer between turns: answers wait for the next one. */
final class KeptAnswers implements Postbox {
  private final ClassicProtocol protocol;
  private final Dialogue dialogue;
  private final SessionAddress address;

  KeptAnswers(ClassicProtocol protocol, Dialogue dialogue, SessionAddress address) {
    this.protocol = protocol;
    this.dialogue = dialogue;
    this.address = address;
  }

  @Override
  public AnswerResult deliver(Answer answer, List<ReplyMessage> messages) {
    String written = protocol.write(answer, messages);
    boolean ends = !answer.state().equals(BotState.MORE_DATA);
    try {
      DialogueState before =
          dialogue.change(state -> state.keeping(address.sessionId(), written, ends));
      return before.takes(address.sessionId())
          ? new AnswerResult.Kept()
          : AnswerResult.Refused.of(AnswerResult.Reason.SESSION_CLOSED);
    } catch (StoreUnavailableException e) {
      return new AnswerResult.Unknown("the store did not say whether it is kept");
    }
  }
}
