// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import io.botflow.genesys.botconnector.BotIntent;
import io.botflow.genesys.botconnector.BotSlot;
import io.botflow.genesys.botconnector.ConnectorBot;
import io.botflow.genesys.botconnector.ConnectorBotVersion;
import io.botflow.genesys.botconnector.dialog.InputMessage;
import io.botflow.genesys.botconnector.dialog.ValueType;
import io.botflow.genesys.configuration.OpenIntegrationDraft;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.content.Reason;
import io.botflow.genesys.content.ReasonCode;
import io.botflow.genesys.content.ReceiptStatus;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.openmessaging.InboundReceipt;
import io.botflow.genesys.openmessaging.ReceiptChannel;
import io.botflow.genesys.openmessaging.ReceiptTarget;
import io.botflow.genesys.outbound.AgentlessMessage;
import io.botflow.genesys.outbound.NewConversation;
import io.botflow.genesys.textbots.BotChannel;
import io.botflow.genesys.textbots.MessagingPlatformType;
import io.botflow.genesys.textbots.TextBotTurn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requests as an application builds them, with everything that the builders offer. */
final class Requests {
  static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123Z");

  private Requests() {}

  static Customer customer() {
    return Customer.builder("4711")
        .nickname("nick")
        .firstName("Ada")
        .lastName("L")
        .email("ada@example.com")
        .build();
  }

  static Object[] inboundMessages() {
    return OurSamples.constants(MediaType.class).stream()
        .map(
            type ->
                InboundMessage.builder(customer())
                    .messageId("m-1")
                    .time(TIME)
                    .text("Hello")
                    .attachment(attachment((MediaType) type, true))
                    .customAttribute("tier", "gold")
                    .metadata("campaign", "spring")
                    .build())
        .toArray();
  }

  /** Each status once, and a failure for each reason. */
  static Object[] receipts() {
    ReceiptChannel channel = new ReceiptChannel(TIME, new ReceiptTarget("4711"));
    Stream<InboundReceipt> statuses =
        OurSamples.constants(ReceiptStatus.class).stream()
            .map(status -> (ReceiptStatus) status)
            .filter(status -> !status.equals(ReceiptStatus.FAILED))
            .map(status -> new InboundReceipt("m-1", channel, status, List.of(), true));
    Stream<InboundReceipt> failures =
        OurSamples.constants(ReasonCode.class).stream()
            .map(code -> Reason.of((ReasonCode) code, "why"))
            .map(reason -> InboundReceipt.failed("m-1", "4711", TIME, reason));
    return Stream.concat(statuses, failures).toArray();
  }

  static Object[] attachmentContent() {
    return OurSamples.constants(MediaType.class).stream()
        .map(type -> Content.of(attachment((MediaType) type, false)))
        .toArray();
  }

  static Object[] attachments() {
    return OurSamples.constants(MediaType.class).stream()
        .map(type -> attachment((MediaType) type, false))
        .toArray();
  }

  static Attachment attachment(MediaType type, boolean withSize) {
    return Attachment.builder(type, "https://files.example.com/a.jpg", "image/jpeg")
        .id("a-1")
        .text("caption")
        .sha256("0".repeat(64))
        .filename("a.jpg")
        .contentSizeBytes(withSize ? 10240L : null)
        .build();
  }

  static List<ConnectorBot> bots() {
    BotIntent intent = BotIntent.of("intent", List.of(BotSlot.of("slot", ValueType.STRING)));
    ConnectorBotVersion version = ConnectorBotVersion.of("1", List.of("en-us"), List.of(intent));
    return List.of(ConnectorBot.of("id", "bot", "description", List.of(version)));
  }

  static TextBotTurn textBotTurn() {
    return TextBotTurn.builder("integration", "bot", "session", InputMessage.text("Hello"))
        .version("1")
        .languageCode("en-us")
        .sessionTimeout(Duration.ofMinutes(15))
        .channel(BotChannel.MESSAGING)
        .correlationId("correlation")
        .platform(MessagingPlatformType.OTHER)
        .parameter("customer", "4711")
        .build();
  }

  static AgentlessMessage agentless() {
    return AgentlessMessage.text("integration", "4711", "Hello")
        .intoActiveConversation()
        .forContact("contact");
  }

  static NewConversation newConversation() {
    return NewConversation.builder("queue", "4711")
        .useExistingConversation(true)
        .externalContactId("contact")
        .useUserFromAddress(true)
        .build();
  }

  static Object[] integrations() {
    return new Object[] {
      OpenIntegrationDraft.builder("name", "https://example.com/hook", "0123456789abcdef")
          .webhookHeaders(Map.of("X-Tenant", "1"))
          .supportedContent("content-1")
          .messagingSetting("setting-1")
          .build()
    };
  }
}
