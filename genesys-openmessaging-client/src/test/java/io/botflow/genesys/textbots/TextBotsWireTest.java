// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.textbots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.VirtualTime;
import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.dialog.InputMessage;
import io.botflow.genesys.content.ButtonResponse;
import io.botflow.genesys.content.ButtonType;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.error.ServerException;
import io.botflow.genesys.error.TransportException;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBotsWireTest {
  private final FakeGenesys genesys = new FakeGenesys();
  private final VirtualTime time = new VirtualTime();
  private final GenesysCloud cloud =
      genesys.connectWithDefaults().clock(time.clock).sleeper(time).build();
  private final TextBots bots = cloud.textBots();

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  private static TextBotTurn.Builder hello() {
    return TextBotTurn.builder("int-1", "b-1", "s-1", InputMessage.text("Hello"));
  }

  @Test
  void aTurnIsWrittenByteForByteAsDocumented() {
    bots.execute(
        hello()
            .version("1.0")
            .languageCode("en-us")
            .sessionTimeout(Duration.ofHours(1))
            .channel(BotChannel.MESSAGING)
            .correlationId("k-1")
            .platform(MessagingPlatformType.TELEGRAM)
            .parameter("surveyId", "abc")
            .build());
    assertBody(
        "{\"botId\":\"b-1\",\"botAlias\":\"1.0\",\"integrationId\":\"int-1\",\"botSessionId\":"
            + "\"s-1\",\"postTextMessage\":{\"type\":\"Text\",\"text\":\"Hello\"},"
            + "\"languageCode\":\"en-us\",\"botSessionTimeoutMinutes\":60,\"botChannels\":"
            + "[\"Messaging\"],\"botCorrelationId\":\"k-1\",\"messagingPlatformType\":"
            + "\"Telegram\",\"genesysBotConnector\":{\"queryParameters\":{\"surveyId\":"
            + "\"abc\"}}}");
  }

  @Test
  void whatIsAbsentIsNotWritten() {
    bots.execute(hello().build());
    assertBody(
        "{\"botId\":\"b-1\",\"integrationId\":\"int-1\",\"botSessionId\":\"s-1\","
            + "\"postTextMessage\":{\"type\":\"Text\",\"text\":\"Hello\"}}");
  }

  @Test
  void theButtonThatWasPressedIsWritten() {
    InputMessage press =
        InputMessage.pressed(ButtonResponse.of(ButtonType.QUICK_REPLY, "Yes", "yes"));
    bots.execute(TextBotTurn.builder("i", "b", "s", press).build());
    assertBody(
        "{\"botId\":\"b\",\"integrationId\":\"i\",\"botSessionId\":\"s\",\"postTextMessage\":"
            + "{\"type\":\"Structured\",\"text\":\"Yes\",\"content\":[{\"contentType\":"
            + "\"ButtonResponse\",\"buttonResponse\":{\"type\":\"QuickReply\",\"text\":\"Yes\","
            + "\"payload\":\"yes\"}}]}}");
  }

  @Test
  void theAnswerIsRead() {
    genesys.answer(
        200,
        "{\"botState\":\"COMPLETE\",\"replyMessages\":[{\"type\":\"Text\",\"text\":\"Done\"}],"
            + "\"intentName\":\"done\",\"slots\":{\"size\":\"12\",\"parts\":[\"a\",\"b\"]},"
            + "\"botCorrelationId\":\"k-1\",\"genesysBotConnector\":{\"confidence\":0.50,"
            + "\"parameters\":{\"out\":\"1\"}},\"brandNew\":1}");
    TextBotAnswer answer = bots.execute(hello().build());
    assertEquals(BotState.COMPLETE, answer.botState());
    assertEquals("Done", answer.replyMessages().get(0).text());
    assertEquals("done", answer.intentName());
    assertEquals(Map.of("size", "12", "parts", "[\"a\",\"b\"]"), answer.slots());
    assertEquals("k-1", answer.botCorrelationId());
    assertEquals("{\"out\":\"1\"}", answer.genesysBotConnector().get("parameters").toString());
    assertEquals(1, answer.extra().get("brandNew").intValue());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 503, 504})
  void aTurnThatTheBotMayHaveHadIsNotRepeated(int status) {
    genesys.answerCalls(request -> FakeGenesys.json(status, "{}"));
    assertThrows(ServerException.class, () -> bots.execute(hello().build()));
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void aTurnWhoseAnswerWasLostIsNotRepeatedButOneOfTooManyIs() {
    genesys
        .answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build())
        .answer(new MockResponse.Builder().code(429).setHeader("Retry-After", "1").build());
    assertThrows(TransportException.class, () -> bots.execute(hello().build()));
    assertEquals(1, genesys.calls().size());
    bots.execute(hello().build());
    assertEquals(3, genesys.calls().size());
  }

  @Test
  void whatGenesysCloudWouldRefuseIsNamed() {
    InputMessage text = InputMessage.text("");
    assertField("integrationId", () -> TextBotTurn.builder("", "b", "s", text));
    assertField("botId", () -> TextBotTurn.builder("i", " ", "s", text));
    assertField("botSessionId", () -> TextBotTurn.builder("i", "b", "", text));
    assertField("genesysBotConnector.queryParameters", () -> hello().parameter("", "x"));
    assertEquals(
        11, hello().sessionTimeout(Duration.ofMinutes(11)).build().botSessionTimeoutMinutes());
    for (Duration refused :
        new Duration[] {
          Duration.ofMinutes(10),
          Duration.ofSeconds(661),
          Duration.ofMillis(660_001),
          Duration.ofMinutes(Integer.MAX_VALUE + 1L),
          Duration.ZERO
        }) {
      assertField("botSessionTimeoutMinutes", () -> hello().sessionTimeout(refused));
    }
  }

  private static void assertField(String field, Executable build) {
    assertEquals(field, assertThrows(InvalidFieldException.class, build, field).field());
  }

  private void assertBody(String body) {
    RecordedRequest call = genesys.onlyCall();
    assertEquals("POST /api/v2/textbots/bots/execute", call.getMethod() + " " + call.getTarget());
    assertEquals(body, call.getBody() == null ? "" : call.getBody().utf8());
  }
}
