// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.direct;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.internal.dialogue.Dialogue;
import io.botflow.bridge.internal.dialogue.StoredValue;
import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.internal.turn.CancelSignal;
import io.botflow.bridge.internal.turn.Question;
import io.botflow.bridge.internal.turn.TurnEnd;
import io.botflow.bridge.internal.turn.Wordless;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Profile;
import io.botflow.connector.message.Selection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the bot of one route. Thread-safe. */
final class DirectTurns {
  private static final Logger log = LoggerFactory.getLogger(DirectTurns.class);
  private static final Duration DIALOGUE_LIFE = Duration.ofDays(3);

  private final String route;
  private final DirectBot bot;
  private final DirectDelivery.Surroundings around;

  DirectTurns(String route, DirectBot bot, DirectDelivery.Surroundings around) {
    this.route = route;
    this.bot = bot;
    this.around = around;
  }

  /** What a customer said. */
  record Asked(
      Peer customer,
      @Nullable Profile sender,
      String text,
      @Nullable Selection selection,
      List<Media> files) {
    /** Shows the customer's account, never what was said. */
    @Override
    public String toString() {
      return "Asked[" + customer + "]";
    }
  }

  /**
   * Asks, and gives what the reply comes to. The talk gets a session if it has none; what the bot
   * says later waits for the end of the turn.
   */
  Decision ask(Asked asked, StoredValue<Talk> talk, TurnEnd end) {
    talk.change(Talk::begun);
    Talk begun = talk.read();
    String session = Objects.requireNonNull(begun.session());
    long begin = System.nanoTime();
    CancelSignal signal = new CancelSignal();
    Turn turn =
        Turn.builder(session, session)
            .bot(bot.id(), bot.version().version())
            .text(asked.text())
            .selection(asked.selection())
            .media(asked.files())
            .language(bot.language())
            .first(begun.transcript().isEmpty())
            .deadline(around.clock().instant().plus(bot.settings().turnBudget()))
            .session(dialogue(session, asked.customer()))
            .cancellation(signal)
            .answers(new DirectAnswers(route, bot, asked, session, talk, end, around))
            .build();
    Decision decision = decision(turn, new Question(bot.bot(), turn, end, signal, null));
    around
        .listener()
        .onEvent(
            new BridgeEvent.BotAnswered(
                route,
                session,
                decision.next().name(),
                Duration.ofNanos(System.nanoTime() - begin)));
    return decision;
  }

  /** The session ends with its customer, whose later sessions have other names. */
  private Dialogue dialogue(String session, Peer customer) {
    String name = session + ":" + Talks.owner(route, customer.userId());
    return new Dialogue(around.store().notes(), bot.id(), name, DIALOGUE_LIFE);
  }

  private Decision decision(Turn turn, Question question) {
    String group = bot.settings().failureGroup();
    try {
      question.putBy(around.executor());
      Optional<Question.Outcome> outcome = question.await(bot.settings().turnBudget().toNanos());
      if (outcome.isEmpty()) {
        question.abandon();
        log.warn("bot {} was late in {}", bot.id(), turn);
        return Decision.failed(List.of(), "BotTimeout", group);
      }
      Throwable thrown = outcome.get().thrown();
      if (thrown instanceof StoreUnavailableException away) {
        throw away;
      }
      if (thrown != null) {
        log.error("bot {} threw in {}", bot.id(), turn, Wordless.of(thrown));
        return Decision.failed(List.of(), "BotException", group);
      }
      return Decision.of(outcome.get().reply(), group);
    } catch (RejectedExecutionException e) {
      throw new StoreUnavailableException("the bridge is closing");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      question.abandon();
      throw new StoreUnavailableException("interrupted while the bot was asked");
    }
  }

  /** What goes into the transcript, if there is to be one. */
  List<String> lines(String said, List<Media> files, List<Part> answered) {
    return bot.settings().transcript()
        ? Lines.of(said, files, answered)
        : Lines.of(said, files, List.of());
  }

  static NewEntry reply(String route, Peer customer, String key, Decision decision, Clock clock) {
    return LaneKeys.entryAmong(
        EntryKind.OWN_MESSAGE,
        EntryKind.OUTBOUND,
        route,
        customer.userId(),
        key,
        MessageJson.write(
            Message.of(Offers.OWN_MESSAGE + key, customer, clock.instant(), decision.messages())));
  }
}
