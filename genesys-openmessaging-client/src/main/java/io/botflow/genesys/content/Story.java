// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A story of a social network that a message mentions or answers; other channels only.
 *
 * <p>Mirrors {@code ConversationContentStory}.
 *
 * @param type {@code Mention} or {@code Reply}
 * @param url where the story is
 * @param replyToId the id of the story that is answered
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Story(
    @JsonProperty("type") @Nullable String type,
    @JsonProperty("url") @Nullable String url,
    @JsonProperty("replyToId") @Nullable String replyToId,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Story {
    extra = Copies.byName(extra);
  }
}
