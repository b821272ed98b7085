// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.dialog;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.AttachmentContent;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.MessageType;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * One reply of the bot. An attachment goes into a text reply, buttons and cards into a structured
 * one.
 *
 * @param type {@code Text} or {@code Structured}
 * @param text the text; the fallback of structured content
 * @param content attachment, buttons, cards
 * @param extra fields that this version does not know, by name; they are written back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplyMessage(
    @JsonProperty("type") @Nullable MessageType type,
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("content") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Content> content,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public ReplyMessage {
    content = Copies.list(content);
    extra = Copies.byName(extra);
  }

  /**
   * A text.
   *
   * @param text the text; may be empty
   * @return the reply
   */
  public static ReplyMessage text(String text) {
    return new ReplyMessage(MessageType.TEXT, Fields.present(text, "text"), List.of(), Map.of());
  }

  /**
   * Buttons or cards.
   *
   * @param text shown with quick replies, and where the content cannot be
   * @param content quick replies, a card or a carousel
   * @return the reply
   * @throws InvalidFieldException if there is no content, or an attachment among it
   */
  public static ReplyMessage structured(@Nullable String text, List<Content> content) {
    Fields.size(content, 1, Integer.MAX_VALUE, "content");
    for (Content element : content) {
      if (element instanceof AttachmentContent) {
        throw new InvalidFieldException("content", "an attachment goes into a text reply");
      }
    }
    return new ReplyMessage(MessageType.STRUCTURED, text, content, Map.of());
  }

  /**
   * A file, with the protocol's version 2 only, and if the integration allows it.
   *
   * @param text a caption, if any
   * @param attachment with id, type, URL and file name
   * @return the reply
   * @throws InvalidFieldException if the attachment lacks one of these
   */
  public static ReplyMessage attachment(@Nullable String text, Attachment attachment) {
    Fields.text(attachment.id(), "attachment.id");
    Fields.present(attachment.mediaType(), "attachment.mediaType");
    Fields.text(attachment.url(), "attachment.url");
    Fields.text(attachment.filename(), "attachment.filename");
    return new ReplyMessage(MessageType.TEXT, text, List.of(Content.of(attachment)), Map.of());
  }
}
