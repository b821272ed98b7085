// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.internal.dialogue.CustomerFiles;
import io.botflow.bridge.internal.dialogue.Dialogue;
import io.botflow.bridge.internal.dialogue.OneAtATime;
import io.botflow.bridge.internal.dialogue.Repeats;
import io.botflow.bridge.internal.turn.TurnEnd;
import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.connector.bot.Answers;
import io.botflow.connector.bot.BotVersion;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an endpoint remembers beyond a turn: dialogues, the answers it gave, and the files that the
 * customer sent meanwhile.
 */
final class TurnMemory {
  private static final Logger log = LoggerFactory.getLogger(TurnMemory.class);

  // What version 1 has been seen to send, and longer than version 2 allows by default.
  private static final Duration DEFAULT_LIFE = Duration.ofDays(3);
  private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);
  // Beyond the bot's time: reading, writing and the store's own.
  private static final Duration MARGIN = Duration.ofSeconds(5);
  private static final Duration LONGEST_SENDING = Duration.ofMinutes(2);

  private final Notes notes;
  private final Clock clock;
  private final Repeats repeats;
  private final OneAtATime gates;
  private final CustomerFiles files;
  private final Duration turnBudget;
  private final Duration fileWait;

  /** With {@code fileWait} zero, only the files that are there already go on a turn. */
  TurnMemory(Notes notes, Clock clock, Duration turnBudget, Duration fileWait) {
    this.notes = notes;
    this.clock = clock;
    this.turnBudget = turnBudget;
    this.fileWait = fileWait;
    this.files = new CustomerFiles(notes);
    this.repeats = new Repeats(notes, turnBudget.plus(MARGIN));
    this.gates = new OneAtATime(notes, LONGEST_SENDING);
  }

  /** The answer to an utterance: the one that it was given before, if it was made before. */
  String once(Protocol protocol, Utterance utterance, Supplier<String> answer) {
    Optional<String> identity = protocol.identity(utterance);
    return identity.isEmpty() || protocol.repeatWindow().isZero()
        ? answer.get()
        : repeats.once(identity.get(), utterance.conversationId(), protocol.repeatWindow(), answer);
  }

  Dialogue dialogue(SessionAddress address, @Nullable Duration sessionLifetime) {
    Duration life = sessionLifetime == null ? DEFAULT_LIFE : sessionLifetime;
    return new Dialogue(
        notes,
        address.botId(),
        address.conversationId(),
        life.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : life);
  }

  /** The time of a request: it counts from its arrival, whatever the endpoint itself needs. */
  TurnTime arrival() {
    return new TurnTime(System.nanoTime(), turnBudget.toNanos(), clock.instant().plus(turnBudget));
  }

  /**
   * The files that the customer has sent and no bot has seen. Genesys Cloud asks as soon as it has
   * a message, perhaps before it has told the bridge to which conversation it went: the first turn
   * of a conversation waits a little for that, and so does one without words, which most likely is
   * a file.
   */
  CustomerFiles.Waiting files(Utterance utterance, boolean newDialogue, TurnTime time) {
    boolean wordless = utterance.text().isBlank() && utterance.selection() == null;
    return files.await(
        utterance.conversationId(),
        Math.min(fileWait.toNanos(), time.nanosLeft() / 2),
        waiting ->
            !waiting.files().isEmpty()
                || (!wordless && (!newDialogue || waiting.customer() != null)));
  }

  /** No turn gets these files again. The answer is made: whatever happens here changes nothing. */
  void given(CustomerFiles.Waiting waiting) {
    try {
      files.given(waiting);
    } catch (StoreUnavailableException e) {
      log.warn("a bot may be given the same files again", e);
    }
  }

  Answers answers(
      Protocol protocol,
      Dialogue dialogue,
      SessionAddress address,
      BotVersion version,
      ReplyLinks links,
      TurnEnd end) {
    return new SessionAnswers(
        address,
        version,
        protocol.carrier(),
        links,
        gates,
        protocol.postbox(dialogue, address),
        end);
  }
}
