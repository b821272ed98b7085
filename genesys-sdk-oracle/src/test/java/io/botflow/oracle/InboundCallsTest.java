// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.mypurecloud.sdk.v2.api.ConversationsApi;
import com.mypurecloud.sdk.v2.model.ConversationReason;
import com.mypurecloud.sdk.v2.model.OpenContentAttachment;
import com.mypurecloud.sdk.v2.model.OpenEvent;
import com.mypurecloud.sdk.v2.model.OpenEventNormalizedMessage;
import com.mypurecloud.sdk.v2.model.OpenInboundMessageContent;
import com.mypurecloud.sdk.v2.model.OpenInboundMessageMessagingChannel;
import com.mypurecloud.sdk.v2.model.OpenInboundMessagingChannel;
import com.mypurecloud.sdk.v2.model.OpenInboundMessagingReceiptChannel;
import com.mypurecloud.sdk.v2.model.OpenInboundNormalizedEvent;
import com.mypurecloud.sdk.v2.model.OpenInboundNormalizedMessage;
import com.mypurecloud.sdk.v2.model.OpenInboundNormalizedReceipt;
import com.mypurecloud.sdk.v2.model.OpenMessageNormalizedMessage;
import com.mypurecloud.sdk.v2.model.OpenMessagingFromRecipient;
import com.mypurecloud.sdk.v2.model.OpenMessagingToRecipient;
import com.mypurecloud.sdk.v2.model.OpenReceiptNormalizedMessage;
import io.botflow.testkit.genesys.ConversationRecord;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.OpenIntegration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SDK sends what a customer does. */
class InboundCallsTest {
  @RegisterExtension static final SimulatedCloud CLOUD = SimulatedCloud.start();

  private final ConversationsApi api = new ConversationsApi(CLOUD.client());

  @Test
  void aMessageIsRecordedAndAnswered() throws Exception {
    OpenIntegration integration = CLOUD.integration("messages");
    Date time = Date.from(Instant.ofEpochMilli(1_700_000_000_123L));

    OpenMessageNormalizedMessage answer =
        api.postConversationsMessageInboundOpenMessage(
            integration.id(),
            message("4711", "Hello")
                .channel(
                    channel("4711")
                        .messageId("m-1")
                        .time(time)
                        .metadata(Map.of("customAttributes", Map.of("tier", "gold"))))
                .metadata(Map.of("campaign", "spring")));

    assertNotNull(answer.getId());
    assertEquals("Text", answer.getType().toString());
    assertEquals("Hello", answer.getText());
    assertEquals("m-1", answer.getChannel().getMessageId());
    assertEquals(time, answer.getChannel().getTime());
    assertEquals("Open", answer.getChannel().getPlatform().toString());
    assertEquals("Private", answer.getChannel().getType().toString());
    assertEquals(integration.id(), answer.getChannel().getTo().getId());
    assertEquals("4711", answer.getChannel().getFrom().getId());
    assertEquals("Ada", answer.getChannel().getFrom().getNickname());
    assertEquals(Map.of("campaign", "spring"), answer.getMetadata());
    ConversationRecord conversation =
        CLOUD
            .simulator()
            .awaitConversation(
                record -> record.hasMessage(said -> "m-1".equals(said.externalId())),
                SimulatedCloud.SOON);
    assertEquals(answer.getId(), conversation.messages().get(0).id());
  }

  @Test
  void aMessageWithAFileIsAnsweredWithTheFile() throws Exception {
    OpenIntegration integration = CLOUD.integration("files");
    try (RecordingServer files = new RecordingServer()) {
      OpenMessageNormalizedMessage answer =
          api.postConversationsMessageInboundOpenMessage(
              integration.id(),
              message("4712", "A file").content(List.of(file("a-1", files.uri() + "/a.json"))));

      assertEquals("Attachment", answer.getContent().get(0).getContentType().toString());
      assertEquals("a-1", answer.getContent().get(0).getAttachment().getId());
      assertEquals("File", answer.getContent().get(0).getAttachment().getMediaType().toString());
    }
  }

  @Test
  void typingIsAnswered() throws Exception {
    OpenIntegration integration = CLOUD.integration("typing").typing(true, true);
    api.postConversationsMessageInboundOpenMessage(integration.id(), message("4713", "Hello"));

    OpenEventNormalizedMessage answer =
        api.postConversationsMessageInboundOpenEvent(
            integration.id(),
            new OpenInboundNormalizedEvent()
                .channel(
                    new OpenInboundMessagingChannel()
                        .from(from("4713"))
                        .time(Date.from(Instant.now())))
                .events(List.of(new OpenEvent().eventType(OpenEvent.EventTypeEnum.TYPING))));

    assertEquals("Event", answer.getType().toString());
    assertEquals("Typing", answer.getEvents().get(0).getEventType().toString());
  }

  @Test
  void receiptsAreAnsweredWithTheirStatus() throws Exception {
    OpenIntegration integration = CLOUD.integration("receipts");
    api.postConversationsMessageInboundOpenMessage(integration.id(), message("4714", "Hello"));
    MessageRecord sent = CLOUD.accepted(integration).sendText("Good morning");
    OpenInboundNormalizedReceipt receipt =
        new OpenInboundNormalizedReceipt()
            .id(sent.id())
            .channel(
                new OpenInboundMessagingReceiptChannel()
                    .to(new OpenMessagingToRecipient().id("4714"))
                    .time(Date.from(Instant.now())))
            .isFinalReceipt(false)
            .status(OpenInboundNormalizedReceipt.StatusEnum.DELIVERED);

    OpenReceiptNormalizedMessage delivered =
        api.postConversationsMessageInboundOpenReceipt(integration.id(), receipt);
    ConversationReason reason =
        new ConversationReason().code(ConversationReason.CodeEnum.GENERALERROR).message("why");
    OpenReceiptNormalizedMessage failed =
        api.postConversationsMessageInboundOpenReceipt(
            integration.id(),
            receipt
                .status(OpenInboundNormalizedReceipt.StatusEnum.FAILED)
                .reasons(List.of(reason))
                .isFinalReceipt(true));

    assertEquals(sent.id(), delivered.getId());
    assertEquals("Receipt", delivered.getType().toString());
    assertEquals("Delivered", delivered.getStatus().toString());
    assertEquals("Failed", failed.getStatus().toString());
    assertEquals(true, failed.getIsFinalReceipt());
  }

  static OpenInboundNormalizedMessage message(String customer, String text) {
    return new OpenInboundNormalizedMessage().channel(channel(customer)).text(text);
  }

  static OpenInboundMessageContent file(String id, String url) {
    return new OpenInboundMessageContent()
        .attachment(
            new OpenContentAttachment()
                .id(id)
                .mediaType(OpenContentAttachment.MediaTypeEnum.FILE)
                .url(url)
                .mime("application/json")
                .filename("a.json"));
  }

  private static OpenInboundMessageMessagingChannel channel(String customer) {
    return new OpenInboundMessageMessagingChannel()
        .from(from(customer))
        .time(Date.from(Instant.now()));
  }

  static OpenMessagingFromRecipient from(String customer) {
    return new OpenMessagingFromRecipient()
        .id(customer)
        .idType(OpenMessagingFromRecipient.IdTypeEnum.OPAQUE)
        .nickname("Ada");
  }
}
