// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Each wrong bot fails the check that is made for its mistake, and no other. */
class BotContractTest {

  @Test
  void aRightBotPassesEverything() {
    Outcomes outcomes = Outcomes.of(WrongBots.Right.class);
    assertEquals(Map.of(), outcomes.failed);
    assertEquals(Set.of(), outcomes.skipped);
    assertTrue(outcomes.passed.size() > 15, outcomes.passed::toString);
  }

  static Stream<Arguments> eachMistakeFailsItsOwnCheck() {
    return Stream.of(
        wrong(
            WrongBots.Throwing.class,
            "letsNoExceptionEscape()",
            "utterance \"hello\" (dialogue 1, turn 1, bot version 1, Bot Connector v1): the bot threw"
                + " java.lang.IllegalStateException: the warehouse is closed"),
        wrong(
            WrongBots.Silent.class,
            "neverRepliesNull()",
            "utterance \"more\" (dialogue 1, turn 2, ",
            "Bot Connector v2): the bot replied null"),
        wrong(WrongBots.Late.class, "keepsTheDeadline()", "did not reply within the deadline"),
        wrong(
            WrongBots.Inventive.class,
            "endsOnlyWithDeclaredIntents()",
            "version 1 does not declare the intent refund"),
        wrong(
            WrongBots.Mistyped.class,
            "fillsSlotsAsDeclared()",
            "slot count is not of the type Integer"),
        wrong(
            WrongBots.Nameless.class,
            "repliesLegallyInVersion1AndVersion2()",
            "BlankParameter: an output parameter has a blank name"),
        wrong(
            WrongBots.Forgetful.class,
            "keepsItsPromiseOfALaterAnswer()",
            "it replied Later, and nothing followed within the deadline"),
        wrong(
            WrongBots.WhollyUndescribed.class,
            "describesItselfWithinTheLimits()",
            "name must have 1 to 100 characters"),
        wrong(
            WrongBots.Renamed.class,
            "describesItselfTheSameEachTime()",
            "something else when it was called again"),
        wrong(
            WrongBots.KnowingItsButtons.class,
            "a button that the bot never offered",
            "utterance button \"?\" with payload \"no-such-payload-4711\"",
            "IllegalArgumentException"),
        wrong(
            WrongBots.Talkative.class,
            "keepsConversationsApart()",
            "with another conversation beside it the bot replied",
            "Before that I heard hello"),
        wrong(
            WrongBots.Unlocked.class,
            "servesConversationsAtOnce()",
            "with 32 conversations at once the bot replied"),
        wrong(
            WrongBots.Stubborn.class,
            "stopsWhenItIsCancelled()",
            "utterance \"slow\"",
            "the bot still works after PT0.05S"));
  }

  private static Arguments wrong(Class<?> contract, String check, String... said) {
    return Arguments.of(contract, check, List.of(said));
  }

  @ParameterizedTest
  @MethodSource
  void eachMistakeFailsItsOwnCheck(Class<?> contract, String check, List<String> said) {
    Outcomes outcomes = Outcomes.of(contract);
    assertEquals(Set.of(check), outcomes.failed.keySet(), outcomes.failed::toString);
    for (String words : said) {
      assertTrue(outcomes.failed.get(check).contains(words), outcomes.failed.get(check));
    }
  }

  @Test
  void aBotThatFearsEmptyTextsFailsForEachWayToSayNothing() {
    assertEquals(
        Set.of("an empty text, as after a picture", "no text at all"),
        Outcomes.of(WrongBots.AfraidOfEmptyTexts.class).failed.keySet());
  }

  /** What came of each test of a class, by its display name. */
  private static final class Outcomes implements TestExecutionListener {
    private final Map<String, String> failed = new TreeMap<>();
    private final Set<String> skipped = new TreeSet<>();
    private final Set<String> passed = new TreeSet<>();

    static Outcomes of(Class<?> contract) {
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(selectClass(contract))
              .configurationParameter(WrongBots.OnPurpose.ASKED_FOR, "yes")
              .build();
      Outcomes outcomes = new Outcomes();
      LauncherFactory.create().execute(request, outcomes);
      return outcomes;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      switch (result.getStatus()) {
        case FAILED ->
            failed.put(
                test.getDisplayName(),
                result.getThrowable().map(Throwable::getMessage).orElse("failed"));
        case ABORTED -> skipped.add(test.getDisplayName());
        case SUCCESSFUL -> {
          if (test.isTest()) {
            passed.add(test.getDisplayName());
          }
        }
      }
    }
  }
}
