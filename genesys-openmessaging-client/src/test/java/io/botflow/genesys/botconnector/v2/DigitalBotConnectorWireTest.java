// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.genesys.VirtualTime;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import io.botflow.genesys.botconnector.dialog.ValueType;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.QuickReply;
import io.botflow.genesys.error.BadRequestException;
import io.botflow.genesys.error.ConflictException;
import io.botflow.genesys.error.Delivery;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.PermissionException;
import io.botflow.genesys.error.ServerException;
import io.botflow.genesys.error.TransportException;
import io.botflow.genesys.error.UnexpectedResponseException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalBotConnectorWireTest {
  private static final String CONNECTORS = "/api/v2/integrations/botconnectors/";
  private static final BotSessionAddress SESSION =
      new BotSessionAddress("bot-1", "Delta", "s-1", "en-us");
  private static final String ADDRESS =
      "{\"botId\":\"bot-1\",\"botVersion\":\"Delta\",\"botSessionId\":\"s-1\","
          + "\"languageCode\":\"en-us\",";

  private final FakeGenesys genesys = new FakeGenesys();
  private final VirtualTime time = new VirtualTime();
  private final GenesysCloud cloud =
      genesys.connectWithDefaults().clock(time.clock).sleeper(time).random(() -> 0L).build();
  private final DigitalBotConnector connector = cloud.digitalBotConnector();

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  private static OutgoingMessage message() {
    return OutgoingMessage.replies(SESSION, List.of(ReplyMessage.text("One moment")));
  }

  @Test
  void aLateAnswerIsWrittenByteForByteAsDocumented() {
    genesys.answer(200, "{\"messageId\":\"4d68290c\"}");
    BotMessageResponse answer =
        BotMessageResponse.builder(BotState.COMPLETE)
            .intent("OrderCookie")
            .confidence(new BigDecimal("0.50"))
            .reply(ReplyMessage.text("your cookie is ordered"))
            .reply(
                ReplyMessage.structured(
                    "And now?", List.of(Content.of(QuickReply.of("More", "cookie")))))
            .entity(EntityValue.of("Size", ValueType.INTEGER, "12"))
            .entity(EntityValue.of("Parts", ValueType.STRING_COLLECTION, List.of("a", "b")))
            .parameter("out", "1")
            .build();
    OutgoingResult result = connector.send(OutgoingMessage.of(SESSION, answer));
    assertEquals(new OutgoingResult.Sent("4d68290c", Map.of()), result);
    assertCall(
        0,
        "POST " + CONNECTORS + "outgoing/messages",
        ADDRESS
            + "\"botState\":\"Complete\",\"intent\":\"OrderCookie\",\"confidence\":0.50,"
            + "\"replyMessages\":[{\"type\":\"Text\",\"text\":\"your cookie is ordered\"},"
            + "{\"type\":\"Structured\",\"text\":\"And now?\",\"content\":[{\"contentType\":"
            + "\"QuickReply\",\"quickReply\":{\"text\":\"More\",\"payload\":\"cookie\"}}]}],"
            + "\"entities\":[{\"name\":\"Size\",\"type\":\"Integer\",\"value\":\"12\"},"
            + "{\"name\":\"Parts\",\"type\":\"StringCollection\",\"values\":[\"a\",\"b\"]}],"
            + "\"parameters\":{\"out\":\"1\"}}");
    assertEquals(
        "Bearer " + FakeGenesys.TOKEN_PREFIX + "1",
        genesys.calls().get(0).getHeaders().get("Authorization"));
  }

  @Test
  void repliesLeaveTheSessionOpenAndWhatIsAbsentIsNotWritten() {
    genesys.answer(200, "{\"messageId\":\"m\"}");
    connector.send(message());
    assertCall(
        0,
        "POST " + CONNECTORS + "outgoing/messages",
        ADDRESS
            + "\"botState\":\"MoreData\",\"replyMessages\":"
            + "[{\"type\":\"Text\",\"text\":\"One moment\"}]}");
  }

  @Test
  void aFailureIsWrittenInTheSpellingOfTheSpecificationAndReadInBoth() {
    OutgoingMessage failed =
        OutgoingMessage.of(
            SESSION,
            BotMessageResponse.builder(BotState.FAILED)
                .errorInfo(ErrorInfo.of("E1", "out of cookies"))
                .build());
    String json =
        ADDRESS
            + "\"botState\":\"Failed\",\"errorInfo\":"
            + "{\"errorCode\":\"E1\",\"errorMessage\":\"out of cookies\"}}";
    assertEquals(json, failed.toJson());
    assertEquals(failed, OutgoingMessage.parse(utf8(json)));
    String sdk = json.replace("errorCode", "code").replace("errorMessage", "message");
    assertEquals(failed, OutgoingMessage.parse(utf8(sdk)));
  }

  @Test
  void whatAnAnswerKeptOfOtherFieldsIsWrittenButNoIdOfTheSender() {
    BotMessageResponse answer =
        BotMessageResponse.parse(
            utf8(
                "{\"botState\":\"MoreData\",\"botId\":\"x\",\"botVersion\":\"x\",\"botSessionId\":"
                    + "\"x\",\"languageCode\":\"x\",\"messageId\":\"x\",\"correlationId\":\"x\","
                    + "\"brandNew\":1}"));
    assertEquals(
        ADDRESS + "\"botState\":\"MoreData\",\"brandNew\":1}",
        OutgoingMessage.of(SESSION, answer).toJson());
  }

  @Test
  void theSessionIsTakenFromATurn() {
    String turn = ADDRESS + "\"messageId\":\"m\",\"genesysConversationId\":\"c\"}";
    assertEquals(SESSION, BotSessionAddress.of(BotMessageRequest.parse(utf8(turn))));
  }

  @Test
  void whatGenesysCloudWouldRefuseIsNamed() {
    for (String field : List.of("botId", "botVersion", "botSessionId", "languageCode")) {
      String turn = (ADDRESS + "}").replace(",}", "}").replace("\"" + field + "\"", "\"other\"");
      assertField(field, () -> BotSessionAddress.of(BotMessageRequest.parse(utf8(turn))));
    }
    assertField("botId", () -> new BotSessionAddress(" ", "1", "s", "en"));
    assertField("replyMessages", () -> OutgoingMessage.replies(SESSION, List.of()));
    assertField("botState", () -> outgoing("{}"));
    assertField("intent", () -> outgoing("{\"botState\":\"COMPLETE\"}"));
  }

  private static OutgoingMessage outgoing(String answer) {
    return OutgoingMessage.of(SESSION, BotMessageResponse.parse(utf8(answer)));
  }

  @ParameterizedTest
  @CsvSource({
    "integration.not.active, INTEGRATION_NOT_ACTIVE",
    "session.already.closed, SESSION_ALREADY_CLOSED",
    "session.not.found, SESSION_NOT_FOUND",
    "session.bot.id.mismatch, SESSION_BOT_ID_MISMATCH",
    "session.bot.version.mismatch, SESSION_BOT_VERSION_MISMATCH",
    "Session.Not.Found, SESSION_NOT_FOUND",
  })
  void aDocumentedRefusalIsAResult(String code, OutgoingRefusal reason) {
    genesys.answer(
        409,
        "{\"message\":\"No.\",\"code\":\"%s\",\"status\":409,\"contextId\":\"k-1\"}"
            .formatted(code));
    assertEquals(new OutgoingResult.Refused(reason, "No.", "k-1"), connector.send(message()));
    assertEquals(1, genesys.calls().size());
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalHasItsCode(OutgoingRefusal reason) {
    assertEquals(reason, OutgoingRefusal.of(reason.code()).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"409, brand.new", "409, conflict", "412, session.not.found"})
  void anyOtherConflictIsThrown(int status, String code) {
    genesys.answer(status, "{\"message\":\"No.\",\"code\":\"%s\"}".formatted(code));
    ConflictException e = assertThrows(ConflictException.class, () -> connector.send(message()));
    assertEquals(code, e.code().orElseThrow());
    assertEquals(status, e.status());
  }

  @Test
  void aConflictWithoutACodeIsThrown() {
    genesys.answer(409, "");
    assertThrows(ConflictException.class, () -> connector.send(message()));
  }

  @Test
  void aDocumentedCodeOfAnotherStatusIsNoResult() {
    genesys.answer(400, "{\"code\":\"session.not.found\"}");
    assertThrows(BadRequestException.class, () -> connector.send(message()));
  }

  @Test
  void aMissingPermissionIsNamed() {
    genesys.answer(
        403,
        "{\"code\":\"missing.permissions\",\"message\":\"You are missing the following"
            + " permission(s): integration:botconnector:send\"}");
    PermissionException e =
        assertThrows(PermissionException.class, () -> connector.send(message()));
    assertEquals(List.of("integration:botconnector:send"), e.missingPermissions());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void aMessageThatMayHaveBeenSentIsNotRepeated(int status) {
    genesys.answerCalls(request -> FakeGenesys.json(status, "{}"));
    assertThrows(ServerException.class, () -> connector.send(message()));
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void aMessageWhoseAnswerWasLostIsNotRepeated() {
    genesys.answer(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    TransportException e = assertThrows(TransportException.class, () -> connector.send(message()));
    assertEquals(1, genesys.calls().size());
    assertEquals(false, e.delivery() == Delivery.NOT_SENT);
  }

  @Test
  void aMessageOfTooManyIsSentAfterTheDelayThatWasNamed() {
    genesys
        .answer(new MockResponse.Builder().code(429).setHeader("Retry-After", "4").build())
        .answer(200, "{\"messageId\":\"m-2\"}");
    assertEquals(new OutgoingResult.Sent("m-2", Map.of()), connector.send(message()));
    assertEquals(List.of(Duration.ofSeconds(4)), time.sleeps());
    assertEquals(genesys.calls().get(0).getBody(), genesys.calls().get(1).getBody());
  }

  @Test
  void aMessageThatCertainlyWasNotSentIsTriedAgain() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port);
    try (GenesysCloud alone =
        GenesysCloud.builder(Region.at(nobody, nobody))
            .accessTokens(AccessTokenProvider.fixed("t"))
            .clock(time.clock)
            .sleeper(time)
            .build()) {
      assertThrows(TransportException.class, () -> alone.digitalBotConnector().send(message()));
    }
    assertEquals(2, time.sleeps().size());
  }

  @Test
  void aSuccessThatCannotBeReadIsNotRepeated() {
    genesys.answer(200, "");
    assertThrows(UnexpectedResponseException.class, () -> connector.send(message()));
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void theBotsOfAnIntegrationAreReadPageByPage() {
    genesys
        .answer(
            200,
            "{\"entities\":[{\"id\":\"a\",\"name\":\"A\",\"provider\":\"P\",\"versions\":"
                + "[{\"version\":\"1\",\"intents\":[{\"name\":\"I\"}]}]}],\"pageCount\":2}")
        .answer(200, "{\"entities\":[{\"id\":\"b\",\"brandNew\":1}],\"pageCount\":2}");
    List<Bot> bots = connector.bots("int/1").toList();
    assertEquals("I", bots.get(0).versions().get(0).intents().get(0).name());
    assertEquals("1", bots.get(1).extra().get("brandNew").asText());
    assertCall(0, "GET " + CONNECTORS + "int%2F1/bots?pageNumber=1", "");
    assertCall(1, "GET " + CONNECTORS + "int%2F1/bots?pageNumber=2", "");
  }

  @Test
  void summariesNameTheVersions() {
    genesys.answer(
        200,
        "{\"entities\":[{\"id\":\"a\",\"name\":\"A\",\"description\":\"d\",\"botCompositeTag\":"
            + "\"t\",\"versions\":[{\"version\":\"1\"},{\"version\":\"2\"}]}]}");
    BotSummary summary = connector.summaries("i").findFirst().orElseThrow();
    assertEquals(
        List.of("1", "2"), summary.versions().stream().map(BotVersionName::version).toList());
    assertEquals("t", summary.botCompositeTag());
    assertCall(0, "GET " + CONNECTORS + "i/bots/summaries?pageNumber=1", "");
  }

  @Test
  void oneBotIsReadWithAllVersionsOrWithOne() {
    genesys.answer(200, "{\"id\":\"b\"}").answer(503, "{}").answer(200, "{\"id\":\"b\"}");
    assertEquals("b", connector.bot("i", "b/ї").id());
    assertEquals("b", connector.bot("i", "b", "1.0 β").id(), "a read is repeated");
    assertCall(0, "GET " + CONNECTORS + "i/bots/b%2F%D1%97", "");
    assertCall(2, "GET " + CONNECTORS + "i/bots/b?version=1.0%20%CE%B2", "");
    genesys.answer(404, "{\"code\":\"not.found\"}");
    assertThrows(NotFoundException.class, () -> connector.bot("i", "b"));
    assertField("version", () -> connector.bot("i", "b", ""));
    assertThrows(IllegalArgumentException.class, () -> connector.bots(" "));
  }

  private static byte[] utf8(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertField(String field, Executable build) {
    assertEquals(field, assertThrows(InvalidFieldException.class, build, field).field());
  }

  private void assertCall(int number, String line, String body) {
    RecordedRequest call = genesys.calls().get(number);
    assertEquals(line, call.getMethod() + " " + call.getTarget());
    assertEquals(body, call.getBody() == null ? "" : call.getBody().utf8());
  }
}
