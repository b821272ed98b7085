// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.quoted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity resolution, the threading timeline, recipients, and address ranges. */
class OrganisationEndpointTest {
  private static final String OPEN = "/api/v2/conversations/messaging/integrations/open/";
  private static final String IDENTITY =
      "/api/v2/conversations/messaging/identityresolution/integrations/open/";
  private static final String THREADING = "/api/v2/conversations/messaging/threadingtimeline";
  private static final String RECIPIENTS = "/api/v2/routing/message/recipients";
  private static final String SECRET = "0123456789abcdef-secret";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final SteppingClock clock = new SteppingClock();
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder()
          .clock(clock)
          .noRateLimit()
          .threadingWindow(Duration.ofHours(2))
          .tokenLifetime(Duration.ofDays(30))
          .start();
  private final RawClient client = new RawClient(genesys);
  private final OpenIntegration integration = genesys.createOpenIntegration("Telegram", SECRET);

  @AfterEach
  void close() {
    genesys.close();
  }

  @Test
  void identityResolutionIsKeptPerIntegration() {
    String path = IDENTITY + integration.id();
    assertEquals(
        Json.read(quoted("{'resolveIdentities':true,'selfUri':'" + path + "'}")),
        body(client.get(path), 200));

    JsonNode put =
        body(
            client.put(
                path,
                quoted(
                    "{'resolveIdentities':false,'division':{'id':'*'},'externalSource':{'id':'s'}}")),
            200);

    assertEquals(
        Json.read(
            quoted(
                "{'resolveIdentities':false,"
                    + "'division':{'id':'*','selfUri':'/api/v2/authorization/divisions/*'},"
                    + "'externalSource':{'id':'s',"
                    + "'selfUri':'/api/v2/externalcontacts/externalsources/s'},"
                    + "'selfUri':'"
                    + path
                    + "'}")),
        put);
    assertEquals(put, body(client.get(path), 200));
    OpenIntegration other = genesys.createOpenIntegration("Viber", SECRET);
    assertTrue(body(client.get(IDENTITY + other.id()), 200).path("resolveIdentities").asBoolean());
  }

  @Test
  void identityResolutionOfAnUnknownIntegrationOrWithoutItsFlagIsRefused() {
    body(client.get(IDENTITY + Ids.uuid()), 404);
    body(client.put(IDENTITY + Ids.uuid(), quoted("{'resolveIdentities':true}")), 404);
    for (String sent : List.of("{}", "{'resolveIdentities':'yes'}")) {
      String message =
          body(client.put(IDENTITY + integration.id(), quoted(sent)), 400).path("message").asText();
      assertTrue(message.contains("resolveIdentities"), message);
    }
  }

