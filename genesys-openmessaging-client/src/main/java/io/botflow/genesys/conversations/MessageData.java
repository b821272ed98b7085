// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.AttachmentContent;
import io.botflow.genesys.content.Direction;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireInstant;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A message of a conversation. It comes in two forms: older answers have {@code textBody} and
 * {@code media}, newer ones only the normalized message; {@link #text()} and {@link #attachments()}
 * read either.
 *
 * <p>Mirrors {@code MessageData}.
 *
 * @param id the Genesys Cloud id
 * @param conversationId the conversation
 * @param messengerType by which way it went
 * @param direction which way it went
 * @param status how far it got
 * @param timestamp when it was sent or received
 * @param providerMessageId the messenger's id of the message
 * @param fromAddress the sender
 * @param toAddress the recipient
 * @param textBody the text, in older answers
 * @param media the files, in older answers
 * @param normalizedMessage the message in the form that all channels share
 * @param normalizedReceipts what became of it, if it was sent to the customer
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageData(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("conversationId") @Nullable String conversationId,
    @JsonProperty("messengerType") @Nullable MessengerType messengerType,
    @JsonProperty("direction") @JsonSerialize(converter = LowerCase.class) @Nullable
        Direction direction,
    @JsonProperty("status") @Nullable MessageStatus status,
    @JsonProperty("timestamp") @WireInstant @Nullable Instant timestamp,
    @JsonProperty("providerMessageId") @Nullable String providerMessageId,
    @JsonProperty("fromAddress") @Nullable String fromAddress,
    @JsonProperty("toAddress") @Nullable String toAddress,
    @JsonProperty("textBody") @Nullable String textBody,
    @JsonProperty("media") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MessageMedia> media,
    @JsonProperty("normalizedMessage") @Nullable NormalizedMessage normalizedMessage,
    @JsonProperty("normalizedReceipts") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<NormalizedMessage> normalizedReceipts,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public MessageData {
    media = Copies.list(media);
    normalizedReceipts = Copies.list(normalizedReceipts);
    extra = Copies.byName(extra);
  }

  /**
   * The text, in whichever form it came.
   *
   * @return the text, if there is one
   */
  public Optional<String> text() {
    String normalized = normalizedMessage == null ? null : normalizedMessage.text();
    return Optional.ofNullable(normalized != null ? normalized : textBody);
  }

  /**
   * The files, in whichever form they came. The kind of an older one is taken from its MIME type.
   *
   * @return the attachments
   */
  public List<Attachment> attachments() {
    List<Attachment> normalized =
        normalizedMessage == null
            ? List.of()
            : normalizedMessage.content().stream()
                .filter(AttachmentContent.class::isInstance)
                .map(content -> ((AttachmentContent) content).attachment())
                .filter(Objects::nonNull)
                .toList();
    return normalized.isEmpty() ? media.stream().map(MessageData::attachment).toList() : normalized;
  }

  private static Attachment attachment(MessageMedia file) {
    return new Attachment(
        kind(file.mediaType()),
        file.id(),
        file.url(),
        file.mediaType(),
        null,
        null,
        file.name(),
        file.contentLengthBytes(),
        Map.of());
  }

  private static MediaType kind(@Nullable String mime) {
    String type = mime == null ? "" : mime.toLowerCase(Locale.ROOT);
    if (type.startsWith("image/")) {
      return MediaType.IMAGE;
    }
    if (type.startsWith("video/")) {
      return MediaType.VIDEO;
    }
    return type.startsWith("audio/") ? MediaType.AUDIO : MediaType.FILE;
  }

  /** Messages that are read write their direction small; webhooks write it capitalised. */
  static final class LowerCase extends StdConverter<Direction, String> {
    @Override
    public String convert(Direction direction) {
      boolean known = direction.equals(Direction.INBOUND) || direction.equals(Direction.OUTBOUND);
      return known ? direction.value().toLowerCase(Locale.ROOT) : direction.value();
    }
  }
}
