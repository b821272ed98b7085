// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.quoted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationEndpointTest {
  private static final String OPEN = "/api/v2/conversations/messaging/integrations/open";
  private static final String SECRET = "0123456789abcdef-secret";
  private static final String URL = "'outboundNotificationWebhookUrl':'https://a.example/b'";
  private static final String SIGNED =
      "'outboundNotificationWebhookSignatureSecretToken':'" + SECRET + "'";
  private static final String COMPLETE = "{'name':'Viber'," + URL + "," + SIGNED + "}";

  private final SteppingClock clock = new SteppingClock();
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder().clock(clock).noRateLimit().start();
  private final RawClient client = new RawClient(genesys);

  @AfterEach
  void close() {
    genesys.close();
  }

  @Test
  void anIntegrationHasEachFieldOfItsModel() {
    OpenIntegration integration =
        genesys.createOpenIntegration("Telegram", SECRET).webhookHeader("X-Tenant", "7");
    client.patch(OPEN + "/" + integration.id(), quoted("{'name':'Telegram'," + URL + "}"));

    ObjectNode json = (ObjectNode) body(client.get(OPEN + "/" + integration.id()), 200);

    assertEquals(
        Set.of(
            "id",
            "name",
            "supportedContent",
            "messagingSetting",
            "outboundNotificationWebhookUrl",
            "outboundNotificationWebhookSignatureSecretToken",
            "webhookHeaders",
            "status",
            "recipient",
            "dateCreated",
            "dateModified",
            "createdBy",
            "modifiedBy",
            "createStatus",
            "selfUri"),
        names(json));
    assertEquals("2025-06-10T21:03:05.427Z", json.path("dateCreated").asText());
    assertEquals("https://a.example/b", json.path("outboundNotificationWebhookUrl").asText());
    assertEquals(SECRET, json.path("outboundNotificationWebhookSignatureSecretToken").asText());
    assertEquals("7", json.path("webhookHeaders").path("X-Tenant").asText());
    assertEquals(OPEN + "/" + integration.id(), json.path("selfUri").asText());
    String recipient = json.path("recipient").path("id").asText();
    assertEquals(
        "/api/v2/routing/message/recipients/" + recipient,
        json.path("recipient").path("selfUri").asText());
    assertEquals(
        "/api/v2/users/" + genesys.clientId(), json.path("createdBy").path("selfUri").asText());
    assertEquals(Set.of("id", "selfUri"), names((ObjectNode) json.path("supportedContent")));
    assertEquals(Set.of("id", "selfUri"), names((ObjectNode) json.path("messagingSetting")));
  }

  @Test
  void profilesAreShownWholeWhenTheyAreExpanded() {
    OpenIntegration integration = genesys.createOpenIntegration("Telegram", SECRET);
    String one = OPEN + "/" + integration.id() + "?expand=";

    JsonNode content = body(client.get(one + "supportedContent"), 200).path("supportedContent");
    assertEquals(Set.of("id", "name", "selfUri", "mediaTypes"), names((ObjectNode) content));
    JsonNode setting =
        body(client.get(one + "supportedContent,messagingSetting"), 200).path("messagingSetting");
    assertEquals(
        Set.of(
            "id",
            "name",
            "dateCreated",
            "dateModified",
            "version",
            "createdBy",
            "updatedBy",
            "content",
            "event",
            "selfUri"),
        names((ObjectNode) setting));
    body(client.get(one + "identityresolution"), 200);
    assertEquals("invalid.value", body(client.get(one + "flow"), 400).path("code").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{URL,SIGNED} | should have required property 'name'",
        "{'name':'',URL,SIGNED} | name should not be empty",
        "{'name':7,URL,SIGNED} | name should be string",
        "{'name':'V',SIGNED} | should have required property 'outboundNotificationWebhookUrl'",
        "{'name':'V',URL} | should have required property 'outboundNotificationWebhookSignatureSecretToken'",
        "{'name':'V',URL,'outboundNotificationWebhookSignatureSecretToken':'fifteen-chars..'} | outboundNotificationWebhookSignatureSecretToken should be longer than 15 characters",
        "{'name':'V','outboundNotificationWebhookUrl':'a.example/b',SIGNED} | outboundNotificationWebhookUrl should be an http or https URL",
        "{'name':'V','outboundNotificationWebhookUrl':'https://a b',SIGNED} | outboundNotificationWebhookUrl should be",
        "{'name':'V',URL,SIGNED,'webhookHeaders':{'X-A':{'b':1}}} | webhookHeaders.X-A should be string",
        "{'name':'V',URL,SIGNED,'webhookHeaders':{'Content-Length':'1'}} | webhookHeaders.Content-Length should be a header",
        "{'name':'V',URL,SIGNED,'supportedContent':{}} | supportedContent should have required property 'id'",
        "{'name':'V',URL,SIGNED,'supportedContent':{'id':'x'}} | supportedContent.id names 'x', which does not exist",
        "{'name':'V',URL,SIGNED,'messagingSetting':{'id':'x'}} | messagingSetting.id names 'x', which does not exist",
        "[] | malformed syntax",
      })
  void aBodyThatBreaksTheModelIs400AndTheMessageNamesTheField(String body, String message) {
    String sent = quoted(body.replace("URL", URL).replace("SIGNED", SIGNED));
    JsonNode error = body(client.post(OPEN, sent), 400);
    assertEquals("bad.request", error.path("code").asText());
    assertTrue(error.path("message").asText().contains(message), error.toString());
    assertTrue(genesys.integrations().isEmpty());
  }

  @Test
  void aReferenceToNothingNamesTheFieldInTheDetails() {
    String sent = COMPLETE.replace("}", ",'messagingSetting':{'id':'nothing'}}");
    JsonNode detail = body(client.post(OPEN, quoted(sent)), 400).path("details").path(0);
    assertEquals("messagingSetting.id", detail.path("fieldName").asText());
    assertEquals("nothing", detail.path("entityId").asText());
    assertEquals("not.found", detail.path("errorCode").asText());
  }

  @Test
  void whatOnlyThePlatformMayWriteIsIgnored() {
    String sent =
        COMPLETE.replace(
            "}",
            ",'id':'mine','createStatus':'Completed','status':'x','recipient':{'id':'r'},"
                + "'dateCreated':'never','selfUri':'/x'}");
    JsonNode created = body(client.post(OPEN, quoted(sent)), 200);
    assertEquals("Initiated", created.path("createStatus").asText());
    assertFalse(List.of("mine", "").contains(created.path("id").asText()));
    assertEquals("2025-06-10T21:03:05.427Z", created.path("dateCreated").asText());
  }

  @Test
  void aChangeTouchesWhatItMentionsAndNothingElse() {
    OpenIntegration integration =
        genesys.createOpenIntegration("Telegram", SECRET).webhookHeader("X-A", "1");
    clock.advance(Duration.ofMinutes(1));

    JsonNode named =
        body(client.patch(OPEN + "/" + integration.id(), quoted("{'name':'Two'}")), 200);

    assertEquals("Two", named.path("name").asText());
    assertEquals("Two", integration.name());
    assertEquals("1", named.path("webhookHeaders").path("X-A").asText());
    assertEquals("2025-06-10T21:03:05.427Z", named.path("dateCreated").asText());
    assertEquals("2025-06-10T21:04:05.427Z", named.path("dateModified").asText());

    JsonNode headers =
        body(
            client.patch(
                OPEN + "/" + integration.id(), quoted("{'name':'Two','webhookHeaders':{}}")),
            200);
    assertTrue(headers.path("webhookHeaders").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'name':'T','outboundNotificationWebhookSignatureSecretToken':'short'}",
        "{'name':'T','outboundNotificationWebhookUrl':'ftp://a.example'}"
      })
  void aChangeIsCheckedLikeACreation(String change) {
    OpenIntegration integration = genesys.createOpenIntegration("Telegram", SECRET);
    body(client.patch(OPEN + "/" + integration.id(), quoted(change)), 400);
    assertEquals("Telegram", integration.name());
  }

  @Test
  void theListIsPagedAndFilteredByItsProfiles() {
    OpenIntegration first = genesys.createOpenIntegration("First", SECRET);
    OpenIntegration second = genesys.createOpenIntegration("Second", SECRET).typing(true, true);
    genesys.createOpenIntegration("Third", SECRET).supportedContent(SupportedContent.everything());

    JsonNode page = body(client.get(OPEN + "?pageSize=2&pageNumber=1"), 200);
    assertEquals(List.of("First", "Second"), page.path("entities").findValuesAsText("name"));
    assertEquals(3, page.path("total").asInt());
    assertEquals(2, page.path("pageCount").asInt());

    String standard =
        body(client.get(OPEN + "/" + first.id()), 200).path("messagingSetting").path("id").asText();
    JsonNode filtered = body(client.get(OPEN + "?messagingSetting.id=" + standard), 200);
    assertEquals(List.of("First", "Third"), filtered.path("entities").findValuesAsText("name"));
    String content =
        body(client.get(OPEN + "/" + second.id()), 200)
            .path("supportedContent")
            .path("id")
            .asText();
    filtered = body(client.get(OPEN + "?supportedContent.id=" + content), 200);
    assertEquals(List.of("First", "Second"), filtered.path("entities").findValuesAsText("name"));
    body(client.get(OPEN + "?pageSize=0"), 400);
  }

  @Test
  void theListOfAllChannelsHasTheModelOfAnyChannel() {
    genesys.createOpenIntegration("First", SECRET);
    body(client.post(OPEN, quoted(COMPLETE)), 200);
    JsonNode all = body(client.get("/api/v2/conversations/messaging/integrations"), 200);
    JsonNode first = all.path("entities").path(0);
    assertEquals(
        Set.of(
            "id",
            "name",
            "supportedContent",
            "messagingSetting",
            "status",
            "messengerType",
            "recipient",
            "dateCreated",
            "dateModified",
            "createdBy",
            "modifiedBy",
            "version",
            "selfUri"),
        names((ObjectNode) first));
    assertEquals("open", first.path("messengerType").asText());
    assertEquals("Active", first.path("status").asText());
    assertEquals("Starting", all.path("entities").path(1).path("status").asText());
    assertEquals(1, first.path("version").asInt());
  }

  private static Set<String> names(ObjectNode json) {
    Set<String> names = new HashSet<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
