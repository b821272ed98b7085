// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundValidationTest {
  private static final String CHANNEL =
      "'channel':{'time':'2025-01-31T12:00:00Z','from':{'id':'u1','idType':'opaque'}}";

  private final GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start();
  private final OpenIntegration integration =
      genesys.createOpenIntegration("Telegram", "0123456789abcdef-secret");
  private final RawClient client = new RawClient(genesys);

  @AfterEach
  void close() {
    assertTrue(genesys.conversations().isEmpty(), "nothing refused may be recorded");
    genesys.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "message | {'text':'x'} | 'channel'",
        "message | {'text':'x','channel':{}} | channel should have required property 'from'",
        "message | {'text':'x','channel':{'from':{'idType':'Opaque'}}} | channel.from should have required property 'id'",
        "message | {'text':'x','channel':{'from':{'id':'u'}}} | channel.from should have required property 'idType'",
        "message | {'text':'x','channel':{'from':{'id':'u','idType':'Opaque'}}} | channel should have required property 'time'",
        "message | {CHANNEL} | should match some schema in anyOf",
        "message | {CHANNEL,'type':'Structured','buttonResponse':{'text':'x'}} | should match some schema in anyOf",
        "message | {CHANNEL,'text':7} | text should be string",
        "message | {CHANNEL,'text':''} | text should not be empty",
        "message | {CHANNEL,'text':'x','metadata':{'customAttributes':{'a':'b'}}} | malformed syntax",
        "message | {CHANNEL,'content':[{'attachment':{'mediaType':'Image','mime':'image/png'}}]} | content[0].attachment should have required property 'url'",
        "message | {CHANNEL,'content':[{'attachment':{'mediaType':'Image','url':'https://x.org/a'}}]} | content[0].attachment should have required property 'mime'",
        "message | {CHANNEL,'content':[{'attachment':{'mediaType':'Image','mime':'image/png','url':'file:///etc/passwd'}}]} | should be an http or https URL",
        "message | {CHANNEL,'content':[{'contentType':'Location'}]} | content[0] should have required property 'attachment'",
        "message | {CHANNEL,'content':[{'attachment':{}},{'attachment':{}}]} | at most 1 item",
        "message | [] | malformed syntax",
        "message | {'text': | malformed syntax",
        "event | {CHANNEL} | should have required property 'events'",
        "receipt | {'id':'1','status':'Delivered','channel':{'time':'2025-01-31T12:00:00Z'}} | channel should have required property 'to'",
        "receipt | {'status':'Delivered'} | should have required property 'id'",
        "structured/response | {CHANNEL,'buttonResponse':{'type':'QuickReply','text':'y','payload':'y'}} | should have required property 'originatingMessageId'",
        "structured/response | {CHANNEL,'originatingMessageId':'1','buttonResponse':{'type':'QuickReply','text':'y'}} | buttonResponse should have required property 'payload'",
      })
  void aBrokenBodyIs400AndTheMessageNamesTheField(String what, String body, String message) {
    JsonNode error = refused(client.inbound(integration, what, json(body)), 400);
    assertEquals("bad.request", error.path("code").asText());
    assertTrue(error.path("message").asText().contains(message), error.path("message").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "message | {'text':'x','channel':{'time':'2025-01-31T12:00:00Z','from':{'id':'u','idType':'Telegram'}}} | Telegram | Email, Phone, Opaque",
        "message | {CHANNEL,'content':[{'attachment':{'mediaType':'Sticker','mime':'image/png','url':'https://x.org/a'}}]} | Sticker | Image, Video, Audio, File, Link",
        "event | {CHANNEL,'events':[{'eventType':'Reading'}]} | Reading | Typing",
        "receipt | {'id':'1','status':'Read','channel':{'time':'2025-01-31T12:00:00Z','to':{'id':'u1'}}} | Read | Sent, Delivered, Failed, Published, Removed",
        "structured/response | {CHANNEL,'originatingMessageId':'1','buttonResponse':{'type':'List','text':'y','payload':'y'}} | List | Button, QuickReply, DatePicker",
      })
  void aWrongEnumValueIs400WithTheAllowableOnes(
      String what, String body, String value, String allowed) {
    JsonNode error = refused(client.inbound(integration, what, json(body)), 400);
    assertEquals("invalid.value", error.path("code").asText());
    String message = error.path("message").asText();
    assertTrue(message.startsWith("Value [" + value + "] is not valid for field type ["), message);
    assertTrue(message.endsWith("Allowable values are: " + allowed), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2025-01-31", "2025-01-31T12:00:00", "1738324800", "2025-13-31T12:00:00Z"})
  void aTimeInAnotherFormIsRefused(String time) {
    String body = json("{CHANNEL,'text':'x'}").replace("2025-01-31T12:00:00Z", time);
    JsonNode error = refused(client.inbound(integration, "message", body), 400);
    assertEquals("invalid.date", error.path("code").asText());
  }

  @Test
  void aBodyAboveTheLimitIs413WithTheLimit() {
    String padding = "x".repeat(512_001);
    HttpResponse<String> answer =
        client.inbound(integration, "message", json("{CHANNEL,'text':'" + padding + "'}"));
    JsonNode error = refused(answer, 413);
    assertTrue(error.path("message").asText().endsWith("Maximum bytes: 512000"));
  }

  @Test
  void anUnknownIntegrationOrAddressIs404AndAWrongMethodIs405() {
    String body = json("{CHANNEL,'text':'x'}");
    String unknown = "/api/v2/conversations/messages/" + Ids.uuid() + "/inbound/open/message";
    assertEquals("not.found", refused(client.post(unknown, body), 404).path("code").asText());
    refused(client.post("/api/v2/conversations/messages/inbound/other", body), 404);
    String known = "/api/v2/conversations/messages/" + integration.id() + "/inbound/open/message";
    refused(client.get(known), 405);
  }

  @Test
  void anotherContentTypeIs415() {
    HttpRequest.Builder request =
        client
            .json("/api/v2/conversations/messages/" + integration.id() + "/inbound/open/message")
            .setHeader("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(json("{CHANNEL,'text':'x'}")));
    refused(client.send(request), 415);
  }

  @Test
  void aButtonPressForAMessageThatWasNeverSentIs404() {
    String body =
        json(
            "{CHANNEL,'originatingMessageId':'1',"
                + "'buttonResponse':{'type':'QuickReply','text':'y','payload':'y'}}");
    refused(client.inbound(integration, "structured/response", body), 404);
  }

  private static JsonNode refused(HttpResponse<String> answer, int status) {
    assertEquals(status, answer.statusCode(), answer.body());
    JsonNode error = Json.read(answer.body());
    assertEquals(status, error.path("status").asInt());
    assertEquals(
        answer.headers().firstValue("ININ-Correlation-Id").orElseThrow(),
        error.path("contextId").asText());
    return error;
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace("CHANNEL", CHANNEL).replace('\'', '"');
  }
}
