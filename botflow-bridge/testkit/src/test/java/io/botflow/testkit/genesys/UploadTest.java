// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.refusal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final byte[] FILE = "not really a picture".getBytes(StandardCharsets.UTF_8);

  private final GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start();
  private final LoopbackServer webhook = LoopbackServer.answering(200);
  private final OpenIntegration integration =
      genesys
          .createOpenIntegration("Telegram", webhook.uri("/"), "0123456789abcdef-secret")
          .publish(MessageFlow.transferTo("Support"));
  private final RawClient client = new RawClient(genesys);
  private final Agent olena = genesys.agent("Olena").onQueue("Support");
  private final RawClient asOlena = client.withToken(olena.accessToken());
  private String messages = "";
  private String media = "";

  @BeforeEach
  void talk() {
    client.say(integration, "u1", "1", "hello");
    AgentConversation accepted = olena.awaitConversation(SOON).accept();
    messages =
        "/api/v2/conversations/messages/%s/communications/%s/messages"
            .formatted(accepted.conversationId(), accepted.communicationId());
    media = messages + "/media";
  }

  @AfterEach
  void close() {
    webhook.close();
    genesys.close();
  }

  private JsonNode announce(String name, String more) {
    String body =
        "{\"fileName\":\"%s\",\"contentLengthBytes\":%d%s}".formatted(name, FILE.length, more);
    return body(asOlena.post(media + "/uploads", body), 200);
  }

  private HttpResponse<String> put(JsonNode place, byte[] bytes) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(place.path("uploadUrl").asText()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
    place
        .path("uploadHeaders")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
    return client.send(request);
  }

  private JsonNode state(JsonNode place) {
    return body(client.get(media + "/" + place.path("id").asText()), 200);
  }

  private JsonNode send(String... ids) {
    String list =
        Json.array().addAll(List.of(ids).stream().map(TextNode::valueOf).toList()).toString();
    return body(asOlena.post(messages, "{\"mediaIds\":" + list + "}"), 200);
  }

  @Test
  void anUploadedFileArrivesAsAnAttachmentWhoseUrlGivesTheSameBytes() throws Exception {
    byte[] digest = MessageDigest.getInstance("MD5").digest(FILE);
    for (String md5 :
        List.of(Base64.getEncoder().encodeToString(digest), HexFormat.of().formatHex(digest))) {
      JsonNode place = announce("фото.png", ",\"contentMd5\":\"" + md5 + "\"");
      assertEquals("фото.png", place.path("name").asText());
      assertEquals("image/png", place.path("uploadHeaders").path("Content-Type").asText());
      assertEquals("uploading", state(place).path("status").asText());
      assertEquals(200, put(place, FILE).statusCode());
      JsonNode state = state(place);
      assertEquals("valid", state.path("status").asText());
      assertEquals("image/png", state.path("mediaType").asText());
      assertEquals(FILE.length, state.path("contentLengthBytes").asInt());
      assertFalse(state.has("uploadUrl"));
      JsonNode data = send(place.path("id").asText());
      JsonNode hook = Json.read(webhook.take().body());
      JsonNode attachment = hook.path("content").path(0).path("attachment");
      assertEquals("фото.png", attachment.path("filename").asText());
      assertEquals("Image", attachment.path("mediaType").asText());
      assertEquals(place.path("id").asText(), attachment.path("id").asText());
      assertEquals(data.path("id").asText(), hook.path("id").asText());
      assertArrayEquals(FILE, client.download(URI.create(attachment.path("url").asText())).body());
      assertEquals(attachment.path("url"), data.at("/media/0/url"));
      assertEquals(attachment.path("url"), data.at("/normalizedMessage/content/0/attachment/url"));
    }
    assertTrue(
        genesys.requests().stream()
            .filter(request -> request.method().equals("PUT"))
            .allMatch(request -> request.path().equals("/uploads/***")),
        "the log keeps no address of an upload");
  }

  @Test
  void whatIsNotAsAnnouncedIsInvalidAndCannotBeSent() {
    JsonNode place = announce("a.png", "");
    String why = refusal(put(place, new byte[] {1}), 400, "bad.request");
    assertTrue(why.startsWith("contentLengthBytes"), why);
    assertEquals("invalid", state(place).path("status").asText());
    String id = place.path("id").asText();
    refusal(asOlena.post(messages, "{\"mediaIds\":[\"" + id + "\"]}"), 400, "bad.request");
    JsonNode other = announce("b.png", ",\"contentMd5\":\"AAAAAAAAAAAAAAAAAAAAAA==\"");
    why = refusal(put(other, FILE), 400, "bad.request");
    assertTrue(why.startsWith("contentMd5"), why);
    assertEquals("invalid", state(other).path("status").asText());
    assertEquals(200, put(place, FILE).statusCode(), "the right bytes may follow");
    assertEquals("valid", state(place).path("status").asText());
    assertEquals(200, put(place, FILE).statusCode(), "and may be repeated");
    assertEquals(0, webhook.waiting());
  }

  @Test
  void anUploadNeedsItsHeadersAndNoToken() {
    JsonNode place = announce("a.png", "");
    HttpRequest.Builder bare =
        HttpRequest.newBuilder(URI.create(place.path("uploadUrl").asText()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(FILE));
    refusal(client.send(bare), 403, "not.authorized");
    assertEquals("uploading", state(place).path("status").asText());
    URI elsewhere = URI.create(place.path("uploadUrl").asText() + "x");
    HttpRequest.Builder wrong =
        HttpRequest.newBuilder(elsewhere).PUT(HttpRequest.BodyPublishers.ofByteArray(FILE));
    refusal(client.send(wrong), 404, "not.found");
    HttpRequest.Builder get =
        HttpRequest.newBuilder(URI.create(place.path("uploadUrl").asText())).GET();
    refusal(client.send(get), 405, "method.not.allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".hidden", "folder/", "a b.png", "a\\\\b", "a{b", "a^b", "a}b", "a%b", "a`b", "a]b",
        "a\\\"b", "a>b", "a[b", "a~b", "a<b", "a#b", "a|b", ""
      })
  void aFileNameHasNoneOfTheForbidden(String name) {
    String body = "{\"fileName\":\"%s\",\"contentLengthBytes\":1}".formatted(name);
    String why = refusal(asOlena.post(media + "/uploads", body), 400, "bad.request");
    assertTrue(why.startsWith("fileName"), why);
  }

  @Test
  void aLengthIsNeededAndNotAboveTheLimit() {
    String path = media + "/uploads";
    for (String length : List.of("-1", "1.5", "\"1\"", "26214401", "null")) {
      String body = "{\"fileName\":\"a.png\",\"contentLengthBytes\":%s}".formatted(length);
      String why = refusal(asOlena.post(path, body), 400, "bad.request");
      assertTrue(why.contains("contentLengthBytes"), why);
    }
    String most = "{\"fileName\":\"a.png\",\"contentLengthBytes\":26214400}";
    assertEquals(200, asOlena.post(path, most).statusCode());
  }

  @Test
  void theOldWayTakesAFormAtTheAddressItNames() {
    JsonNode place = body(asOlena.post(media, ""), 202);
    assertEquals("uploading", place.path("status").asText());
    String form =
        """
        --b\r
        Content-Disposition: form-data; name="file"; filename="a.png"\r
        Content-Type: image/png\r
        \r
        %s\r
        --b--\r
        """
            .formatted(new String(FILE, StandardCharsets.UTF_8));
    URI address = URI.create(place.path("uploadUrl").asText());
    HttpRequest.Builder json =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    refusal(client.send(json), 415, "unsupported.media.type");
    HttpRequest.Builder post =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    assertEquals(200, client.send(post).statusCode());
    assertEquals("a.png", state(place).path("name").asText());
    send(place.path("id").asText());
    JsonNode hook = Json.read(webhook.take().body());
    assertArrayEquals(
        FILE, client.download(URI.create(hook.at("/content/0/attachment/url").asText())).body());
  }

  @Test
  void theOldWayTakesBareBytesToo() {
    JsonNode place = body(asOlena.post(media, ""), 202);
    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(place.path("uploadUrl").asText()))
            .header("Content-Type", "image/gif")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(FILE));
    assertEquals(200, client.send(put).statusCode());
    assertEquals("image/gif", state(place).path("mediaType").asText());
  }

  @Test
  void theListIsPagedAndFilteredByStatus() {
    List<JsonNode> places = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      places.add(announce(i + ".png", ""));
    }
    put(places.get(0), FILE);
    put(places.get(1), new byte[0]);
    for (int i = 0; i < 3; i++) {
      String status = List.of("valid", "invalid", "uploading").get(i);
      JsonNode some = body(client.get(media + "?status=" + status), 200);
      assertEquals(1, some.path("total").asInt());
      assertEquals(places.get(i).path("id"), some.at("/entities/0/id"));
    }
    JsonNode page = body(client.get(media + "?pageSize=2&pageNumber=2"), 200);
    assertEquals(3, page.path("total").asInt());
    assertEquals(places.get(2).path("id"), page.at("/entities/0/id"));
    refusal(client.get(media + "?status=lost"), 400, "invalid.value");
    refusal(client.get(media + "/" + Ids.uuid()), 404, "not.found");
  }

  @Test
  void severalFilesAreAsManyMessagesBecauseOneCarriesOne() {
    String first = announce("1.png", "").path("id").asText();
    List<JsonNode> places = List.of(announce("2.png", ""), announce("3.png", ""));
    places.forEach(place -> put(place, FILE));
    String[] ids = places.stream().map(place -> place.path("id").asText()).toArray(String[]::new);
    refusal(
        asOlena.post(messages, "{\"mediaIds\":[\"%s\",\"%s\"]}".formatted(ids[0], first)),
        400,
        "bad.request");
    JsonNode data = send(ids);
    assertEquals(data.path("id"), Json.read(webhook.take().body()).path("id"));
    assertEquals(ids[1], Json.read(webhook.take().body()).at("/content/0/attachment/id").asText());
  }

  @Test
  void aFileOutsideTheProfileIsNotSentAndTheConversationSaysWhy() {
    JsonNode place = announce("a.pdf", "");
    put(place, FILE);
    JsonNode data = send(place.path("id").asText());
    assertEquals("failed", data.path("status").asText());
    String conversation = data.path("conversationId").asText();
    JsonNode view = body(client.get("/api/v2/conversations/" + conversation), 200);
    JsonNode agent = view.path("participants").path(3).path("messages").path(0);
    assertEquals("MediaTypeNotAllowed", agent.path("errorInfo").path("code").asText());
    assertEquals("MediaTypeNotAllowed", agent.at("/messages/0/errorInfo/code").asText());
    assertEquals(0, webhook.waiting());
  }

  @Test
  void onlyTheParticipantUploadsWhileItIsConnected() {
    RawClient petro = client.withToken(genesys.agent("Petro").accessToken());
    refusal(petro.post(media, ""), 403, "not.authorized");
    client.delete("/api/v2/conversations/" + genesys.conversations().get(0).id());
    refusal(asOlena.post(media, ""), 409, "conflict");
  }
}
