// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/** A conversation as it goes on; guarded by the ledger. */
final class Conversation {
  private final String id = Ids.uuid();
  private final OpenIntegration integration;
  private final String customerId;
  private final Instant startedAt;
  private final List<Participant> participants = new ArrayList<>();
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final Deque<WebhookDelivery> outbox = new ArrayDeque<>();
  private String customerIdType;
  private boolean sending;
  private @Nullable FlowSession session;
  private @Nullable Instant endedAt;

  Conversation(
      OpenIntegration integration, String customerId, String customerIdType, Instant startedAt) {
    this.integration = integration;
    this.customerId = customerId;
    this.customerIdType = customerIdType;
    this.startedAt = startedAt;
  }

  String id() {
    return id;
  }

  OpenIntegration integration() {
    return integration;
  }

  String customerId() {
    return customerId;
  }

  /** The customer's latest display name, or the id when none is known. */
  String customerName() {
    String name = customerId;
    for (Participant participant : participants) {
      if (participant.purpose() == ParticipantPurpose.CUSTOMER) {
        name = participant.name();
      }
    }
    return name;
  }

  String customerIdType() {
    return customerIdType;
  }

  void customerIdType(String type) {
    customerIdType = type;
  }

  @Nullable
  Instant endedAt() {
    return endedAt;
  }

  boolean connected() {
    return endedAt == null;
  }

  /** Whether the customer has left, or has never been there. */
  boolean customerIsAway() {
    return participants.stream()
        .noneMatch(p -> p.purpose() == ParticipantPurpose.CUSTOMER && p.connected());
  }

  void reopen() {
    endedAt = null;
  }

  Participant join(ParticipantPurpose purpose, String name, Instant now) {
    Participant participant = new Participant(purpose, name, now);
    participants.add(participant);
    return participant;
  }

  /** The customer of the present connection. */
  Participant customer() {
    return current(ParticipantPurpose.CUSTOMER);
  }

  Participant current(ParticipantPurpose purpose) {
    for (int i = participants.size() - 1; i >= 0; i--) {
      Participant participant = participants.get(i);
      if (participant.purpose() == purpose && participant.connected()) {
        return participant;
      }
    }
    throw new IllegalStateException("no " + purpose + " is connected to conversation " + id);
  }

  List<Participant> participants() {
    return participants;
  }

  Optional<Participant> participant(String participantId) {
    return participants.stream().filter(p -> p.id().equals(participantId)).findFirst();
  }

  Optional<Participant> onLine(String communicationId) {
    return participants.stream()
        .filter(p -> p.communicationId().equals(communicationId))
        .findFirst();
  }

  Optional<Message> message(String messageId) {
    return Optional.ofNullable(messages.get(messageId));
  }

  Instant startedAt() {
    return startedAt;
  }

  void add(Message message) {
    messages.put(message.id(), message);
  }

  Collection<Message> messages() {
    return messages.values();
  }

  /** A message to the customer by its id. */
  Optional<Message> outbound(String messageId) {
    return Optional.ofNullable(messages.get(messageId))
        .filter(message -> message.direction() == MessageDirection.OUTBOUND);
  }

  Deque<WebhookDelivery> outbox() {
    return outbox;
  }

  boolean sending() {
    return sending;
  }

  void sending(boolean value) {
    sending = value;
  }

  @Nullable
  FlowSession session() {
    return session;
  }

  void session(@Nullable FlowSession value) {
    session = value;
  }

  /** Disconnects everybody: {@code client} for the one who did it, {@code peer} for the others. */
  void end(Instant now, @Nullable Participant by, String type) {
    for (Participant participant : participants) {
      participant.end(now, participant == by || by == null ? type : "peer");
    }
    endedAt = now;
    FlowSession running = session;
    if (running != null) {
      running.leave();
    }
  }

  ConversationRecord snapshot() {
    return new ConversationRecord(
        id,
        integration.id(),
        customerId,
        startedAt,
        endedAt,
        participants.stream().map(Participant::snapshot).toList(),
        messages.values().stream().map(Message::snapshot).toList());
  }
}
