// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * Quick replies under a title, as one element. Not seen on open messaging.
 *
 * <p>Mirrors {@code ConversationContentQuickReplyV2}.
 *
 * @param title the title
 * @param actions the quick replies
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuickReplies(
    @JsonProperty("title") @Nullable String title,
    @JsonProperty("actions") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> actions,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public QuickReplies {
    actions = Copies.list(actions);
    extra = Copies.byName(extra);
  }
}
