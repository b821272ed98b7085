// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mypurecloud.sdk.v2.api.ConversationsApi;
import com.mypurecloud.sdk.v2.model.CachedMediaItem;
import com.mypurecloud.sdk.v2.model.Conversation;
import com.mypurecloud.sdk.v2.model.MediaParticipantRequest;
import com.mypurecloud.sdk.v2.model.MessageConversation;
import com.mypurecloud.sdk.v2.model.MessageData;
import com.mypurecloud.sdk.v2.model.MessageMediaParticipant;
import com.mypurecloud.sdk.v2.model.OpenMessageContent;
import com.mypurecloud.sdk.v2.model.OpenMessagingChannel;
import com.mypurecloud.sdk.v2.model.OpenMessagingToRecipient;
import com.mypurecloud.sdk.v2.model.OpenNormalizedMessage;
import com.mypurecloud.sdk.v2.model.Participant;
import com.mypurecloud.sdk.v2.model.ParticipantAttributes;
import com.mypurecloud.sdk.v2.model.SendAgentlessOutboundMessageRequest;
import com.mypurecloud.sdk.v2.model.SendAgentlessOutboundMessageResponse;
import io.botflow.testkit.genesys.ConversationRecord;
import io.botflow.testkit.genesys.OpenIntegration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SDK reads conversations and their messages, sends into them, and ends them. */
class ConversationCallsTest {
  @RegisterExtension static final SimulatedCloud CLOUD = SimulatedCloud.start();

  private final ConversationsApi api = new ConversationsApi(CLOUD.client());

  @Test
  void aConversationIsReadInBothForms() throws Exception {
    String id = begin("reading", "4711");

    Conversation conversation = api.getConversation(id);
    Participant customer = customer(conversation);
    assertEquals("open", customer.getMessages().get(0).getType().toString());
    assertEquals("connected", customer.getMessages().get(0).getState().toString());

    MessageConversation messages = api.getConversationsMessage(id);
    MessageMediaParticipant same =
        messages.getParticipants().stream()
            .filter(one -> one.getId().equals(customer.getId()))
            .findFirst()
            .orElseThrow();
    assertEquals("customer", same.getPurpose());
    assertEquals(
        customer.getMessages().get(0).getMessages().get(0).getMessageId(),
        same.getMessages().get(0).getMessageId());
  }

  @Test
  void messagesAreReadOneByOneAndTogether() throws Exception {
    String id = begin("messages", "4712");
    String message =
        customer(api.getConversation(id)).getMessages().get(0).getMessages().get(0).getMessageId();

    MessageData details = api.getConversationsMessageDetails(message, null);
    MessageData inConversation = api.getConversationsMessageMessage(id, message, null);
    MessageData normalized = api.getConversationsMessageMessage(id, message, true);
    List<MessageData> bulk =
        api.postConversationsMessageMessagesBulk(id, null, List.of(message)).getEntities();

    assertEquals("Hello", details.getNormalizedMessage().getText());
    assertEquals("open", details.getMessengerType().toString());
    assertEquals("inbound", details.getDirection().toString());
    assertEquals(id, details.getConversationId());
    assertEquals(details, inConversation);
    assertEquals(List.of(details), bulk);
    assertEquals(null, normalized.getTextBody());
    assertEquals("Hello", normalized.getNormalizedMessage().getText());
  }

  @Test
  void attributesOfAParticipantAreSet() throws Exception {
    String id = begin("attributes", "4713");
    String customer = customer(api.getConversation(id)).getId();
    Map<String, String> tier = Map.of("tier", "gold");

    ParticipantAttributes answer =
        api.patchConversationsMessageParticipantAttributes(
            id, customer, new ParticipantAttributes().attributes(tier));

    assertEquals("gold", answer.getAttributes().get("tier"));
    assertEquals("gold", customer(api.getConversation(id)).getAttributes().get("tier"));
  }

  @Test
  void aParticipantLeaves() throws Exception {
    String id = begin("leaving", "4714");
    String customer = customer(api.getConversation(id)).getId();

    api.patchConversationsMessageParticipant(id, customer, disconnected());

    assertEquals(false, ended(id).connected());
  }

  @Test
  void aLineIsHungUp() throws Exception {
    String id = begin("hanging up", "4715");
    Participant customer = customer(api.getConversation(id));

    api.patchConversationsMessageParticipantCommunication(
        id, customer.getId(), customer.getMessages().get(0).getId(), disconnected());

    assertEquals(false, ended(id).connected());
  }

  @Test
  void aConversationIsEnded() throws Exception {
    String id = begin("ending", "4716");

    Conversation answer =
        api.patchConversationsMessage(
            id, new Conversation().state(Conversation.StateEnum.DISCONNECTED));

    assertEquals(id, answer.getId());
    assertEquals(false, ended(id).connected());
  }

