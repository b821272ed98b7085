// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.quoted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileEndpointTest {
  private static final String MESSAGING = "/api/v2/conversations/messaging/";
  private static final String CONTENT = MESSAGING + "supportedcontent";
  private static final String SETTINGS = MESSAGING + "settings";
  private static final String SECRET = "0123456789abcdef-secret";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final SteppingClock clock = new SteppingClock();
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder().clock(clock).noRateLimit().start();
  private final RawClient client = new RawClient(genesys);

  @AfterEach
  void close() {
    genesys.close();
  }

  @Test
  void aSupportedContentProfileHasEachFieldOfItsModel() {
    JsonNode created =
        body(
            client.post(
                CONTENT,
                quoted(
                    "{'name':'Photos','id':'mine','version':9,'mediaTypes':{'allow':"
                        + "{'inbound':[{'type':'*/*'}],'outbound':[{'type':'image/*'}]}}}")),
            200);
    String id = created.path("id").asText();
    assertEquals(
        Json.read(
            quoted(
                ("{'id':'ID','name':'Photos','dateCreated':'2025-06-10T21:03:05.427Z',"
                        + "'dateModified':'2025-06-10T21:03:05.427Z','createdBy':AUTHOR,"
                        + "'modifiedBy':AUTHOR,'version':1,'mediaTypes':{'allow':"
                        + "{'inbound':[{'type':'*/*'}],'outbound':[{'type':'image/*'}]}},"
                        + "'selfUri':'PATH/ID'}")
                    .replace("AUTHOR", author())
                    .replace("PATH", CONTENT)
                    .replace("ID", id))),
        created);
    assertEquals(created, body(client.get(CONTENT + "/" + id), 200));
  }

  @Test
  void aMessagingSettingHasEachFieldOfItsModel() {
    JsonNode created =
        body(
            client.post(
                SETTINGS,
                quoted("{'name':'Typing','event':{'typing':{'on':{'outbound':'Enabled'}}}}")),
            200);
    assertEquals(
        Json.read(
            quoted(
                ("{'id':'ID','name':'Typing','dateCreated':'2025-06-10T21:03:05.427Z',"
                        + "'dateModified':'2025-06-10T21:03:05.427Z','createdBy':AUTHOR,"
                        + "'updatedBy':AUTHOR,'version':'1','content':{'story':"
                        + "{'mention':{'inbound':'Disabled'},'reply':{'inbound':'Disabled'}}},"
                        + "'event':{'typing':{'on':{'inbound':'Disabled','outbound':'Enabled'}}},"
                        + "'selfUri':'PATH/ID'}")
                    .replace("AUTHOR", author())
                    .replace("PATH", SETTINGS)
                    .replace("ID", created.path("id").asText()))),
        created);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "supportedcontent | {} | should have required property 'name'",
        "supportedcontent | {'name':''} | name should not be empty",
        "supportedcontent | {'name':'P','mediaTypes':[]} | mediaTypes should be object",
        "supportedcontent | {'name':'P','mediaTypes':{'allow':{'inbound':'*/*'}}} | mediaTypes.allow.inbound should be array",
        "supportedcontent | {'name':'P','mediaTypes':{'allow':{'outbound':[{}]}}} | mediaTypes.allow.outbound[0] should have required property 'type'",
        "supportedcontent | {'name':'P','mediaTypes':{'allow':{'outbound':[{'type':'jpeg'}]}}} | mediaTypes.allow.outbound[0].type should be a media type: jpeg",
        "settings | {'event':{}} | should have required property 'name'",
        "settings | {'name':'P','event':{'typing':true}} | event.typing should be object",
        "settings | {'name':'P','event':{'typing':{'on':{'inbound':'On'}}}} | Allowable values are: Enabled, Disabled",
        "settings | {'name':'P','content':{'story':{'reply':{'inbound':'x'}}}} | Value [x] is not valid",
      })
  void aBodyThatBreaksTheModelIs400AndTheMessageNamesTheField(
      String kind, String sent, String message) {
    JsonNode error = body(client.post(MESSAGING + kind, quoted(sent)), 400);
    assertTrue(error.path("message").asText().contains(message), error.toString());
    assertEquals(1, body(client.get(MESSAGING + kind), 200).path("total").asInt());
  }

  @ParameterizedTest
  @CsvSource({"supportedcontent, id", "settings, settingId"})
  void profilesAreListedInPagesReadChangedAndDeleted(String kind, String defaultField) {
    String all = MESSAGING + kind;
    for (String name : List.of("One", "Two")) {
      body(client.post(all, Json.object().put("name", name).toString()), 200);
    }
    JsonNode page = body(client.get(all + "?pageSize=2&pageNumber=2"), 200);
    assertEquals(3, page.path("total").asInt());
    assertEquals("Two", page.path("entities").path(0).path("name").asText());
    String two = all + "/" + page.path("entities").path(0).path("id").asText();

    clock.advance(Duration.ofMinutes(1));
    JsonNode changed = body(client.patch(two, quoted("{'name':'Zwei'}")), 200);
    assertEquals("Zwei", changed.path("name").asText());
    assertEquals("2", changed.path("version").asText());
    assertEquals("2025-06-10T21:03:05.427Z", changed.path("dateCreated").asText());
    assertEquals("2025-06-10T21:04:05.427Z", changed.path("dateModified").asText());

    body(client.delete(two), 204);
    assertEquals("not.found", body(client.get(two), 404).path("code").asText());
    body(client.patch(two, quoted("{'name':'x'}")), 404);
    body(client.delete(two), 404);
    JsonNode unknown =
        body(client.put(all + "/default", quoted("{'" + defaultField + "':'x'}")), 400);
    assertEquals(defaultField, unknown.path("details").path(0).path("fieldName").asText());
    body(client.put(all + "/default", "{}"), 400);
  }

  @ParameterizedTest
  @CsvSource({"supportedcontent, id, supportedContent", "settings, settingId, messagingSetting"})
  void theDefaultIsWhatNewIntegrationsGet(String kind, String defaultField, String reference) {
    String all = MESSAGING + kind;
    JsonNode first = body(client.get(all + "/default"), 200);
    OpenIntegration before = genesys.createOpenIntegration("Before", SECRET);
    JsonNode chosen = body(client.post(all, quoted("{'name':'Chosen'}")), 200);

    String id = chosen.path("id").asText();
    assertEquals(
        chosen,
        body(client.put(all + "/default", quoted("{'" + defaultField + "':'" + id + "'}")), 200));

    assertEquals(chosen, body(client.get(all + "/default"), 200));
    OpenIntegration after = genesys.createOpenIntegration("After", SECRET);
    assertEquals(first.path("id"), integration(before).path(reference).path("id"));
    assertEquals(chosen.path("id"), integration(after).path(reference).path("id"));
    body(client.delete(all + "/" + id), 409);
    body(client.delete(all + "/" + first.path("id").asText()), 409);
    assertEquals(200, client.get(all + "/" + id).statusCode(), "what is in use stays");
  }

  @Test
  void onlyTheDefaultOfSettingsCanBeTakenAway() {
    body(client.delete(SETTINGS + "/default"), 204);
    body(client.get(SETTINGS + "/default"), 404);
    OpenIntegration integration = genesys.createOpenIntegration("T", SECRET);
    assertTrue(integration(integration).path("messagingSetting").isMissingNode());
    body(client.delete(CONTENT + "/default"), 404);
    body(client.get(CONTENT + "/default"), 200);
  }

  @Test
  void aProfileGovernsTheIntegrationsItIsAttachedToAtOnce() {
    try (LoopbackServer webhook = LoopbackServer.answering(200)) {
      OpenIntegration integration =
          genesys
              .createOpenIntegration("T", webhook.uri("/"), SECRET)
              .publish(MessageFlow.transferTo("Support"));
      String content =
          body(client.post(CONTENT, quoted("{'name':'Own'}")), 200).path("id").asText();
      String setting =
          body(client.post(SETTINGS, quoted("{'name':'Own'}")), 200).path("id").asText();
      body(
          client.patch(
              MESSAGING + "integrations/open/" + integration.id(),
              quoted(
                  "{'name':'T','supportedContent':{'id':'%s'},'messagingSetting':{'id':'%s'}}"
                      .formatted(content, setting))),
          200);
      client.say(integration, "u1", "1", "hello");
      AgentConversation desk =
          genesys.agent("O").onQueue("Support").awaitConversation(SOON).accept();
      byte[] file = {1};
      assertEquals(MessageStatus.NOT_SENT, desk.sendFile("a.png", "image/png", file).status());
      desk.typing();

      body(
          client.patch(
              CONTENT + "/" + content,
              quoted("{'name':'Own','mediaTypes':{'allow':{'outbound':[{'type':'image/png'}]}}}")),
          200);
      body(
          client.patch(
              SETTINGS + "/" + setting,
              quoted("{'event':{'typing':{'on':{'outbound':'Enabled'}}}}")),
          200);
      MessageRecord sent = desk.sendFile("a.png", "image/png", file);
      desk.typing();

      assertEquals(sent.id(), Json.read(webhook.take().body()).path("id").asText());
      assertEquals("Event", Json.read(webhook.take().body()).path("type").asText());
      assertEquals(0, webhook.waiting());
    }
  }

  private JsonNode integration(OpenIntegration integration) {
    return body(client.get(MESSAGING + "integrations/open/" + integration.id()), 200);
  }

  private String author() {
    return "{'id':'%s','selfUri':'/api/v2/users/%s'}"
        .formatted(genesys.clientId(), genesys.clientId());
  }
}
