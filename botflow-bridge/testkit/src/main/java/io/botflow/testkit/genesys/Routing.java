// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/** Queues, and the coming and going of participants; its methods run under the ledger. */
final class Routing {
  private final Map<String, Deque<Conversation>> queues = new HashMap<>();
  private final Queues names;
  private final Ledger ledger;
  private final Clock clock;
  private final Traffic traffic;

  Routing(Ledger ledger, Clock clock, Traffic traffic, Queues names) {
    this.names = names;
    this.ledger = ledger;
    this.clock = clock;
    this.traffic = traffic;
  }

  /** Puts a conversation into a queue, where it waits for as long as it takes. */
  void toQueue(Conversation conversation, Participant from, String queue) {
    from.end(clock.instant(), "transfer");
    names.named(queue);
    conversation.join(ParticipantPurpose.ACD, queue, clock.instant()).queue(queue);
    queues.computeIfAbsent(queue, name -> new ArrayDeque<>()).add(conversation);
    report(TrafficEvent.Kind.QUEUED, label(from), "queue " + queue, conversation);
  }

  /** Takes the longest waiting conversation of these queues. */
  Optional<Conversation> offer(Collection<String> names) {
    for (String name : names) {
      Deque<Conversation> queue = queues.getOrDefault(name, new ArrayDeque<>());
      Conversation conversation = queue.poll();
      if (conversation != null) {
        return Optional.of(conversation);
      }
    }
    return Optional.empty();
  }

  Participant accept(Conversation conversation, String agent) {
    Participant acd = conversation.current(ParticipantPurpose.ACD);
    acd.end(clock.instant(), "transfer");
    Participant participant =
        conversation.join(ParticipantPurpose.AGENT, agent, clock.instant()).queue(acd.name());
    report(TrafficEvent.Kind.ACCEPTED, label(acd), label(participant), conversation);
    return participant;
  }

  /** Ends a conversation; no webhook tells of it, as on the platform. */
  void end(Conversation conversation, @Nullable Participant by, String type) {
    if (!conversation.connected()) {
      return;
    }
    conversation.end(clock.instant(), by, type);
    queues.values().forEach(queue -> queue.remove(conversation));
    report(
        TrafficEvent.Kind.DISCONNECTED,
        by == null ? Traffic.GENESYS : label(by),
        Traffic.GENESYS,
        conversation);
  }

  private void report(TrafficEvent.Kind kind, String from, String to, Conversation conversation) {
    ledger.afterwards(() -> traffic.report(kind, from, to, conversation.id(), null, 0, ""));
  }

  static String label(Participant participant) {
    String kind =
        switch (participant.purpose()) {
          case CUSTOMER -> "customer ";
          case WORKFLOW -> "bot ";
          case ACD -> "queue ";
          case AGENT -> "agent ";
          case API -> "client ";
        };
    return kind + participant.name();
  }
}
