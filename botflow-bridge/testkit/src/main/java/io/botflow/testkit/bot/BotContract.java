// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the endpoint and Genesys Cloud expect of a {@link Bot}, as tests: extend it in the tests of
 * a bot.
 *
 * <pre>{@code
 * class ParcelBotTest extends BotContract {
 *   @Override
 *   protected Bot bot() {
 *     return new ParcelBot();
 *   }
 *
 *   @Override
 *   protected List<Dialogue> dialogues() {
 *     return List.of(
 *         Dialogue.saying("hello", "12345678"),
 *         Dialogue.saying("hello").then(Utterance.press("Call an operator", "operator")));
 *   }
 * }
 * }</pre>
 *
 * <p>The bot is asked through the bridge's own endpoint, by both versions of the Bot Connector and
 * without a network, and each answer is held against the rules of the protocol. A failure names the
 * utterance and the rule. The dialogues are played once and looked at by several tests; while one
 * of these fails, the tests that build on faultless dialogues are skipped.
 *
 * <p>The tests need JUnit Jupiter 6 on the class path, which the testkit does not bring along.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
public abstract class BotContract {
  private static final Duration SHORT = Duration.ofMillis(250);
  private static final int SHOWN = 5;

  @Nullable private List<Exchange> played;
  @Nullable private List<String> mixed;

  /** For subclasses. */
  protected BotContract() {}

  /**
   * Makes the bot under test. Each test asks for one or several; they may be the same object, if
   * that is how the bot will be served.
   *
   * @return the bot
   * @throws Exception when it cannot be made: the test fails
   */
  protected abstract Bot bot() throws Exception;

  /**
   * What customers say to this bot. Give dialogues that lead to each of its intents.
   *
   * @return the dialogues; a greeting by default
   */
  protected List<Dialogue> dialogues() {
    return List.of(Dialogue.saying("hello"));
  }

  /**
   * How long the bot may take for one turn.
   *
   * @return 7 s by default, as the endpoint's own budget; at most 60 s
   */
  protected Duration deadline() {
    return Duration.ofSeconds(7);
  }

  /**
   * What must be the same when another customer says the same. Override it for a bot that varies
   * its words on purpose.
   *
   * @param reply a reply of the bot
   * @return what is compared by {@code equals}; the whole reply by default
   */
  protected Object essence(Reply reply) {
    return reply;
  }

  /**
   * Declares that the bot stops working when nobody waits any more.
   *
   * @return an utterance for which it works longer than a quarter of a second; empty by default,
   *     and then nothing is declared
   */
  protected Optional<Utterance> slowUtterance() {
    return Optional.empty();
  }

  /**
   * How long a bot that obeys its cancellation may go on working after it.
   *
   * @return 2 s by default
   */
  protected Duration grace() {
    return Duration.ofSeconds(2);
  }

  @Test
  void describesItselfWithinTheLimits() throws Exception {
    Bot bot = bot();
    try {
      assertNotNull(bot.describe(), "describe() gave null");
    } catch (IllegalArgumentException | NullPointerException e) {
      fail("describe() breaks a limit of the Bot Connector: " + e.getMessage(), e);
    }
  }

  @Test
  void describesItselfTheSameEachTime() throws Exception {
    assumeDescription();
    Bot bot = bot();
    BotDescription first = bot.describe();
    assertEquals(first, bot.describe(), "describe() gave something else when it was called again");
    assertEquals(first, bot().describe(), "another instance of the bot describes itself otherwise");
    try (Interview interview = new Interview(bot, deadline())) {
      play(interview, Wire.V2);
      assertEquals(first, bot.describe(), "describe() gave something else after some turns");
    }
  }

  @Test
  void letsNoExceptionEscape() throws Exception {
    assertNone(Fault.EXCEPTION);
  }

  @Test
  void neverRepliesNull() throws Exception {
    assertNone(Fault.NULL_REPLY);
  }

  @Test
  void keepsTheDeadline() throws Exception {
    assertNone(Fault.DEADLINE);
  }

  @Test
  void endsOnlyWithDeclaredIntents() throws Exception {
    assertNone(Fault.INTENT);
  }

  @Test
  void fillsSlotsAsDeclared() throws Exception {
    assertNone(Fault.SLOT);
  }

  @Test
  void repliesLegallyInVersion1AndVersion2() throws Exception {
    assertNone(Fault.RULE);
  }

