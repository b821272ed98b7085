// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.VirtualTime;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.error.ServerException;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.media.MediaFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundWireTest {
  private static final String LINE = "/api/v2/conversations/messages/c-1/communications/l-1";

  private final FakeGenesys genesys = new FakeGenesys();
  private final VirtualTime time = new VirtualTime();
  private final GenesysCloud cloud =
      genesys.connectWithDefaults().clock(time.clock).sleeper(time).build();
  private final AgentCommunication line =
      cloud.actingAs(AccessTokenProvider.fixed("agent-1")).outbound().communication("c-1", "l-1");

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  @Test
  void anAgentlessTextIsWrittenAsDocumented() {
    genesys.answer(
        200,
        "{\"id\":\"m-1\",\"conversationId\":\"c-1\",\"textBody\":\"old\",\"message\":"
            + "{\"normalizedMessage\":{\"text\":\"Hello\"}},\"brandNew\":1}");
    SentAgentlessMessage sent =
        cloud
            .outbound()
            .send(
                AgentlessMessage.text("int-1", "user-1", "Hello")
                    .intoActiveConversation()
                    .forContact("e-1"));
    assertCall(
        0,
        "POST /api/v2/conversations/messages/agentless",
        "{\"toAddressMessengerType\":\"open\",\"fromAddress\":\"int-1\",\"toAddress\":\"user-1\","
            + "\"textBody\":\"Hello\",\"useExistingActiveConversation\":true,"
            + "\"externalContactId\":\"e-1\"}");
    assertEquals("c-1", sent.conversationId());
    assertEquals("Hello", sent.text().orElseThrow());
  }

  @Test
  void theTextOfAnOlderAnswerIsReadToo() {
    genesys.answer(200, "{\"textBody\":\"Hello\"}");
    assertEquals(
        "Hello",
        cloud.outbound().send(AgentlessMessage.text("i", "u", "Hello")).text().orElseThrow());
  }

  @Test
  void anAgentlessTextThatMayHaveArrivedIsNotRepeated() {
    genesys.answerCalls(request -> FakeGenesys.json(504, "{}"));
    assertThrows(
        ServerException.class,
        () -> cloud.outbound().send(AgentlessMessage.text("i", "u", "Hello")));
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void aConversationIsBegun() {
    genesys.answer(200, "{\"id\":\"c-9\",\"selfUri\":\"/x\"}");
    assertEquals(
        "c-9",
        cloud
            .outbound()
            .create(
                NewConversation.builder("q-1", "user-1")
                    .useExistingConversation(true)
                    .externalContactId("e-1")
                    .useUserFromAddress(false)
                    .build())
            .id());
    assertCall(
        0,
        "POST /api/v2/conversations/messages",
        "{\"toAddressMessengerType\":\"open\",\"queueId\":\"q-1\",\"toAddress\":\"user-1\","
            + "\"useExistingConversation\":true,\"externalContactId\":\"e-1\","
            + "\"useUserFromAddress\":false}");
  }

  @Test
  void anAgentsMessagesCarryTheAgentsToken() {
    line.send(AgentMessage.text("Hi"));
    line.send(AgentMessage.media(List.of("f-1", "f-2")));
    ResponseParameter name = new ResponseParameter("name", "Olha");
    line.send(AgentMessage.response(PreparedResponse.of("r-1", name)));
    assertCall(0, "POST " + LINE + "/messages", "{\"textBody\":\"Hi\"}");
    assertCall(1, "POST " + LINE + "/messages", "{\"mediaIds\":[\"f-1\",\"f-2\"]}");
    assertCall(
        2,
        "POST " + LINE + "/messages",
        "{\"messagingTemplate\":{\"responseId\":\"r-1\",\"bodyParameters\":"
            + "[{\"id\":\"name\",\"value\":\"Olha\"}]}}");
    assertEquals("Bearer agent-1", genesys.calls().get(0).getHeaders().get("Authorization"));
    assertTrue(genesys.tokenRequests().isEmpty());
  }

  @Test
  void typingIsShownAndItsEmptyAnswerIsFine() {
    genesys.answer(200, "");
    line.typing(Duration.ofSeconds(5));
    assertCall(0, "POST " + LINE + "/typing", "{\"typing\":{\"type\":\"On\",\"duration\":5000}}");
  }

  @Test
  void aFileIsUploadedInTwoStepsAndTheTokenStaysWithTheApi(@TempDir Path directory)
      throws Exception {
    Path file = Files.writeString(directory.resolve("offer.pdf"), "canary-file");
    genesys.answer(
        200,
        "{\"id\":\"f-1\",\"uploadUrl\":\"%supload/1?proof=canary\",\"uploadHeaders\":{\"x-proof\":"
                .formatted(genesys.uri())
            + "\"p\",\"Content-Type\":\"application/pdf\",\"Host\":\"elsewhere\"}}");
    assertEquals("f-1", line.upload(MediaFile.of(file)));
    assertCall(
        0,
        "POST " + LINE + "/messages/media/uploads",
        "{\"fileName\":\"offer.pdf\",\"contentLengthBytes\":11}");
    RecordedRequest put = genesys.calls().get(1);
    assertEquals("PUT /upload/1?proof=canary", put.getMethod() + " " + put.getTarget());
    assertEquals("canary-file", body(put));
    assertEquals("p", put.getHeaders().get("x-proof"));
    assertEquals("11", put.getHeaders().get("Content-Length"));
    assertNull(put.getHeaders().get("Authorization"));
  }

  @Test
  void aRefusedUploadDoesNotTellItsAddress() {
    genesys.answer(200, "{\"id\":\"f-1\",\"uploadUrl\":\"%scanary\"}".formatted(genesys.uri()));
    genesys.answer(403, "<Error>canary</Error>");
    GenesysException e =
        assertThrows(
            GenesysException.class,
            () -> line.upload(MediaFile.of("a.txt", "Hi".getBytes(StandardCharsets.UTF_8))));
    assertEquals(403, e.status());
    assertTrue(!e.toString().contains("canary"), e.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"id\":\"f-1\"}", "{\"id\":\"f-1\",\"uploadUrl\":\"ftp://x/y\"}"})
  void anUploadWithoutAPlaceIsNotAttempted(String answer) {
    genesys.answer(200, answer);
    assertThrows(
        UnexpectedResponseException.class, () -> line.upload(MediaFile.of("a.txt", new byte[1])));
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void theDeprecatedWayGivesItsPlace() {
    genesys.answer(202, "{\"id\":\"f-1\",\"uploadUrl\":\"https://x/y\",\"status\":\"uploading\"}");
    UploadedMedia place = line.prepareDeprecatedUpload();
    assertEquals(MediaStatus.UPLOADING, place.status());
    assertEquals("https://x/y", place.uploadUrl());
    assertCall(0, "POST " + LINE + "/messages/media", "");
  }

  @Test
  void theStatusOfUploadsIsReadOneByOneAndPageByPage() {
    genesys
        .answer(200, "{\"id\":\"f-1\",\"status\":\"valid\",\"mediaType\":\"image/png\"}")
        .answer(200, "{\"entities\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"pageCount\":2}")
        .answer(200, "{\"entities\":[{\"id\":\"c\"}],\"pageCount\":2}");
    assertEquals(MediaStatus.VALID, line.media("f-1").status());
    assertEquals(
        List.of("a", "b", "c"), line.media(MediaStatus.VALID).map(UploadedMedia::id).toList());
    assertEquals(
        LINE + "/messages/media?status=valid&pageNumber=2", genesys.calls().get(2).getTarget());
  }

  @Test
  void onlyThePagesThatAreNeededAreRead() {
    genesys.answerCalls(
        request ->
            FakeGenesys.json(
                200, "{\"entities\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"nextUri\":\"/n\"}"));
    assertEquals(0, line.media(MediaStatus.VALID).limit(0).count());
    assertTrue(genesys.calls().isEmpty());
    assertEquals(5, line.media(MediaStatus.VALID).limit(5).toList().size());
    assertEquals(3, genesys.calls().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {".a", "a/", "a b", "a\t", "a%", "a{", "a`", "a]", "a\"", "a>", "a|", " "})
  void aFileNameThatWouldBeRefusedIsNamed(String name) {
    InvalidFieldException e =
        assertThrows(InvalidFieldException.class, () -> MediaFile.of(name, new byte[0]));
    assertEquals("fileName", e.field());
  }

  @Test
  void aTextThatIsTooLongIsRefusedBeforeTheCall() {
    String longest = "x".repeat(2_000);
    assertEquals(longest, AgentMessage.text(longest).textBody());
    for (Runnable build :
        List.<Runnable>of(
            () -> AgentMessage.text(longest + "x"),
            () -> AgentlessMessage.text("i", "u", longest + "x"),
            () -> AgentMessage.text(" "),
            () -> AgentMessage.media(List.of()))) {
      assertEquals("textBody", assertThrows(InvalidFieldException.class, build::run).field());
    }
  }

  private void assertCall(int number, String line, String body) {
    RecordedRequest call = genesys.calls().get(number);
    assertEquals(line, call.getMethod() + " " + call.getTarget());
    assertEquals(body, body(call));
  }

  private static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : Objects.requireNonNull(request.getBody()).utf8();
  }
}
