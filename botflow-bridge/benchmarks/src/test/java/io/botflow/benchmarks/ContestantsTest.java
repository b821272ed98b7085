// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.benchmarks.child.ChildProcess;
import io.botflow.benchmarks.child.ClassPath;
import io.botflow.benchmarks.child.Figures;
import io.botflow.benchmarks.child.LoadProcess;
import io.botflow.benchmarks.child.StartProcess;
import io.botflow.benchmarks.contestant.Contestant;
import io.botflow.benchmarks.contestant.Sample;
import io.botflow.benchmarks.contestant.Sender;
import io.botflow.benchmarks.stub.StubServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody really sends the same message and reads the answer; whoever does not is refused. */
class ContestantsTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** The SDK writes its offset without a colon. */
  private static final DateTimeFormatter SENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS[XXX][XX]");

  @ParameterizedTest
  @EnumSource(Contestant.class)
  void everybodySendsTheSameMessage(Contestant contestant) throws Exception {
    BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    try (StubServer stub = StubServer.start(requests::add)) {
      Sender sender = contestant.open(stub.uri());
      assertEquals(Sample.ANSWER_ID, sender.send(7));
      assertEquals(Sample.ANSWER_ID, sender.send(8));
      assertEquals(2, stub.accepted());
      assertEquals(0, stub.refused());
      assertEquals(expected(7), body(requests.remove()));
      assertEquals(expected(8), body(requests.remove()));
    }
  }

  private static JsonNode expected(long number) throws IOException {
    return JSON.readTree(
        """
        {"channel":{"messageId":"%s",
          "from":{"id":"%s","idType":"Opaque","nickname":"%s","firstName":"%s","lastName":"%s"},
          "metadata":{"customAttributes":{"%s":"%s"}}},
         "text":"%s"}"""
            .formatted(
                Sample.messageId(number),
                Sample.CUSTOMER,
                Sample.NICKNAME,
                Sample.FIRST_NAME,
                Sample.LAST_NAME,
                Sample.ATTRIBUTE,
                Sample.attribute(number),
                Sample.TEXT));
  }

  /** The body without its time, which has to be now, and without the SDK's empty list. */
  private static JsonNode body(String request) throws IOException {
    JsonNode body = JSON.readTree(request.substring(request.indexOf("\r\n\r\n") + 4));
    String text = ((ObjectNode) body.get("channel")).remove("time").asText();
    Instant time = OffsetDateTime.parse(text, SENT).toInstant();
    assertTrue(Duration.between(time, Instant.now()).abs().toMinutes() < 5, text);
    if (body.path("content").isEmpty()) {
      ((ObjectNode) body).remove("content");
    }
    return body;
  }

  @ParameterizedTest
  @EnumSource(Contestant.class)
  void everybodyIsMeasuredInItsOwnProcess(Contestant contestant) {
    try (StubServer stub = StubServer.start();
        ChildProcess load =
            ChildProcess.start(
                ClassPath.of(contestant),
                LoadProcess.class,
                contestant.name(),
                stub.uri().toString())) {
      load.ask(LoadProcess.question(4, 8, 0, 100));
      Figures figures = load.answer();
      assertTrue(stub.accepted() >= figures.get("calls") + 8, figures::toString);
      assertTrue(figures.get("cpu") > 0, figures::toString);
      assertEquals(0, stub.refused());
    }
  }

  @Test
  void aStartTellsItsCpuTime() {
    try (StubServer stub = StubServer.start();
        ChildProcess start =
            ChildProcess.start(
                ClassPath.of(Contestant.CLIENT_DIRECT),
                StartProcess.class,
                Contestant.CLIENT_DIRECT.name(),
                stub.uri().toString())) {
      assertTrue(start.answer().get("cpu") > 0);
      assertEquals(1, stub.accepted());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v2/other, true",
    "PUT, " + Sample.PATH + ", true",
    "POST, " + Sample.PATH + ", false"
  })
  void anythingElseIsRefused(String method, String path, boolean token) throws Exception {
    try (StubServer stub = StubServer.start()) {
      HttpRequest request =
          HttpRequest.newBuilder(stub.uri().resolve(path))
              .version(HttpClient.Version.HTTP_1_1)
              .header("Authorization", "Bearer " + (token ? Sample.TOKEN : "another"))
              .method(method, BodyPublishers.ofString("{}"))
              .build();
      assertEquals(
          400, HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode());
      assertEquals(1, stub.refused());
      assertEquals(0, stub.accepted());
    }
  }
}
