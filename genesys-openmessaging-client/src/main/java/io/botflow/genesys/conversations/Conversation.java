// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * A conversation with all who took part. Only what Open Messaging needs is typed; the rest is in
 * {@code extra}.
 *
 * @param id the conversation id
 * @param participants who took part, in the order in which they came
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conversation(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("participants") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Participant> participants,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Conversation {
    participants = Copies.list(participants);
    extra = Copies.byName(extra);
  }

  /**
   * Those who take part for one purpose.
   *
   * @param purpose for example {@code customer} or {@code agent}, in any case
   * @return the participants, in the order in which they came
   */
  public List<Participant> participantsFor(String purpose) {
    return participants.stream()
        .filter(participant -> purpose.equalsIgnoreCase(participant.purpose()))
        .toList();
  }

  /**
   * The ids of all messages. There is no call that lists the messages of a conversation: read them
   * with {@link Conversations#messages}.
   *
   * @return the ids without repetition, participant by participant
   */
  public List<String> messageIds() {
    return participants.stream()
        .flatMap(participant -> participant.messages().stream())
        .flatMap(communication -> communication.messages().stream())
        .map(MessageReference::messageId)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
