// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.api.ConversationsApi;
import com.mypurecloud.sdk.v2.model.AdditionalMessage;
import com.mypurecloud.sdk.v2.model.ConversationEventTyping;
import com.mypurecloud.sdk.v2.model.CreateOutboundMessagingConversationRequest;
import com.mypurecloud.sdk.v2.model.MessageConversation;
import com.mypurecloud.sdk.v2.model.MessageData;
import com.mypurecloud.sdk.v2.model.MessageMediaData;
import com.mypurecloud.sdk.v2.model.MessageTypingEventRequest;
import io.botflow.testkit.genesys.Agent;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.OpenIntegration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SDK does what an agent does, with the agent's own token. */
class AgentCallsTest {
  @RegisterExtension static final SimulatedCloud CLOUD = SimulatedCloud.start();

  @Test
  void anAgentSendsAMessageAndTypes() throws Exception {
    OpenIntegration integration = CLOUD.integration("speaking").typing(true, true);
    AgentConversation conversation = begun(integration, "4711");
    ConversationsApi api = new ConversationsApi(as("Ann of speaking"));

    MessageData sent =
        api.postConversationsMessageCommunicationMessages(
            conversation.conversationId(),
            conversation.communicationId(),
            new AdditionalMessage().textBody("Good morning"),
            null);
    api.postConversationsMessageCommunicationTyping(
        conversation.conversationId(),
        conversation.communicationId(),
        new MessageTypingEventRequest()
            .typing(new ConversationEventTyping().type(ConversationEventTyping.TypeEnum.ON))
            .dateSent(Date.from(Instant.now())));

    assertNotNull(sent.getId());
    assertEquals("outbound", sent.getDirection().toString());
    assertEquals("Good morning", sent.getNormalizedMessage().getText());
  }

  @Test
  void anAgentPreparesAFile() throws Exception {
    OpenIntegration integration = CLOUD.integration("uploading");
    AgentConversation conversation = begun(integration, "4712");
    ConversationsApi api = new ConversationsApi(as("Ann of uploading"));

    MessageMediaData prepared =
        api.postConversationsMessageCommunicationMessagesMedia(
            conversation.conversationId(), conversation.communicationId());
    MessageMediaData read =
        api.getConversationsMessageCommunicationMessagesMediaMediaId(
            conversation.conversationId(), conversation.communicationId(), prepared.getId());

    assertNotNull(prepared.getUploadUrl());
    assertEquals("uploading", prepared.getStatus().toString());
    assertEquals(prepared.getId(), read.getId());
  }

  @Test
  void anAgentBeginsAConversation() throws Exception {
    OpenIntegration integration = CLOUD.integration("beginning");
    String queue = CLOUD.simulator().queue("beginning").outboundThrough(integration).id();
    ConversationsApi api = new ConversationsApi(as("Ann of beginning"));

    MessageConversation begun =
        api.postConversationsMessages(
            new CreateOutboundMessagingConversationRequest()
                .queueId(queue)
                .toAddress("4713")
                .toAddressMessengerType(
                    CreateOutboundMessagingConversationRequest.ToAddressMessengerTypeEnum.OPEN));

    assertNotNull(begun.getId());
    assertEquals(begun.getId(), api.getConversationsMessage(begun.getId()).getId());
  }

  private static AgentConversation begun(OpenIntegration integration, String customer)
      throws Exception {
    new ConversationsApi(CLOUD.client())
        .postConversationsMessageInboundOpenMessage(
            integration.id(), InboundCallsTest.message(customer, "Hello"));
    return CLOUD.accepted(integration);
  }

  /** The SDK with the token of an agent. */
  private static ApiClient as(String name) {
    Agent agent = CLOUD.simulator().agent(name);
    ApiClient client = CLOUD.anonymous();
    client.setAccessToken(agent.accessToken());
    return client;
  }
}
