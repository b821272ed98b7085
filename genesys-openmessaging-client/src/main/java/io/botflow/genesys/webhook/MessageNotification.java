// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.Direction;
import io.botflow.genesys.content.MessageType;
import io.botflow.genesys.content.MessagingChannel;
import io.botflow.genesys.content.OriginatingEntity;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireStrings;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A message to the customer: text, an attachment, or structured content with the text as a
 * fallback.
 *
 * @param id the Genesys Cloud id; a receipt has that of the message it is about
 * @param channel where it came from and goes
 * @param type the kind on the wire
 * @param text the text, or the fallback of structured content
 * @param content attachment, buttons, cards and the like
 * @param originatingEntity whether an agent or a bot wrote it
 * @param direction which way it goes
 * @param conversationId the conversation; missing in old payloads
 * @param metadata flat data about the message
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/outboundMessages">Outbound
 *     messages</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonDeserialize(using = JsonDeserializer.None.class)
public record MessageNotification(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("channel") @Nullable MessagingChannel channel,
    @JsonProperty("type") MessageType type,
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("content") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Content> content,
    @JsonProperty("originatingEntity") @Nullable OriginatingEntity originatingEntity,
    @JsonProperty("direction") @Nullable Direction direction,
    @JsonProperty("conversationId") @Nullable String conversationId,
    @JsonProperty("metadata") @WireStrings Map<String, String> metadata,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra)
    implements Notification {

  /** {@inheritDoc} */
  public MessageNotification {
    content = Copies.list(content);
    metadata = Copies.map(metadata);
    extra = Copies.byName(extra);
  }

  /**
   * Whether the content is structured, so that the text is only its fallback.
   *
   * @return true for buttons, cards and the like
   */
  public boolean structured() {
    return type.equals(MessageType.STRUCTURED);
  }

  @Override
  public <R> R accept(NotificationVisitor<R> visitor) {
    return visitor.message(this);
  }
}
