// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.AttachmentContent;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.content.ReceiptStatus;
import io.botflow.genesys.conversations.Conversation;
import io.botflow.genesys.conversations.MessageData;
import io.botflow.genesys.conversations.Participant;
import io.botflow.genesys.error.ConflictException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.PermissionException;
import io.botflow.genesys.media.Download;
import io.botflow.genesys.media.DownloadLimits;
import io.botflow.genesys.media.MediaFile;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.openmessaging.InboundReceipt;
import io.botflow.genesys.outbound.AgentCommunication;
import io.botflow.genesys.outbound.AgentMessage;
import io.botflow.genesys.outbound.AgentlessMessage;
import io.botflow.genesys.outbound.MediaStatus;
import io.botflow.genesys.outbound.NewConversation;
import io.botflow.genesys.outbound.SentAgentlessMessage;
import io.botflow.genesys.outbound.UploadProof;
import io.botflow.genesys.webhook.MessageNotification;
import io.botflow.genesys.webhook.WebhookParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client of this project against the simulator, call by call. */
class OwnClientTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final byte[] FILE = "not really a picture".getBytes(StandardCharsets.UTF_8);

  private final GenesysCloudSimulator simulator = GenesysCloudSimulator.builder().start();
  private final LoopbackServer webhook = LoopbackServer.answering(200);
  private final OpenIntegration integration =
      simulator
          .createOpenIntegration("Telegram", webhook.uri("/"), "0123456789abcdef-secret")
          .publish(MessageFlow.transferTo("Support"));
  private final GenesysCloud genesys =
      GenesysCloud.builder(Region.at(simulator.apiUri(), simulator.loginUri()))
          .clientCredentials(simulator.clientId(), simulator.clientSecret())
          .build();
  private final Agent olena = simulator.agent("Olena").onQueue("Support");
  private final GenesysCloud asOlena =
      genesys.actingAs(AccessTokenProvider.fixed(olena.accessToken()));

  @AfterEach
  void close() {
    genesys.close();
    webhook.close();
    simulator.close();
  }

  private AgentConversation talk() {
    genesys.openMessaging(integration.id()).send(InboundMessage.text(Customer.of("u1"), "hello"));
    return olena.awaitConversation(SOON).accept();
  }

  private AgentCommunication line(AgentConversation desk) {
    return asOlena.outbound().communication(desk.conversationId(), desk.communicationId());
  }

  private MessageNotification heard() {
    return assertInstanceOf(MessageNotification.class, WebhookParser.parse(webhook.take().body()));
  }

  private void assertFileArrives() throws IOException {
    Attachment attachment =
        Objects.requireNonNull(
            assertInstanceOf(AttachmentContent.class, heard().content().get(0)).attachment());
    assertEquals("photo.png", attachment.filename());
    try (Download download = genesys.download(attachment, DownloadLimits.defaults())) {
      assertArrayEquals(FILE, download.body().readAllBytes());
    }
  }

  @Test
  void anUploadedFileArrivesAndItsUrlGivesTheSameBytes() throws IOException {
    AgentCommunication line = line(talk());
    String id = line.upload(MediaFile.of("photo.png", FILE));
    assertEquals(MediaStatus.VALID, line.media(id).status());
    MessageData sent = line.send(AgentMessage.media(List.of(id)));
    assertEquals("photo.png", sent.attachments().get(0).filename());
    assertFileArrives();
    assertEquals(1, line.media(MediaStatus.VALID).count());
  }

  @Test
  void theDeprecatedUploadDoesTheSame() throws IOException {
    AgentCommunication line = line(talk());
    for (UploadProof proof : UploadProof.values()) {
      String id = line.uploadDeprecated(MediaFile.of("photo.png", FILE), proof);
      line.send(AgentMessage.media(List.of(id)));
      assertFileArrives();
    }
  }

  @Test
  void anAgentWritesAndTypes() {
    AgentConversation desk = talk();
    AgentCommunication line = line(desk);
    integration.typing(false, true);
    line.typing(Duration.ofSeconds(2));
    webhook.take();
    assertEquals("Hi", line.send(AgentMessage.text("Hi")).text().orElseThrow());
    assertEquals("Hi", heard().text());
    GenesysCloud asPetro =
        genesys.actingAs(AccessTokenProvider.fixed(simulator.agent("Petro").accessToken()));
    AgentCommunication notHis =
        asPetro.outbound().communication(desk.conversationId(), desk.communicationId());
    assertThrows(PermissionException.class, () -> notHis.send(AgentMessage.text("Hi")));
  }

  @Test
  void theCustomersSideDisconnects() {
    AgentConversation desk = talk();
    assertEquals(1, genesys.conversations().disconnectCustomer(desk.conversationId()));
    assertFalse(simulator.conversation(desk.conversationId()).orElseThrow().connected());
    assertThrows(IllegalStateException.class, () -> desk.sendText("too late"));
    assertThrows(ConflictException.class, () -> line(desk).send(AgentMessage.text("too late")));
    genesys.conversations().disconnect(desk.conversationId());
  }

  @Test
  void attributesAreSetAndRead() {
    String id = talk().conversationId();
    Participant customer =
        genesys.conversations().conversation(id).participantsFor("customer").get(0);
    genesys
        .conversations()
        .setAttributes(id, Objects.requireNonNull(customer.id()), Map.of("city", "Kyiv"));
    assertEquals(
        Map.of("city", "Kyiv"),
        genesys.conversations().conversation(id).participantsFor("customer").get(0).attributes());
    assertEquals(4, genesys.conversations().messageConversation(id).participants().size());
  }

  @Test
  void aWholeConversationIsReadAtOnce() {
    AgentConversation desk = talk();
    MessageRecord said = desk.sendText("Hi");
    genesys
        .openMessaging(integration.id())
        .sendReceipt(InboundReceipt.delivered(said.id(), "u1", Instant.now()));
    Conversation conversation = genesys.conversations().conversation(desk.conversationId());
    List<MessageData> messages =
        genesys.conversations().messages(desk.conversationId(), conversation.messageIds());
    assertEquals(
        List.of("hello", "Hi"), messages.stream().map(m -> m.text().orElseThrow()).toList());
    MessageData delivered = messages.get(1);
    assertEquals(
        io.botflow.genesys.conversations.MessageStatus.DELIVERY_SUCCESS, delivered.status());
    assertEquals(ReceiptStatus.DELIVERED, delivered.normalizedReceipts().get(0).status());
    assertEquals(delivered, genesys.conversations().message(said.id()));
    assertEquals(delivered, genesys.conversations().message(desk.conversationId(), said.id()));
    assertThrows(NotFoundException.class, () -> genesys.conversations().message("none"));
  }

  @Test
  void messagesAndConversationsGoOut() {
    SentAgentlessMessage sent =
        genesys.outbound().send(AgentlessMessage.text(integration.id(), "u2", "Ready"));
    assertEquals("Ready", heard().text());
    assertEquals(
        1,
        simulator
            .conversation(Objects.requireNonNull(sent.conversationId()))
            .orElseThrow()
            .messages()
            .size());
    NewConversation begin = NewConversation.builder(simulator.queue("Support").id(), "u2").build();
    assertThrows(ConflictException.class, () -> asOlena.outbound().create(begin));
    NewConversation goOn =
        NewConversation.builder(simulator.queue("Support").id(), "u2")
            .useExistingConversation(true)
            .build();
    assertEquals(sent.conversationId(), asOlena.outbound().create(goOn).id());
  }

  @Test
  void theDeprecatedEndpointCarriesMessagesAndReceipts() {
    genesys
        .catchAllMessaging(integration.id())
        .send(InboundMessage.text(Customer.of("u1"), "hello"));
    AgentConversation desk = olena.awaitConversation(SOON).accept();
    MessageRecord said = desk.sendText("Hi");
    genesys
        .catchAllMessaging(integration.id())
        .sendReceipt(InboundReceipt.delivered(said.id(), "u1", Instant.now()));
    assertEquals(MessageStatus.DELIVERED, desk.transcript().get(1).status());
  }

  @Test
  void aCustomersFileIsInTheCache() {
    genesys
        .openMessaging(integration.id())
        .send(
            InboundMessage.builder(Customer.of("u1"))
                .attachment(
                    Attachment.builder(
                            MediaType.IMAGE, webhook.uri("/photo.png").toString(), "image/png")
                        .build())
                .build());
    simulator.awaitConversation(
        c ->
            c.hasMessage(
                m ->
                    m.attachment() != null
                        && m.attachment().state() == AttachmentRecord.State.STORED),
        SOON);
    String id =
        Objects.requireNonNull(
            genesys.conversations().cachedMedia().list().findFirst().orElseThrow().id());
    genesys.conversations().cachedMedia().delete(id);
    assertEquals(0, genesys.conversations().cachedMedia().list().count());
  }
}
