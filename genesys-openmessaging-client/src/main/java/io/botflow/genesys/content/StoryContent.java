// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A story of a social network, as an element of a message. Other channels only.
 *
 * <p>Mirrors {@code ConversationMessageContent}.
 *
 * @param story the element
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"contentType", "story"})
@JsonIgnoreProperties(value = "contentType", allowGetters = true)
@JsonDeserialize(using = JsonDeserializer.None.class)
public record StoryContent(
    @JsonProperty("story") @Nullable Story story,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra)
    implements Content {

  /** {@inheritDoc} */
  public StoryContent {
    extra = Copies.byName(extra);
  }

  @Override
  @JsonProperty("contentType")
  public String contentType() {
    return "Story";
  }

  @Override
  public <R> R accept(ContentVisitor<R> visitor) {
    return visitor.story(this);
  }
}
