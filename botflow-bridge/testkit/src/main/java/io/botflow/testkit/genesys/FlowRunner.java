// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs message flows: one bot call at a time per conversation, inputs in their order. */
final class FlowRunner {
  private static final Logger log = LoggerFactory.getLogger(FlowRunner.class);

  private record Turn(BotSession bot, BotCaller caller, BotInput input, boolean first) {}

  private final Ledger ledger;
  private final Workers workers;
  private final Clock clock;
  private final FlowProgress progress;
  private final BotSessions sessions;
  private final Outbound outbound;
  private final Traffic traffic;

  FlowRunner(
      Ledger ledger,
      Workers workers,
      Clock clock,
      FlowProgress progress,
      BotSessions sessions,
      Outbound outbound,
      Traffic traffic) {
    this.ledger = ledger;
    this.workers = workers;
    this.clock = clock;
    this.progress = progress;
    this.sessions = sessions;
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
    FlowSession session = new FlowSession(flow, conversation, workflow);
    conversation.session(session);
    String queue = flow.settings().queue;
    if (queue != null) {
      progress.leave(session, FlowOutcome.transferToQueue(queue), "straight", Map.of());
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
      workers.execute(() -> turns(session));
    }
  }

  private void turns(FlowSession session) {
    Optional<Turn> turn = ledger.call(() -> next(session));
    while (turn.isPresent()) {
      take(turn.get());
      turn = ledger.call(() -> next(session));
    }
  }

  private Optional<Turn> next(FlowSession session) {
    boolean running = session.conversation().session() == session;
    BotInput input = session.inputs().poll();
    BotCaller caller = session.flow().caller();
    if (!running || input == null || caller == null) {
      session.busy(false);
      if (running) {
        awaitFollowUp(session);
      }
      return Optional.empty();
    }
    BotSession bot = session.bot();
    boolean first = bot.begin();
    sessions.turn(bot, first);
    return Optional.of(new Turn(bot, caller, input, first));
  }

  private void take(Turn turn) {
    BotSession bot = turn.bot();
    Conversation conversation = bot.conversation();
    try {
      BotAnswer answer =
          turn.caller()
              .call(new BotTurn(conversation.id(), bot.id(), turn.input(), variables(turn)));
      report(bot, answer.summary());
      List<Outbound.Prepared> replies = outbound.prepare(conversation, answer.replies());
      ledger.run(() -> progress.answered(bot, answer, replies));
    } catch (BotFailure failure) {
      failed(bot, failure);
    } catch (RuntimeException e) {
      // A function of the test, such as the session variables, must not block the conversation.
      log.error("The flow of conversation {} failed", conversation.id(), e);
      failed(bot, new BotFailure(BotFailure.INTERNAL, e.toString()));
    }
  }

  private Map<String, String> variables(Turn turn) {
    if (!turn.first()) {
      return Map.of();
    }
    ConversationRecord record = ledger.read(turn.bot().conversation()::snapshot);
    return turn.bot().flow().flow().settings().variables.apply(record);
  }

  private void failed(BotSession bot, BotFailure failure) {
    report(bot, failure.note());
    ledger.run(() -> progress.failed(bot, failure));
  }

  private void report(BotSession bot, String note) {
    traffic.report(
        TrafficEvent.Kind.BOT_ANSWER,
        Routing.label(bot.flow().participant()),
        Traffic.GENESYS,
        bot.conversation().id(),
        null,
        0,
        note);
  }

  private void awaitFollowUp(FlowSession session) {
    session.followUpTimer(
        workers.schedule(
            () -> ledger.run(() -> followUpRanOut(session)),
            session.flow().settings().followUpTimeout));
  }

  private void followUpRanOut(FlowSession session) {
    BotCaller caller = session.flow().caller();
    if (!session.busy() && session.inputs().isEmpty() && caller != null) {
      progress.failed(
          session.bot(),
          new BotFailure(caller.followUpErrorType(), "the customer did not go on in time"));
    }
  }
}