  @Test
  void keepsItsPromiseOfALaterAnswer() throws Exception {
    assertNone(Fault.PROMISE);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void survives(Awkward awkward) throws Exception {
    assumeFaultless();
    for (Wire wire : Wire.values()) {
      try (Interview interview = new Interview(bot(), deadline())) {
        Dialogue known = dialogues().isEmpty() ? Dialogue.saying() : dialogues().get(0);
        assertFaultless(interview.ask(wire, talk(interview), awkward.utterance()));
        Conversation begun = new Conversation(1, known, version(interview));
        if (!known.utterances().isEmpty()) {
          interview.ask(wire, begun, known.utterances().get(0));
        }
        assertFaultless(interview.ask(wire, begun, awkward.utterance()));
      }
    }
  }

  @Test
  void isNotAskedAgainForARepeatedRequest() throws Exception {
    assumeFaultless();
    for (Wire wire : Wire.values()) {
      try (Interview interview = new Interview(bot(), deadline())) {
        Conversation conversation = talk(interview);
        Exchange first = interview.ask(wire, conversation, Utterance.of("hello"));
        Exchange second = interview.repeat(conversation, first);
        assertEquals(
            first.body(), second.body(), () -> second + ": repeated, it got another answer");
        assertEquals(
            1,
            interview.witness().of(conversation).size(),
            () -> second + ": repeated, it reached the bot again");
      }
    }
  }

  @Test
  void keepsConversationsApart() throws Exception {
    assumeFaultless();
    mixed().ifPresent(complaint -> fail(complaint));
  }

  @Test
  void servesConversationsAtOnce() throws Exception {
    assumeFaultless();
    assumeTrue(mixed().isEmpty(), "conversations are mixed even one after another: see there");
    new Neighbours(this).atOnce().ifPresent(complaint -> fail(complaint));
  }

  @Test
  void stopsWhenItIsCancelled() throws Exception {
    assumeFaultless();
    Optional<Utterance> slow = slowUtterance();
    assumeTrue(slow.isPresent(), "the bot does not declare that it obeys: see slowUtterance()");
    try (Interview interview = new Interview(bot(), SHORT)) {
      Exchange exchange = interview.ask(Wire.V2, talk(interview), slow.get());
      Witness.Seen seen = exchange.seen();
      assertTrue(
          exchange.fault() == Fault.DEADLINE && seen != null,
          () -> exchange + ": the bot was done within " + SHORT + "; name one that takes longer");
      assertTrue(
          seen.endsWithin(grace()),
          () -> exchange + ": cancelled and interrupted, the bot still works after " + grace());
    }
  }

  private void assertNone(Fault fault) throws Exception {
    List<Exchange> wrong = played().stream().filter(one -> one.fault() == fault).toList();
    if (!wrong.isEmpty()) {
      throw new AssertionError(complaints(wrong), thrownIn(wrong.get(0)));
    }
  }

  private static void assertFaultless(Exchange exchange) {
    if (exchange.fault() != null) {
      throw new AssertionError(exchange.complaint(), thrownIn(exchange));
    }
  }

  @Nullable
  private static Throwable thrownIn(Exchange exchange) {
    return exchange.seen() == null ? null : exchange.seen().thrown();
  }

  private static String complaints(List<Exchange> wrong) {
    String more = wrong.size() > SHOWN ? "\n… and " + (wrong.size() - SHOWN) + " more" : "";
    return wrong.stream()
        .limit(SHOWN)
        .map(Exchange::complaint)
        .collect(Collectors.joining("\n", "", more));
  }

  private void assumeDescription() throws Exception {
    boolean described;
    try {
      described = bot().describe() != null;
    } catch (RuntimeException e) {
      described = false;
    }
    assumeTrue(described, "the bot does not describe itself: see there");
  }

  private void assumeFaultless() throws Exception {
    assumeTrue(
        played().stream().allMatch(exchange -> exchange.fault() == null),
        "the bot's own dialogues have faults: see the tests that fail");
  }

  /** The dialogues in both versions of the protocol, and with each version of the bot. */
  private List<Exchange> played() throws Exception {
    assumeDescription();
    if (played == null) {
      List<Exchange> exchanges = new ArrayList<>();
      for (Wire wire : Wire.values()) {
        try (Interview interview = new Interview(bot(), deadline())) {
          exchanges.addAll(play(interview, wire));
        }
      }
      played = List.copyOf(exchanges);
    }
    return played;
  }

  private List<Exchange> play(Interview interview, Wire wire) throws InterruptedException {
    List<Exchange> exchanges = new ArrayList<>();
    for (BotVersion version : interview.description().versions()) {
      int number = 1;
      for (Dialogue dialogue : dialogues()) {
        exchanges.addAll(interview.play(wire, new Conversation(number++, dialogue, version)));
      }
    }
    return exchanges;
  }

  private Optional<String> mixed() throws Exception {
    if (mixed == null) {
      mixed = new Neighbours(this).mixed().stream().toList();
    }
    return mixed.stream().findFirst();
  }

  /** A conversation of which nothing is known yet. */
  private static Conversation talk(Interview interview) {
    return new Conversation(0, Dialogue.saying(), version(interview));
  }

  private static BotVersion version(Interview interview) {
    return interview.description().versions().get(0);
  }
}
