// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.direct;

import io.botflow.bridge.internal.deliver.GenesysOutcomes;
import io.botflow.bridge.internal.dialogue.StoredValue;
import io.botflow.bridge.internal.translate.ToGenesys;
import io.botflow.bridge.store.Notes;
import io.botflow.connector.message.Profile;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.conversations.MessageParticipant;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.openmessaging.SendOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands customers to operators in Genesys Cloud, and sees when they are done. Thread-safe. */
final class Operators {
  private static final Logger log = LoggerFactory.getLogger(Operators.class);
  private static final SendOptions WITH_CONVERSATION =
      SendOptions.defaults().prefetchConversationId(true);
  // What the operator sees first should not be a book.
  private static final int LONGEST_TRANSCRIPT = 6_000;
  private static final Duration ASK_AGAIN = Duration.ofSeconds(10);
  private static final int MOST_KNOWN = 10_000;

  private final GenesysCloud genesys;
  private final Notes notes;
  private final Clock clock;
  private final Map<String, Instant> foundActive = new ConcurrentHashMap<>();

  Operators(GenesysCloud genesys, Notes notes, Clock clock) {
    this.genesys = genesys;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * What an operator's flow is told.
   *
   * @param userId the customer's id at the messenger
   * @param sender what is known of them, or null
   * @param parameters the custom attributes of the conversation
   * @param summary what the operator should know, or null
   */
  record Order(
      String userId,
      @Nullable Profile sender,
      Map<String, String> parameters,
      @Nullable String summary) {
    /** Shows nothing personal. */
    @Override
    public String toString() {
      return "Order[***]";
    }
  }

  /**
   * Hands a customer over. May be repeated with the same key.
   *
   * @throws GenesysException if Genesys Cloud did not take it
   */
  void take(String route, String key, Order order) {
    StoredValue<Talk> talk = Talk.of(notes, route, order.userId());
    talk.change(now -> now.handedOver(key));
    InboundMessage message =
        InboundMessage.builder(ToGenesys.customer(order.userId(), order.sender()))
            .messageId(key + ".handover")
            .time(clock.instant())
            .text(text(talk.read(), order.summary()))
            .customAttributes(order.parameters())
            .build();
    String conversation;
    try {
      conversation = genesys.openMessaging(route).send(message, WITH_CONVERSATION).conversationId();
    } catch (UnexpectedResponseException e) {
      if (!GenesysOutcomes.taken(e)) {
        throw e;
      }
      conversation = null;
    }
    String known = conversation;
    talk.change(now -> now.in(known));
  }

  private static String text(Talk talk, @Nullable String summary) {
    String text =
        Stream.concat(Stream.ofNullable(summary), talk.transcript().stream())
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n"));
    int surplus = text.length() - LONGEST_TRANSCRIPT;
    String end = surplus <= 0 ? text : "…" + wholeFrom(text, surplus);
    return end.isEmpty() ? "…" : end;
  }

  /** Never begins with the second half of a character. */
  private static String wholeFrom(String text, int index) {
    return text.substring(Character.isLowSurrogate(text.charAt(index)) ? index + 1 : index);
  }

  /**
   * Whether the operator's conversation is over. No webhook tells, so Genesys Cloud is asked; while
   * it does not say, the customer stays with the operator.
   */
  boolean done(Talk talk) {
    String id = talk.conversationId();
    Instant now = clock.instant();
    if (id == null || now.isBefore(foundActive.getOrDefault(id, Instant.EPOCH).plus(ASK_AGAIN))) {
      return false;
    }
    try {
      if (isOver(genesys.conversations().messageConversation(id).participants())) {
        foundActive.remove(id);
        return true;
      }
    } catch (NotFoundException e) {
      foundActive.remove(id);
      return true;
    } catch (GenesysException e) {
      log.warn("whether conversation {} is over is not known: {}", id, e.getMessage());
    }
    if (foundActive.size() >= MOST_KNOWN) {
      foundActive.clear();
    }
    foundActive.put(id, now);
    return false;
  }

  /** A conversation that was taken up again has a customer who is still there. */
  private static boolean isOver(List<MessageParticipant> participants) {
    return participants.stream().anyMatch(Operators::isCustomer)
        && participants.stream()
            .filter(Operators::isCustomer)
            .allMatch(customer -> customer.endTime() != null);
  }

  private static boolean isCustomer(MessageParticipant participant) {
    return "customer".equalsIgnoreCase(participant.purpose())
        || "external".equalsIgnoreCase(participant.purpose());
  }
}
