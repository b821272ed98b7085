// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * One participation in a conversation; who leaves and comes back appears twice.
 *
 * @param id the participant's dashed UUID
 * @param purpose what the participant is
 * @param name the customer's display name or id, the bot's name, the queue's name, or the agent's
 * @param connectedAt when the participation began
 * @param endedAt when it ended, or null while it lasts
 * @param disconnectType why it ended, in Genesys Cloud's words: {@code client} for the one who
 *     ended the conversation, {@code peer} for the others, {@code transfer}, {@code error}; null
 *     while it lasts
 * @param note what a flow or a transfer decided, for example {@code intent call-operator}; may be
 *     empty
 * @param attributes the participant data, for a customer what came as {@code customAttributes}
 * @param communicationId the id of its line, over which an agent's messages are sent by the API
 */
public record ParticipantRecord(
    String id,
    ParticipantPurpose purpose,
    String name,
    Instant connectedAt,
    @Nullable Instant endedAt,
    @Nullable String disconnectType,
    String note,
    Map<String, String> attributes,
    String communicationId) {

  /** {@inheritDoc} */
  public ParticipantRecord {
    Objects.requireNonNull(id, "id");
    attributes = Map.copyOf(attributes);
  }

  /**
   * Tells whether the participation lasts.
   *
   * @return false once it has ended
   */
  public boolean connected() {
    return endedAt == null;
  }
}
