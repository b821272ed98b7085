// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A file or link within a message. Genesys Cloud takes and gives files by URL.
 *
 * <p>Mirrors {@code OpenContentAttachment} and {@code ConversationContentAttachment}. What is built
 * here has a kind, a URL and a MIME type; what is read may lack any of them.
 *
 * @param mediaType the coarse kind
 * @param id an id of the sender's choosing
 * @param url where the file is; must be public for Genesys Cloud to fetch it
 * @param mime the MIME type
 * @param text a caption
 * @param sha256 the SHA-256 digest of the file
 * @param filename a suggested file name
 * @param contentSizeBytes the size in bytes
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(
    @JsonProperty("mediaType") @Nullable MediaType mediaType,
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("url") @Nullable String url,
    @JsonProperty("mime") @Nullable String mime,
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("sha256") @Nullable String sha256,
    @JsonProperty("filename") @Nullable String filename,
    @JsonProperty("contentSizeBytes") @Nullable Long contentSizeBytes,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Attachment {
    extra = Copies.byName(extra);
  }

  /**
   * Starts an attachment.
   *
   * @param mediaType the coarse kind
   * @param url where the file is; at most 25 MB are taken from there
   * @param mime the MIME type
   * @return a builder
   */
  public static Builder builder(MediaType mediaType, String url, String mime) {
    return new Builder(mediaType, url, mime);
  }

  /** Collects the optional parts of an attachment. Not thread-safe. */
  public static final class Builder {
    private final MediaType mediaType;
    private final String url;
    private final String mime;
    @Nullable private String id;
    @Nullable private String text;
    @Nullable private String sha256;
    @Nullable private String filename;
    @Nullable private Long contentSizeBytes;

    private Builder(MediaType mediaType, String url, String mime) {
      this.mediaType = Fields.present(mediaType, "attachment.mediaType");
      this.url = Fields.text(url, "attachment.url");
      this.mime = Fields.text(mime, "attachment.mime");
    }

    /**
     * Sets an id of your own.
     *
     * @param id any text
     * @return this builder
     */
    public Builder id(@Nullable String id) {
      this.id = id;
      return this;
    }

    /**
     * Sets a caption.
     *
     * @param text the caption
     * @return this builder
     */
    public Builder text(@Nullable String text) {
      this.text = text;
      return this;
    }

    /**
     * Sets the digest of the file.
     *
     * @param sha256 the SHA-256 digest
     * @return this builder
     */
    public Builder sha256(@Nullable String sha256) {
      this.sha256 = sha256;
      return this;
    }

    /**
     * Sets a suggested file name.
     *
     * @param filename the name with its extension
     * @return this builder
     */
    public Builder filename(@Nullable String filename) {
      this.filename = filename;
      return this;
    }

    /**
     * Sets the size. Bot replies may carry it; inbound messages may not.
     *
     * @param contentSizeBytes the size in bytes
     * @return this builder
     */
    public Builder contentSizeBytes(@Nullable Long contentSizeBytes) {
      this.contentSizeBytes = contentSizeBytes;
      return this;
    }

    /**
     * Builds the attachment.
     *
     * @return the attachment
     */
    public Attachment build() {
      return new Attachment(
          mediaType, id, url, mime, text, sha256, filename, contentSizeBytes, Map.of());
    }
  }
}
