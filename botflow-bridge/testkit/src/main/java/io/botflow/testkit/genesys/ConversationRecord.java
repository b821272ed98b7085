// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javax.annotation.Nullable;

/**
 * Genesys Cloud's own record of a conversation at one moment, from its first message.
 *
 * @param id the conversation's dashed UUID
 * @param integrationId the open integration through which it runs
 * @param customerId the customer's id in the messenger, {@code from.id}
 * @param startedAt when its first message came
 * @param endedAt when it was disconnected, or null while it is connected; a reopened conversation
 *     is connected again
 * @param participants all participations in order of their beginning
 * @param messages all messages in order of their recording
 */
public record ConversationRecord(
    String id,
    String integrationId,
    String customerId,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<ParticipantRecord> participants,
    List<MessageRecord> messages) {

  /** {@inheritDoc} */
  public ConversationRecord {
    Objects.requireNonNull(id, "id");
    participants = List.copyOf(participants);
    messages = List.copyOf(messages);
  }

  /**
   * Tells whether the conversation goes on.
   *
   * @return false once somebody disconnected it
   */
  public boolean connected() {
    return endedAt == null;
  }

  /**
   * Tells whether some message satisfies a condition.
   *
   * @param condition the condition
   * @return true when there is one
   */
  public boolean hasMessage(Predicate<MessageRecord> condition) {
    return messages.stream().anyMatch(condition);
  }

  /**
   * The participations of one purpose.
   *
   * @param purpose the purpose
   * @return those participations in order
   */
  public List<ParticipantRecord> participants(ParticipantPurpose purpose) {
    return participants.stream().filter(p -> p.purpose() == purpose).toList();
  }

  /** The ids and counts, without what anybody said. */
  @Override
  public String toString() {
    return "conversation %s: %d messages, %d participants, %s"
        .formatted(
            id, messages.size(), participants.size(), connected() ? "connected" : "disconnected");
  }
}
