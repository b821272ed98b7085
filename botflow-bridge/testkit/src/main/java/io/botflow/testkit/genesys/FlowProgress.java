// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * Moves a flow on by what a bot said, in its turn or between turns. What comes for a session that
 * the flow has left changes nothing. Its methods run under the ledger.
 */
final class FlowProgress {
  private final Routing routing;
  private final Outbound outbound;

  FlowProgress(Routing routing, Outbound outbound) {
    this.routing = routing;
    this.outbound = outbound;
  }

  void answered(BotSession bot, BotAnswer answer, List<Outbound.Prepared> replies) {
    if (!bot.current()) {
      return;
    }
    FlowSession session = bot.flow();
    BotFailure failure = judge(bot, answer);
    boolean shown =
        answer.state() == BotAnswer.State.FAILED
            ? session.flow().settings().failedRepliesShown
            : failure == null;
    if (shown) {
      replies.forEach(
          reply -> outbound.botReply(session.conversation(), session.participant(), reply));
    }
    if (failure != null) {
      failed(bot, failure);
    } else if (answer.state() == BotAnswer.State.COMPLETE) {
      complete(session, answer);
    } else if (bot.expired()) {
      expired(bot);
    }
  }

  private static @Nullable BotFailure judge(BotSession bot, BotAnswer answer) {
    PublishedFlow flow = bot.flow().flow();
    BotCaller caller = flow.caller();
    if (caller == null) {
      return null;
    }
    String intent = answer.intent();
    return switch (answer.state()) {
      case FAILED -> new BotFailure(caller.failedErrorType(), "the bot failed " + answer.error());
      case COMPLETE ->
          flow.declares(intent)
              ? null
              : new BotFailure(
                  caller.unknownIntentErrorType(),
                  "the bot completed with the unregistered intent " + intent);
      case MORE_DATA -> {
        int limit = flow.settings().sameIntentLimit;
        boolean loop =
            limit > 0 && intent != null && bot.countSameIntent(intent, answer.values()) >= limit;
        yield loop
            ? new BotFailure(BotFailure.NO_MATCH, limit + " answers in a row with " + intent)
            : null;
      }
    };
  }

  private void complete(FlowSession session, BotAnswer answer) {
    String intent = String.valueOf(answer.intent());
    MessageFlow.Builder settings = session.flow().settings();
    FlowOutcome outcome = settings.outcomes.getOrDefault(intent, settings.onOther);
    if (outcome instanceof FlowOutcome.CallAgain) {
      session.reenter();
      return;
    }
    Map<String, String> outputs = new HashMap<>(answer.values());
    outputs.putAll(answer.parameters());
    leave(session, outcome, "intent " + intent, outputs);
  }

  /** The time of a bot's session is over; what the flow does then is not documented. */
  void expired(BotSession bot) {
    failed(bot, new BotFailure(BotFailure.TIMEOUT, "the time of the bot session ran out"));
  }

  void failed(BotSession bot, BotFailure failure) {
    if (!bot.current()) {
      return;
    }
    FlowSession session = bot.flow();
    FlowOutcome outcome = session.flow().onFailure();
    if (outcome instanceof FlowOutcome.CallAgain) {
      session.participant().note(failure.note());
      session.reenter();
      return;
    }
    leave(session, outcome, failure.note(), Map.of());
  }

  void leave(FlowSession session, FlowOutcome outcome, String note, Map<String, String> outputs) {
    Conversation conversation = session.conversation();
    Participant workflow = session.participant();
    session.leave();
    workflow.note(note);
    if (outcome instanceof FlowOutcome.TransferToQueue transfer) {
      routing.toQueue(conversation, workflow, transfer.queue());
    } else if (outcome instanceof FlowOutcome.TransferToQueueFrom transfer) {
      routing.toQueue(
          conversation, workflow, outputs.getOrDefault(transfer.output(), transfer.fallback()));
    } else {
      routing.end(conversation, workflow, "client");
    }
  }
}
