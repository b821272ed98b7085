// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Plays dialogues beside others, and tells where that changes what the bot replies. */
final class Neighbours {
  private static final int AT_ONCE = 32;

  private final BotContract contract;

  Neighbours(BotContract contract) {
    this.contract = contract;
  }

  /** What a conversation knows of another one, if it knows anything. */
  Optional<String> mixed() throws Exception {
    int number = 1;
    for (Dialogue dialogue : contract.dialogues()) {
      List<Exchange> alone = alone(number, dialogue);
      Optional<String> again =
          difference(alone, alone(number, dialogue), "in a later conversation of its own")
              .map(text -> text + "; for a bot that varies its words, override essence(Reply)");
      if (again.isPresent()) {
        return again;
      }
      Optional<String> beside = beside(number, dialogue, alone);
      if (beside.isPresent()) {
        return beside;
      }
      number++;
    }
    return Optional.empty();
  }

  private List<Exchange> alone(int number, Dialogue dialogue) throws Exception {
    try (Interview interview = interview()) {
      return interview.play(Wire.V2, conversation(interview, number, dialogue));
    }
  }

  /** Two customers who say the same in turns. */
  private Optional<String> beside(int number, Dialogue dialogue, List<Exchange> alone)
      throws Exception {
    try (Interview interview = interview()) {
      Conversation one = conversation(interview, number, dialogue);
      Conversation other = conversation(interview, number, dialogue);
      List<Exchange> ones = new ArrayList<>();
      List<Exchange> others = new ArrayList<>();
      for (Utterance utterance : dialogue.utterances()) {
        ones.add(interview.ask(Wire.V2, one, utterance));
        others.add(interview.ask(Wire.V2, other, utterance));
      }
      String where = "with another conversation beside it";
      return difference(alone, ones, where).or(() -> difference(alone, others, where));
    }
  }

  /** What goes wrong when many customers write at the same time. */
  Optional<String> atOnce() throws Exception {
    List<Dialogue> dialogues = contract.dialogues();
    List<List<Exchange>> alone = new ArrayList<>();
    for (int i = 0; i < dialogues.size(); i++) {
      alone.add(alone(i + 1, dialogues.get(i)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try (Interview interview = interview()) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<List<Exchange>>> under = new ArrayList<>();
      for (int i = 0; i < AT_ONCE && !dialogues.isEmpty(); i++) {
        int number = i % dialogues.size();
        Conversation conversation = conversation(interview, number + 1, dialogues.get(number));
        under.add(
            threads.submit(
                () -> {
                  start.await();
                  return interview.play(Wire.V2, conversation);
                }));
      }
      start.countDown();
      for (int i = 0; i < under.size(); i++) {
        List<Exchange> expected = alone.get(i % dialogues.size());
        Optional<String> difference =
            difference(
                expected,
                under.get(i).get(patience(expected).toMillis(), TimeUnit.MILLISECONDS),
                "with " + AT_ONCE + " conversations at once");
        if (difference.isPresent()) {
          return difference;
        }
      }
      return Optional.empty();
    } finally {
      threads.shutdownNow();
    }
  }

  /** No turn lasts longer than its deadline, except for what the endpoint adds. */
  private Duration patience(List<Exchange> expected) {
    return contract.deadline().multipliedBy(expected.size()).plusSeconds(30);
  }

  private Optional<String> difference(List<Exchange> alone, List<Exchange> now, String where) {
    for (int i = 0; i < Math.min(alone.size(), now.size()); i++) {
      Exchange expected = alone.get(i);
      Exchange actual = now.get(i);
      if (actual.fault() != null) {
        return Optional.of(actual.complaint() + ", " + where);
      }
      if (!essence(expected).equals(essence(actual))) {
        return Optional.of(
            actual
                + ": "
                + where
                + " the bot replied "
                + actual.shownBody()
                + ", and alone "
                + expected.shownBody());
      }
    }
    return Optional.empty();
  }

  private Object essence(Exchange exchange) {
    Reply reply = exchange.seen() == null ? null : exchange.seen().reply();
    return reply == null ? exchange.body() : contract.essence(reply);
  }

  private Interview interview() throws Exception {
    return new Interview(contract.bot(), contract.deadline());
  }

  private static Conversation conversation(Interview interview, int number, Dialogue dialogue) {
    BotVersion version = interview.description().versions().get(0);
    return new Conversation(number, dialogue, version);
  }
}
