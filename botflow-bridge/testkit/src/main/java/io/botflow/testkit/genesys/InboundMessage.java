// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A validated message, or press of a button, from the customer.
 *
 * @param from the sender as sent, for the answer's echo
 * @param attachment null for none
 * @param attachmentUrl where the attachment is; null exactly when there is none
 * @param originatingMessageId for a press of a button: the message that offered it
 */
record InboundMessage(
    ObjectNode from,
    String fromId,
    String idType,
    Instant time,
    @Nullable String messageId,
    Map<String, String> customAttributes,
    @Nullable String text,
    @Nullable Attachment attachment,
    @Nullable URI attachmentUrl,
    @Nullable ObjectNode attachmentNode,
    @Nullable ObjectNode buttonResponse,
    @Nullable String originatingMessageId,
    Map<String, String> metadata) {

  private static final List<String> ID_TYPES = List.of("Email", "Phone", "Opaque");
  private static final List<String> MEDIA = List.of("Image", "Video", "Audio", "File", "Link");
  private static final List<String> BUTTONS = List.of("Button", "QuickReply", "DatePicker");

  /** Reads the body of {@code /inbound/open/message}. */
  static InboundMessage message(JsonView body, boolean emptyAccepted) {
    JsonView channel = body.object("channel");
    String text = body.optionalText("text");
    List<JsonView> content = body.optionalObjects("content");
    if (text == null && !body.has("content")) {
      throw InvalidBodyException.of(
          "should have required property 'content', should have required property '.text',"
              + " should match some schema in anyOf");
    }
    if (content.size() > 1) {
      throw InvalidBodyException.of("content should have at most 1 item");
    }
    if (!emptyAccepted && content.isEmpty() && (text == null || text.isEmpty())) {
      throw InvalidBodyException.of("text should not be empty when there is no content");
    }
    JsonView item = content.isEmpty() ? null : content.get(0).object("attachment");
    return of(channel, text, item, null, null, body.flat("metadata"));
  }

  /** Reads the body of {@code /inbound/open/structured/response}. */
  static InboundMessage structuredResponse(JsonView body) {
    JsonView channel = body.object("channel");
    JsonView button = body.object("buttonResponse");
    ObjectNode normalized = button.node().deepCopy();
    normalized.put("type", button.oneOf("type", "ButtonResponseType", BUTTONS));
    button.text("payload");
    return of(
        channel,
        button.text("text"),
        null,
        normalized,
        body.nonEmpty("originatingMessageId"),
        Map.of());
  }

  private static InboundMessage of(
      JsonView channel,
      @Nullable String text,
      @Nullable JsonView attachment,
      @Nullable ObjectNode buttonResponse,
      @Nullable String originatingMessageId,
      Map<String, String> metadata) {
    JsonView from = channel.object("from");
    JsonView channelMetadata = channel.optionalObject("metadata");
    return new InboundMessage(
        from.node(),
        from.nonEmpty("id"),
        from.oneOf("idType", "RecipientIdType", ID_TYPES),
        channel.time("time"),
        channel.optionalText("messageId"),
        channelMetadata == null ? Map.of() : channelMetadata.flat("customAttributes"),
        text,
        attachment == null ? null : attachment(attachment),
        attachment == null ? null : url(attachment),
        attachment == null ? null : attachment.node(),
        buttonResponse,
        originatingMessageId,
        metadata);
  }

  private static Attachment attachment(JsonView attachment) {
    String mediaType = attachment.oneOf("mediaType", "MediaType", MEDIA);
    String mime = attachment.nonEmpty("mime");
    if (mime.split("/", -1).length != 2) {
      throw InvalidBodyException.of(attachment.path("mime") + " should be a media type");
    }
    String id = attachment.optionalText("id");
    String name = attachment.optionalText("filename");
    return new Attachment(id == null ? Ids.uuid() : id, name == null ? "" : name, mime, mediaType);
  }

  private static URI url(JsonView attachment) {
    String text = attachment.nonEmpty("url");
    try {
      URI url = new URI(text);
      if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Refused below, like a URL without a host.
    }
    throw InvalidBodyException.of(attachment.path("url") + " should be an http or https URL");
  }

  /** The display name, or what comes nearest to one. */
  String displayName() {
    for (String field : List.of("nickname", "firstName")) {
      String name = from.path(field).asText();
      if (!name.isEmpty()) {
        return name;
      }
    }
    return fromId;
  }

  BotInput botInput() {
    return new BotInput(text == null ? "" : text, buttonResponse);
  }
}
