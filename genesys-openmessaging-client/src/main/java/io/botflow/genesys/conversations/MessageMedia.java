// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A file of a message in the older form; newer answers have it as an attachment of the content.
 *
 * <p>Mirrors {@code MessageMedia}.
 *
 * @param id the id
 * @param name the file name
 * @param url where the file is
 * @param mediaType its MIME type
 * @param contentLengthBytes its length
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageMedia(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("url") @Nullable String url,
    @JsonProperty("mediaType") @Nullable String mediaType,
    @JsonProperty("contentLengthBytes") @Nullable Long contentLengthBytes,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public MessageMedia {
    extra = Copies.byName(extra);
  }
}
