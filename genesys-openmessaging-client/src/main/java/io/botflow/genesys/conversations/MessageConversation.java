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
 * The messaging side of a conversation.
 *
 * <p>Mirrors {@code MessageConversation}.
 *
 * @param id the conversation id
 * @param name its name
 * @param participants who took part, in the order in which they came
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageConversation(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("participants") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<MessageParticipant> participants,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public MessageConversation {
    participants = Copies.list(participants);
    extra = Copies.byName(extra);
  }

  /**
   * The ids of all messages, to read them with {@link Conversations#messages}.
   *
   * @return the ids without repetition, participant by participant
   */
  public List<String> messageIds() {
    return participants.stream()
        .flatMap(participant -> participant.messages().stream())
        .map(MessageReference::messageId)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