  @Test
  void aConversationIsTornDown() throws Exception {
    String id = begin("tearing down", "4717");

    api.postConversationDisconnect(id);

    assertEquals(false, ended(id).connected());
  }

  @Test
  void anAgentlessMessageIsSent() throws Exception {
    OpenIntegration integration = CLOUD.integration("agentless");

    SendAgentlessOutboundMessageResponse answer =
        api.postConversationsMessagesAgentless(
            new SendAgentlessOutboundMessageRequest()
                .fromAddress(integration.id())
                .toAddress("4718")
                .toAddressMessengerType(
                    SendAgentlessOutboundMessageRequest.ToAddressMessengerTypeEnum.OPEN)
                .textBody("Your parcel is here"));

    assertNotNull(answer.getId());
    assertNotNull(answer.getConversationId());
    assertNotNull(answer.getTimestamp());
    assertEquals("open", answer.getMessengerType().toString());
    assertEquals(integration.id(), answer.getFromAddress());
    assertEquals("4718", answer.getToAddress());
  }

  @Test
  void theCatchAllEndpointTakesMessagesAndReceipts() throws Exception {
    OpenIntegration integration = CLOUD.integration("catch-all");
    OpenMessagingChannel channel =
        new OpenMessagingChannel()
            .from(InboundCallsTest.from("4719"))
            .to(new OpenMessagingToRecipient().id(integration.id()))
            .messageId("m-1")
            .time(Date.from(Instant.now()));

    OpenNormalizedMessage message =
        api.postConversationsMessagesInboundOpen(
            new OpenNormalizedMessage()
                .type(OpenNormalizedMessage.TypeEnum.TEXT)
                .channel(channel)
                .text("Hello"));
    String sent = CLOUD.accepted(integration).sendText("Good morning").id();
    OpenNormalizedMessage receipt =
        api.postConversationsMessagesInboundOpen(
            new OpenNormalizedMessage()
                .type(OpenNormalizedMessage.TypeEnum.RECEIPT)
                .id(sent)
                .channel(channel)
                .status(OpenNormalizedMessage.StatusEnum.DELIVERED)
                .isFinalReceipt(true));

    assertEquals("Text", message.getType().toString());
    assertEquals("Hello", message.getText());
    assertEquals(List.<OpenMessageContent>of(), message.getContent());
    assertEquals("Delivered", receipt.getStatus().toString());
    assertEquals(sent, receipt.getId());
  }

  @Test
  void theCopyOfACustomersFileIsFoundAndDeleted() throws Exception {
    OpenIntegration integration = CLOUD.integration("copies");
    try (RecordingServer files = new RecordingServer()) {
      String url = files.uri() + "/copied.json";
      api.postConversationsMessageInboundOpenMessage(
          integration.id(),
          InboundCallsTest.message("4720", "A file")
              .content(List.of(InboundCallsTest.file("a-1", url))));

      CachedMediaItem listed =
          SimulatedCloud.await(
                  () -> api.getConversationsMessagesCachedmedia(25, 1, url).getEntities(),
                  items -> !items.isEmpty())
              .get(0);
      CachedMediaItem item =
          api.getConversationsMessagesCachedmediaCachedMediaItemId(listed.getId());
      api.deleteConversationsMessagesCachedmediaCachedMediaItemId(item.getId());

      assertEquals(url, item.getUrl());
      assertNotNull(item.getDownloadUrl());
      assertTrue(item.getDateExpires().toInstant().isAfter(item.getDateCreated().toInstant()));
      assertEquals(List.of(), api.getConversationsMessagesCachedmedia(25, 1, url).getEntities());
    }
  }

  private String begin(String integration, String customer) throws Exception {
    OpenIntegration open = CLOUD.integration(integration);
    api.postConversationsMessageInboundOpenMessage(
        open.id(), InboundCallsTest.message(customer, "Hello"));
    return CLOUD.accepted(open).conversationId();
  }

  private static ConversationRecord ended(String id) throws Exception {
    return CLOUD
        .simulator()
        .awaitConversation(
            record -> record.id().equals(id) && !record.connected(), SimulatedCloud.SOON);
  }

  private static Participant customer(Conversation conversation) {
    return conversation.getParticipants().stream()
        .filter(participant -> "customer".equals(participant.getPurpose()))
        .findFirst()
        .orElseThrow();
  }

  private static MediaParticipantRequest disconnected() {
    return new MediaParticipantRequest().state(MediaParticipantRequest.StateEnum.DISCONNECTED);
  }
}
