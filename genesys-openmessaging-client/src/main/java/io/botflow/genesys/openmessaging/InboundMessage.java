// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.AttachmentContent;
import io.botflow.genesys.content.ChannelMetadata;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import io.botflow.genesys.internal.json.WireStrings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A message from a customer to Genesys Cloud: a text, an attachment, or both.
 *
 * <pre>{@code
 * InboundMessage.builder(Customer.of("4711"))
 *     .text("My parcel is wet")
 *     .attachment(Attachment.builder(MediaType.IMAGE, url, "image/jpeg").filename("a.jpg").build())
 *     .customAttribute("orderId", "A-17")
 *     .build();
 * }</pre>
 *
 * <p>Mirrors {@code OpenInboundNormalizedMessage}. Checked where it is built: each failure names
 * the field.
 *
 * @param channel who, when, and participant data
 * @param text the text
 * @param content at most one attachment
 * @param metadata flat data about the message; data of the participant goes into {@link
 *     ChannelMetadata}
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundMessages">Inbound
 *     messages</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record InboundMessage(
    @JsonProperty("channel") InboundChannel channel,
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("content") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<AttachmentContent> content,
    @JsonProperty("metadata") @WireStrings Map<String, String> metadata) {

  /** {@inheritDoc} */
  public InboundMessage {
    Fields.present(channel, "channel");
    content = Copies.list(content);
    metadata = Copies.map(metadata);
    requireTextOrContent(text, content);
    requireOneCompleteAttachment(content);
  }

  private static void requireTextOrContent(@Nullable String text, List<AttachmentContent> content) {
    if ((text == null || text.isEmpty()) && content.isEmpty()) {
      throw new InvalidFieldException("text", "a message needs a text or content");
    }
  }

  private static void requireOneCompleteAttachment(List<AttachmentContent> content) {
    Fields.size(content, 0, 1, "content");
    for (AttachmentContent element : content) {
      Attachment attachment = Fields.present(element.attachment(), "content[0].attachment");
      Fields.present(attachment.mediaType(), "content[0].attachment.mediaType");
      Fields.text(attachment.url(), "content[0].attachment.url");
      Fields.text(attachment.mime(), "content[0].attachment.mime");
    }
  }

  /**
   * A text, sent now.
   *
   * @param from the customer
   * @param text the text
   * @return the message
   * @throws InvalidFieldException if the text is empty
   */
  public static InboundMessage text(Customer from, String text) {
    return builder(from).text(text).build();
  }

  /**
   * Starts a message.
   *
   * @param from the customer
   * @return a builder
   */
  public static Builder builder(Customer from) {
    return new Builder(from);
  }

  /** Collects the parts of a message. Not thread-safe. */
  public static final class Builder {
    private final Customer from;
    private final List<AttachmentContent> content = new ArrayList<>();
    private final Map<String, String> customAttributes = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    @Nullable private String messageId;
    @Nullable private Instant time;
    @Nullable private String text;

    private Builder(Customer from) {
      this.from = from;
    }

    /**
     * Sets your own id of the message. Genesys Cloud calls it the unique provider id; give a stable
     * one, so that a repeated call can be recognised.
     *
     * @param messageId any text
     * @return this builder
     */
    public Builder messageId(@Nullable String messageId) {
      this.messageId = messageId;
      return this;
    }

    /**
     * Sets when the customer wrote. Default: the moment of {@link #build()}.
     *
     * @param time the time; sent with milliseconds
     * @return this builder
     */
    public Builder time(Instant time) {
      this.time = time;
      return this;
    }

    /**
     * Sets the text.
     *
     * @param text the text
     * @return this builder
     */
    public Builder text(@Nullable String text) {
      this.text = text;
      return this;
    }

    /**
     * Adds the attachment; a message takes one.
     *
     * @param attachment with type, URL and MIME type; its size is left out, inbound has no field
     *     for it
     * @return this builder
     */
    public Builder attachment(Attachment attachment) {
      Attachment withoutSize =
          new Attachment(
              attachment.mediaType(),
              attachment.id(),
              attachment.url(),
              attachment.mime(),
              attachment.text(),
              attachment.sha256(),
              attachment.filename(),
              null,
              attachment.extra());
      content.add(new AttachmentContent(withoutSize, Map.of()));
      return this;
    }

    /**
     * Adds participant data, which flows read as participant attributes.
     *
     * @param name the name
     * @param value the value
     * @return this builder
     */
    public Builder customAttribute(String name, String value) {
      customAttributes.put(
          Fields.text(name, "channel.metadata.customAttributes"),
          Fields.present(value, "channel.metadata.customAttributes." + name));
      return this;
    }

    /**
     * Adds participant data.
     *
     * @param attributes names and values
     * @return this builder
     */
    public Builder customAttributes(Map<String, String> attributes) {
      attributes.forEach(this::customAttribute);
      return this;
    }

    /**
     * Adds data about the message that is not about the channel. Flat: values are strings.
     *
     * @param name the name
     * @param value the value
     * @return this builder
     */
    public Builder metadata(String name, String value) {
      metadata.put(Fields.text(name, "metadata"), Fields.present(value, "metadata." + name));
      return this;
    }

    /**
     * Builds the message.
     *
     * @return the message
     * @throws InvalidFieldException if a required field is missing or a rule is broken
     */
    public InboundMessage build() {
      ChannelMetadata channelMetadata =
          customAttributes.isEmpty() ? null : ChannelMetadata.ofAttributes(customAttributes);
      Instant sent = time == null ? Instant.now() : time;
      return new InboundMessage(
          new InboundChannel(messageId, sent, from, channelMetadata), text, content, metadata);
    }
  }
}
