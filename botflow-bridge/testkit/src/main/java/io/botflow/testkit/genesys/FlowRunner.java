// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs message flows: one bot call at a time per conversation, inputs in their order. */
final class FlowRunner {
  private static final Logger log = LoggerFactory.getLogger(FlowRunner.class);

  private record Turn(FlowSession session, BotCaller caller, BotTurn call) {}

  private final Ledger ledger;
  private final Workers workers;
  private final Clock clock;
  private final Routing routing;
  private final Outbound outbound;
  private final Traffic traffic;

  FlowRunner(
      Ledger ledger,
      Workers workers,
      Clock clock,
      Routing routing,
      Outbound outbound,
      Traffic traffic) {
    this.ledger = ledger;
    this.workers = workers;
    this.clock = clock;
    this.routing = routing;
    this.outbound = outbound;
    this.traffic = traffic;
  }

  /** Starts the integration's flow in a new or reopened conversation; under the ledger. */
  void start(Conversation conversation) {
    PublishedFlow flow = conversation.integration().flow();
    if (flow == null) {
      return;
    }
    BotCaller caller = flow.caller();
    Participant workflow =
        conversation.join(
            ParticipantPurpose.WORKFLOW,
            caller == null ? "message flow" : caller.botName(),
            clock.instant());
    conversation.session(new FlowSession(flow, workflow));
    String queue = flow.settings().queue;
    if (queue != null) {
      leave(conversation, workflow, FlowOutcome.transferToQueue(queue), "straight", Map.of());
    }
  }

  /** Hands what the customer said to the flow, when one runs; under the ledger. */
  void input(Conversation conversation, BotInput input) {
    FlowSession session = conversation.session();
    if (session == null) {
      return;
    }
    session.inputs().add(input);
    if (!session.busy()) {
      session.busy(true);
      session.followUpTimer(() -> {});
      workers.execute(() -> turns(conversation, session));
    }
  }

  private void turns(Conversation conversation, FlowSession session) {
    while (true) {
      try {
        Optional<Turn> turn = ledger.call(() -> next(conversation, session));
        if (turn.isEmpty()) {
          return;
        }
        BotAnswer answer = turn.get().caller().call(turn.get().call());
        report(conversation, session, answer.summary());
        List<Outbound.Prepared> replies = outbound.prepare(conversation, answer.replies());
        ledger.run(() -> apply(conversation, turn.get(), answer, replies));
      } catch (BotFailure failure) {
        failed(conversation, session, failure);
      } catch (RuntimeException e) {
        // A function of the test, such as the session variables, must not block the conversation.
        log.error("The flow of conversation {} failed", conversation.id(), e);
        failed(conversation, session, new BotFailure(BotFailure.INTERNAL, e.toString()));
      }
    }
  }

  private void failed(Conversation conversation, FlowSession session, BotFailure failure) {
    report(conversation, session, failure.note());
    ledger.run(() -> fail(conversation, session, failure));
  }

  private void report(Conversation conversation, FlowSession session, String note) {
    traffic.report(
        TrafficEvent.Kind.BOT_ANSWER,
        Routing.label(session.participant()),
        Traffic.GENESYS,
        conversation.id(),
        null,
        0,
        note);
  }

  private Optional<Turn> next(Conversation conversation, FlowSession session) {
    BotInput input = session.inputs().poll();
    BotCaller caller = session.flow().caller();
    if (conversation.session() != session || input == null || caller == null) {
      session.busy(false);
      if (conversation.session() == session) {
        awaitFollowUp(conversation, session);
      }
      return Optional.empty();
    }
    Map<String, String> variables =
        session.takeFirstTurn()
            ? session.flow().settings().variables.apply(conversation.snapshot())
            : Map.of();
    return Optional.of(
        new Turn(
            session,
            caller,
            new BotTurn(conversation.id(), session.botSessionId(), input, variables)));
  }

  private void awaitFollowUp(Conversation conversation, FlowSession session) {
    MessageFlow.Builder settings = session.flow().settings();
    session.followUpTimer(
        workers.schedule(
            () -> ledger.run(() -> followUpRanOut(conversation, session)),
            settings.followUpTimeout));
  }

  private void followUpRanOut(Conversation conversation, FlowSession session) {
    BotCaller caller = session.flow().caller();
    if (!session.busy() && session.inputs().isEmpty() && caller != null) {
      fail(
          conversation,
          session,
          new BotFailure(caller.followUpErrorType(), "the customer did not go on in time"));
    }
  }

  private void apply(
      Conversation conversation, Turn turn, BotAnswer answer, List<Outbound.Prepared> replies) {
    FlowSession session = turn.session();
    if (conversation.session() != session) {
      return;
    }
    BotFailure failure = judge(turn, answer);
    boolean shown =
        answer.state() == BotAnswer.State.FAILED
            ? session.flow().settings().failedRepliesShown
            : failure == null;
    if (shown) {
      replies.forEach(reply -> outbound.botReply(conversation, session.participant(), reply));
    }
    if (failure != null) {
      fail(conversation, session, failure);
    } else if (answer.state() == BotAnswer.State.COMPLETE) {
      complete(conversation, session, answer);
    }
  }

  private static @Nullable BotFailure judge(Turn turn, BotAnswer answer) {
    PublishedFlow flow = turn.session().flow();
    RegisteredBot.Version version = flow.version();
    String intent = answer.intent();
    return switch (answer.state()) {
      case FAILED ->
          new BotFailure(turn.caller().failedErrorType(), "the bot failed " + answer.error());
      case COMPLETE ->
          intent != null && version != null && version.intents().containsKey(intent)
              ? null
              : new BotFailure(
                  turn.caller().unknownIntentErrorType(),
                  "the bot completed with the unregistered intent " + intent);
      case MORE_DATA -> {
        int limit = flow.settings().sameIntentLimit;
        boolean loop =
            limit > 0
                && intent != null
                && turn.session().countSameIntent(intent, answer.values()) >= limit;
        yield loop
            ? new BotFailure(BotFailure.NO_MATCH, limit + " answers in a row with " + intent)
            : null;
      }
    };
  }

  private void complete(Conversation conversation, FlowSession session, BotAnswer answer) {
    String intent = String.valueOf(answer.intent());
    MessageFlow.Builder settings = session.flow().settings();
    FlowOutcome outcome = settings.outcomes.getOrDefault(intent, settings.onOther);
    if (outcome instanceof FlowOutcome.CallAgain) {
      session.reenter();
      return;
    }
    Map<String, String> outputs = new HashMap<>(answer.values());
    outputs.putAll(answer.parameters());
    leave(conversation, session.participant(), outcome, "intent " + intent, outputs);
  }

  private void fail(Conversation conversation, FlowSession session, BotFailure failure) {
    if (conversation.session() != session) {
      return;
    }
    FlowOutcome outcome = session.flow().onFailure();
    if (outcome instanceof FlowOutcome.CallAgain) {
      session.participant().note(failure.note());
      session.reenter();
      return;
    }
    leave(conversation, session.participant(), outcome, failure.note(), Map.of());
  }

  private void leave(
      Conversation conversation,
      Participant workflow,
      FlowOutcome outcome,
      String note,
      Map<String, String> outputs) {
    FlowSession session = conversation.session();
    if (session != null) {
      session.followUpTimer(() -> {});
    }
    conversation.session(null);
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
