// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All conversations: threads what customers say into them and hands it on to their flows. */
final class Conversations {
  private record CustomerKey(String integrationId, String customerId) {}

  private record MessageKey(CustomerKey customer, String messageId) {}

  /** What an accepted message became. */
  record Accepted(String conversationId, ObjectNode answer) {}

  private final Map<String, Conversation> byId = new LinkedHashMap<>();
  private final Map<CustomerKey, Deque<Conversation>> byCustomer = new HashMap<>();
  private final Map<MessageKey, Accepted> accepted = new HashMap<>();
  private final Ledger ledger;
  private final Workers workers;
  private final Settings settings;
  private final ThreadingTimeline threading;
  private final FlowRunner flows;
  private final Media media;
  private final Outbound outbound;
  private final Traffic traffic;

  Conversations(
      Ledger ledger,
      Workers workers,
      Settings settings,
      ThreadingTimeline threading,
      FlowRunner flows,
      Media media,
      Outbound outbound,
      Traffic traffic) {
    this.ledger = ledger;
    this.workers = workers;
    this.settings = settings;
    this.threading = threading;
    this.flows = flows;
    this.media = media;
    this.outbound = outbound;
    this.traffic = traffic;
  }

  /** Records a message once, in the conversation that is open or opens for it. */
  Accepted accept(OpenIntegration integration, InboundMessage inbound, TrafficEvent.Kind kind) {
    return ledger.call(
        () -> {
          CustomerKey customer = new CustomerKey(integration.id(), inbound.fromId());
          String externalId = inbound.messageId();
          MessageKey key = externalId == null ? null : new MessageKey(customer, externalId);
          Accepted before =
              key == null || settings.inboundApi().repeatedIdsAreNew() ? null : accepted.get(key);
          if (before != null) {
            report(kind, integration, before, "repeated");
            return before;
          }
          Accepted now = record(integration, inbound, kind);
          if (key != null) {
            accepted.put(key, now);
          }
          return now;
        });
  }

  private Accepted record(
      OpenIntegration integration, InboundMessage inbound, TrafficEvent.Kind kind) {
    Instant now = settings.clock().instant();
    Conversation conversation = current(integration, inbound.fromId(), inbound.idType());
    boolean opens = conversation.customerIsAway();
    if (opens) {
      conversation.reopen();
      conversation.join(ParticipantPurpose.CUSTOMER, inbound.displayName(), now);
    }
    conversation.customerIdType(inbound.idType());
    conversation.customer().attributes(inbound.customAttributes());
    Message message = message(conversation, inbound, now);
    conversation.add(message);
    Accepted recorded =
        new Accepted(conversation.id(), InboundAnswers.message(integration, message.id(), inbound));
    report(kind, integration, recorded, inbound.attachment() == null ? "" : "attachment");
    if (settings.conversationApi().receiptsToWebhook()) {
      outbound.published(conversation, message);
    }
    if (opens) {
      flows.start(conversation);
    }
    flows.input(conversation, inbound.botInput());
    return recorded;
  }

  /**
   * The conversation that goes on, or that can be reopened, or else a new one; under the ledger.
   */
  Conversation current(OpenIntegration integration, String customerId, String idType) {
    Instant now = settings.clock().instant();
    return latest(integration, customerId)
        .filter(conversation -> !windowIsOver(conversation, now))
        .orElseGet(
            () -> {
              Conversation conversation = new Conversation(integration, customerId, idType, now);
              byId.put(conversation.id(), conversation);
              byCustomer
                  .computeIfAbsent(
                      new CustomerKey(integration.id(), customerId), key -> new ArrayDeque<>())
                  .add(conversation);
              return conversation;
            });
  }

  /** The latest conversation of a customer, be it over or not; under the ledger. */
  Optional<Conversation> latest(OpenIntegration integration, String customerId) {
    return Optional.ofNullable(of(integration, customerId).peekLast());
  }

  /** Tells whether a customer's next message would not be in this conversation. */
  boolean windowIsOver(Conversation conversation) {
    return windowIsOver(conversation, settings.clock().instant());
  }

