// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.Direction;
import io.botflow.genesys.content.MessageEvent;
import io.botflow.genesys.content.MessageType;
import io.botflow.genesys.content.MessagingChannel;
import io.botflow.genesys.content.OriginatingEntity;
import io.botflow.genesys.content.Reason;
import io.botflow.genesys.content.ReceiptStatus;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireStrings;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A message, receipt or event in the form that all channels of Genesys Cloud share.
 *
 * <p>Mirrors {@code ConversationNormalizedMessage}.
 *
 * @param id the Genesys Cloud id; a receipt has that of the message it is about
 * @param channel where it came from and goes
 * @param type its kind
 * @param text its text
 * @param content its content
 * @param events what happened, for an event
 * @param status what became of the message, for a receipt
 * @param reasons why it failed, for a receipt
 * @param isFinalReceipt whether no other receipt follows
 * @param originatingEntity whether an agent or a bot wrote it
 * @param direction which way it went
 * @param metadata flat data about the message
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NormalizedMessage(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("channel") @Nullable MessagingChannel channel,
    @JsonProperty("type") @Nullable MessageType type,
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("content") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Content> content,
    @JsonProperty("events") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MessageEvent> events,
    @JsonProperty("status") @Nullable ReceiptStatus status,
    @JsonProperty("reasons") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reason> reasons,
    @JsonProperty("isFinalReceipt") @Nullable Boolean isFinalReceipt,
    @JsonProperty("originatingEntity") @Nullable OriginatingEntity originatingEntity,
    @JsonProperty("direction") @Nullable Direction direction,
    @JsonProperty("metadata") @WireStrings Map<String, String> metadata,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public NormalizedMessage {
    content = Copies.list(content);
    events = Copies.list(events);
    reasons = Copies.list(reasons);
    metadata = Copies.map(metadata);
    extra = Copies.byName(extra);
  }
}