  @Test
  void theTimelineStartsWithTheBuildersWindowAndIsReplacedWhole() {
    assertEquals(
        Json.read(
            quoted(
                "{'settings':[{'messengerType':'open','timeoutInMinutes':120}],"
                    + "'defaultTimeoutMinutes':4320}")),
        body(client.get(THREADING), 200));
    String sent =
        quoted("{'settings':[{'messengerType':'sms','timeoutInMinutes':0}],'id':'ignored'}");
    JsonNode replaced = body(client.put(THREADING, sent), 200);
    assertEquals(
        Json.read(
            quoted(
                "{'settings':[{'messengerType':'sms','timeoutInMinutes':0}],"
                    + "'defaultTimeoutMinutes':4320}")),
        replaced);
    assertEquals(replaced, body(client.get(THREADING), 200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'settings':[{'timeoutInMinutes':1}]}",
        "{'settings':[{'messengerType':'open'}]}",
        "{'settings':[{'messengerType':'telegram','timeoutInMinutes':1}]}",
        "{'settings':[{'messengerType':'open','timeoutInMinutes':4321}]}",
        "{'settings':[{'messengerType':'open','timeoutInMinutes':-1}]}",
        "{'settings':[{'messengerType':'open','timeoutInMinutes':1.5}]}",
        "{'settings':[{'messengerType':'open','timeoutInMinutes':'1'}]}",
        "{'settings':[{'messengerType':'open','timeoutInMinutes':1},"
            + "{'messengerType':'open','timeoutInMinutes':2}]}",
      })
  void aTimelineThatBreaksTheModelIsRefusedAndChangesNothing(String sent) {
    JsonNode before = body(client.get(THREADING), 200);
    body(client.put(THREADING, quoted(sent)), 400);
    assertEquals(before, body(client.get(THREADING), 200));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | [{'messengerType':'open','timeoutInMinutes':120}]",
        "10 | [{'messengerType':'open','timeoutInMinutes':10}]",
        "4320 | []",
      })
  void theTimelineDecidesWhetherAConversationIsReopened(int minutes, String settings) {
    integration.publish(MessageFlow.transferTo("Support"));
    body(client.put(THREADING, quoted("{'settings':" + settings + "}")), 200);

    String first = sayAndEnd("1");
    clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
    assertEquals(first, sayAndEnd("2"));
    clock.advance(Duration.ofMinutes(minutes));
    assertNotEquals(first, sayAndEnd("3"));
  }

  @Test
  void recipientsAreListedInPagesAndFiltered() {
    genesys.createOpenIntegration("Viber", SECRET);
    JsonNode all = body(client.get(RECIPIENTS + "?pageSize=1&pageNumber=2"), 200);
    assertEquals(2, all.path("total").asInt());
    assertEquals(List.of("Viber"), all.path("entities").findValuesAsText("name"));
    assertEquals(
        2, body(client.get(RECIPIENTS + "?messengerType=open"), 200).path("total").asInt());
    assertEquals(0, body(client.get(RECIPIENTS + "?messengerType=sms"), 200).path("total").asInt());
    assertEquals(1, body(client.get(RECIPIENTS + "?name=Viber"), 200).path("total").asInt());
    body(client.get(RECIPIENTS + "?messengerType=fax"), 400);
  }

  @Test
  void aPublishedFlowIsTheFlowOfTheRecipient() {
    String path = recipient();
    JsonNode without = body(client.get(path), 200);
    assertFalse(without.has("flow"));
    integration.publish(MessageFlow.transferTo("Support"));

    JsonNode recipient = body(client.get(path), 200);

    String author =
        "{'id':'%s','selfUri':'/api/v2/users/%s'}"
            .formatted(genesys.clientId(), genesys.clientId());
    String id = recipient.path("flow").path("id").asText();
    assertEquals(
        Json.read(
            quoted(
                ("{'id':'%s','name':'Telegram','messengerType':'open','flow':{'id':'%s',"
                        + "'name':'Telegram','type':'INBOUNDSHORTMESSAGE',"
                        + "'selfUri':'/api/v2/flows/%s'},"
                        + "'dateCreated':'2025-06-10T21:03:05.427Z',"
                        + "'dateModified':'2025-06-10T21:03:05.427Z',"
                        + "'createdBy':%s,'modifiedBy':%s,'selfUri':'%s'}")
                    .formatted(
                        path.substring(RECIPIENTS.length() + 1), id, id, author, author, path))),
        recipient);
  }

  @Test
  void aFlowIsAttachedAndDetachedByItsId() {
    DefinedFlow flow = genesys.defineFlow("To billing", MessageFlow.transferTo("Billing"));
    String path = recipient();

    JsonNode attached = body(client.put(path, quoted("{'flow':{'id':'" + flow.id() + "'}}")), 200);

    assertEquals("To billing", attached.path("flow").path("name").asText());
    client.say(integration, "u1", "1", "hello");
    genesys.agent("O").onQueue("Billing").awaitConversation(SOON);
    assertFalse(body(client.put(path, "{}"), 200).has("flow"));
  }

  @Test
  void anUnknownFlowOrRecipientIsRefused() {
    JsonNode unknown = body(client.put(recipient(), quoted("{'flow':{'id':'x'}}")), 400);
    assertEquals("flow.id", unknown.path("details").path(0).path("fieldName").asText());
    body(client.put(recipient(), quoted("{'flow':{}}")), 400);
    body(client.get(RECIPIENTS + "/x"), 404);
    body(client.put(RECIPIENTS + "/x", "{}"), 404);
  }

  @Test
  void addressRangesAreThoseOfTheBuilder() {
    assertEquals(
        List.of("192.0.2.0/26", "192.0.2.64/26", "198.51.100.0/24", "203.0.113.0/24"),
        body(client.get("/api/v2/ipranges"), 200).path("entities").findValuesAsText("cidr"));
    try (GenesysCloudSimulator other =
        GenesysCloudSimulator.builder()
            .configurationApi(
                ConfigurationApiSettings.defaults()
                    .ipRanges(List.of(new IpRange("192.0.2.7/32", "smtp", "eu-west-1"))))
            .start()) {
      assertEquals(
          Json.read(
              quoted(
                  "{'entities':[{'cidr':'192.0.2.7/32','service':'smtp','region':'eu-west-1'}]}")),
          body(new RawClient(other).get("/api/v2/ipranges"), 200));
    }
  }

  private String recipient() {
    return body(client.get(OPEN + integration.id()), 200)
        .path("recipient")
        .path("selfUri")
        .asText();
  }

  private String sayAndEnd(String messageId) {
    String conversation =
        client.say(integration, "u1", messageId, "hi").path("conversationId").asText();
    genesys.agent("O").onQueue("Support").awaitConversation(SOON).accept().disconnect();
    return conversation;
  }
}