  /** A conversation by its id; under the ledger. */
  Conversation require(String id) throws ApiError {
    Conversation conversation = byId.get(id);
    if (conversation == null) {
      throw ApiError.notFound();
    }
    return conversation;
  }

  /** The conversation that has a message; under the ledger. */
  Conversation withMessage(String messageId) throws ApiError {
    return byId.values().stream()
        .filter(conversation -> conversation.message(messageId).isPresent())
        .findFirst()
        .orElseThrow(ApiError::notFound);
  }

  private void report(
      TrafficEvent.Kind kind, OpenIntegration integration, Accepted accepted, String note) {
    ledger.afterwards(
        () ->
            traffic.report(
                kind,
                integration.label(),
                Traffic.GENESYS,
                accepted.conversationId(),
                accepted.answer().path("id").asText(),
                settings.inboundApi().status(),
                note));
  }

  private boolean windowIsOver(Conversation conversation, Instant now) {
    Instant endedAt = conversation.endedAt();
    return endedAt != null && !now.isBefore(endedAt.plus(threading.window()));
  }

  private Message message(Conversation conversation, InboundMessage inbound, Instant now) {
    Attachment attachment = inbound.attachment();
    URI url = inbound.attachmentUrl();
    ObjectNode button = inbound.buttonResponse();
    Message message =
        Message.inbound(now, conversation.customer(), inbound.time(), inbound.messageId())
            .text(inbound.text())
            .attachment(attachment)
            .structured(button == null ? null : Json.text(button))
            .sender(
                InboundAnswers.channel(
                    conversation.integration(), inbound.from(), inbound.idType(), inbound.time()),
                inbound.metadata());
    if (attachment != null && url != null) {
      attachment.url(url);
      if (conversation.integration().supportedContent().allowsInbound(attachment.mime())) {
        String conversationId = conversation.id();
        workers.execute(
            () -> {
              Media.Fetched fetched = media.fetch(url, conversationId, message.id());
              Optional<URI> own = media.keep(url, attachment, fetched);
              ledger.run(
                  () -> {
                    own.ifPresent(attachment::url);
                    fetched.into(attachment);
                  });
            });
      } else {
        attachment.dropped("the supported content profile does not allow " + attachment.mime());
      }
    }
    return message;
  }

  /** Adds a receipt to the message that it is about; empty when there is no such message. */
  Optional<String> receipt(
      OpenIntegration integration, String customerId, String messageId, ReceiptRecord receipt) {
    return ledger.call(
        () -> {
          for (Conversation conversation : of(integration, customerId)) {
            Optional<Message> message = conversation.outbound(messageId);
            if (message.isPresent()) {
              message.get().receipt(receipt);
              return Optional.of(conversation.id());
            }
          }
          return Optional.empty();
        });
  }

  /** Tells whether this integration sent this message to this customer. */
  boolean offered(OpenIntegration integration, String customerId, String messageId) {
    return ledger.read(
        () ->
            of(integration, customerId).stream()
                .anyMatch(conversation -> conversation.outbound(messageId).isPresent()));
  }

  /** The conversation of a customer that is connected now, if one is. */
  Optional<String> connectedId(OpenIntegration integration, String customerId) {
    return ledger.read(
        () ->
            Optional.ofNullable(of(integration, customerId).peekLast())
                .filter(Conversation::connected)
                .map(Conversation::id));
  }

  private Deque<Conversation> of(OpenIntegration integration, String customerId) {
    return byCustomer.getOrDefault(
        new CustomerKey(integration.id(), customerId), new ArrayDeque<>());
  }

  Optional<ConversationRecord> record(String id) {
    return ledger.read(() -> Optional.ofNullable(byId.get(id)).map(Conversation::snapshot));
  }

  List<ConversationRecord> records() {
    return ledger.read(
        () -> new ArrayList<>(byId.values()).stream().map(Conversation::snapshot).toList());
  }
}
