// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.bridge.media.TestClock;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.connector.bot.Attribute;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Text;
import io.botflow.connector.web.WebResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatedTurnsTest {
  private static final Attribute<Long> COUNT = Attribute.number("count");

  private final Notes notes = Notes.inMemory(new TestClock());
  private final ScriptedBot bot =
      ScriptedBot.answering(
          turn ->
              Reply.awaitMore(
                  new Text("turn " + turn.session().update(COUNT, known -> known.orElse(0L) + 1))));

  private Caller instance() {
    return Caller.with(builder -> builder.notes(notes), bot);
  }

  @Test
  void theSameMessageOfVersion2IsAnsweredOnceEvenByTwoInstances() {
    try (Caller one = instance();
        Caller other = instance()) {
      String request = LateAnswersTest.utterance("s-1", "m-1", "hello");
      JsonNode first = one.v2(request);
      assertEquals("turn 1", first.at("/replyMessages/0/text").asText());
      assertEquals(first, one.v2(request));
      assertEquals(first, other.v2(request));
      assertEquals(
          "turn 2",
          other
              .v2(LateAnswersTest.utterance("s-1", "m-2", "hello"))
              .at("/replyMessages/0/text")
              .asText());
    }
    assertEquals(2, bot.turns.size());
  }

  @Test
  void theSameWordsInTheSameSessionOfVersion1AreTakenForARepetition() {
    try (Caller one = instance();
        Caller other = instance()) {
      JsonNode first = one.v1(LateAnswersTest.utterance("s-1", "", "hello"));
      assertEquals(first, other.v1(LateAnswersTest.utterance("s-1", "", "hello")));
      assertEquals(1, bot.turns.size());
      one.v1(LateAnswersTest.utterance("s-1", "", "hello!"));
      one.v1(LateAnswersTest.utterance("s-2", "", "hello"));
      assertEquals(3, bot.turns.size());
    }
  }

  @Test
  void whatHasNoWordsInVersion1IsNeverTakenForARepetition() {
    try (Caller genesys = instance()) {
      for (int picture = 0; picture < 3; picture++) {
        genesys.v1(LateAnswersTest.utterance("s-1", "", ""));
      }
    }
    assertEquals(3, bot.turns.size());
  }

  @Test
  void aBotThatCannotDoWithoutTheStoreFailsLikeTheEndpointItself() {
    ScriptedBot needy =
        ScriptedBot.answering(
            turn -> {
              throw new StoreUnavailableException("away");
            });
    try (Caller genesys = Caller.of(needy)) {
      String request = LateAnswersTest.utterance("s-1", "m-1", "hello");
      assertEquals(503, genesys.call("POST", Caller.V2, request).status());
      assertEquals("StoreUnavailable", genesys.v1(request).at("/errorInfo/errorCode").asText());
    }
  }

  @Test
  void thisCanBeSwitchedOff() {
    try (Caller genesys =
        Caller.with(
            Caller.settings().v1RepeatWindow(Duration.ZERO).v2RepeatWindow(Duration.ZERO).build(),
            builder -> builder,
            bot)) {
      for (int i = 0; i < 2; i++) {
        genesys.v1(LateAnswersTest.utterance("s-1", "m-1", "hello"));
        genesys.v2(LateAnswersTest.utterance("s-1", "m-1", "hello"));
      }
    }
    assertEquals(4, bot.turns.size());
  }

  @Test
  void aStoreThatIsAwayFailsVersion1AndHasVersion2Repeated() {
    InMemoryStore store = new InMemoryStore();
    try (Caller genesys = Caller.with(builder -> builder.notes(store.notes()), bot)) {
      store.close();
      WebResponse v2 =
          genesys.call("POST", Caller.V2, LateAnswersTest.utterance("s-1", "m-1", "hello"));
      assertEquals(503, v2.status());
      JsonNode v1 = genesys.v1(LateAnswersTest.utterance("s-1", "m-1", "hello"));
      assertEquals("Failed", v1.path("botState").asText());
      assertEquals("StoreUnavailable", v1.at("/errorInfo/errorCode").asText());
    }
    assertEquals(0, bot.turns.size());
  }

  @Test
  void variablesComeOnceAndStayForTheConversation() {
    try (Caller genesys = instance()) {
      genesys.v1(
          """
          {"botId":"%s","botSessionId":"s-1","genesysConversationId":"c-9",
           "inputMessage":{"type":"Text","text":"a"},"parameters":{"channel":"Open","tier":"gold"}}"""
              .formatted(ScriptedBot.ID));
      genesys.v1(utterance("s-1", "b", "{}"));
      genesys.v2(utterance("s-2", "c", "{\"tier\":\"silver\"}"));
      List<Turn> turns = Stream.generate(bot.turns::remove).limit(3).toList();
      assertEquals(Map.of("channel", "Open", "tier", "gold"), turns.get(0).variables());
      assertEquals(Map.of("channel", "Open", "tier", "gold"), turns.get(1).variables());
      assertEquals(Map.of("channel", "Open", "tier", "silver"), turns.get(2).variables());
      assertTrue(turns.get(0).first());
      assertFalse(turns.get(1).first());
      assertTrue(turns.get(2).first());
    }
  }

  @Test
  void anIntentThatComesTooOftenTakesTurnsWithItsAlternatives() {
    ScriptedBot looping =
        new ScriptedBot(
            BotDescription.of(
                ScriptedBot.ID, "Loop", "1", "en", Intent.of("done"), Intent.of("done-again")),
            turn -> Reply.complete("done"));
    try (Caller genesys =
        Caller.with(
            Caller.settings().alternateIntents("done", "done-again").build(),
            builder -> builder,
            looping)) {
      List<String> intents =
          Stream.of("a", "b", "c", "d", "e")
              .map(text -> genesys.v1(utterance("s-" + text, text, "{}")))
              .map(answer -> answer.path("intent").asText())
              .toList();
      assertEquals(List.of("done", "done-again", "done", "done-again", "done"), intents);
      assertEquals("done", genesys.v2(utterance("s-x", "x", "{}")).path("intent").asText());
    }
  }

  private static String utterance(String session, String text, String parameters) {
    return """
        {"botId":"%s","botSessionId":"%s","genesysConversationId":"c-9",
         "inputMessage":{"type":"Text","text":"%s"},"parameters":%s}"""
        .formatted(ScriptedBot.ID, session, text, parameters);
  }
}
