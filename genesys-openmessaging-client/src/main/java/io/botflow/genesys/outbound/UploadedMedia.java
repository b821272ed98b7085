// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A file of an agent's communication, or the place for one.
 *
 * <p>Mirrors {@code MessageMediaData}.
 *
 * @param id the media id, by which a message refers to it
 * @param name the file name
 * @param status how the upload fares
 * @param url where the file is
 * @param mediaType its MIME type
 * @param contentLengthBytes its length
 * @param uploadUrl where it is to be sent
 * @param conversationId the conversation
 * @param communicationId the communication
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/commdigital/digital/messagemedia">Messaging media
 *     uploads</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UploadedMedia(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("status") @Nullable MediaStatus status,
    @JsonProperty("url") @Nullable String url,
    @JsonProperty("mediaType") @Nullable String mediaType,
    @JsonProperty("contentLengthBytes") @Nullable Long contentLengthBytes,
    @JsonProperty("uploadUrl") @Nullable String uploadUrl,
    @JsonProperty("conversationId") @Nullable String conversationId,
    @JsonProperty("communicationId") @Nullable String communicationId,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public UploadedMedia {
    extra = Copies.byName(extra);
  }
}
