// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireInstant;
import java.time.Instant;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A file of a customer's message that Genesys Cloud fetched and keeps for a while.
 *
 * <p>Mirrors {@code CachedMediaItem}.
 *
 * @param id the id in the cache
 * @param url where the file was fetched from
 * @param downloadUrl where the kept copy can be had
 * @param mediaType its MIME type
 * @param contentLengthBytes its length
 * @param dateCreated when it was fetched
 * @param dateExpires until when it is kept
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CachedMediaItem(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("url") @Nullable String url,
    @JsonProperty("downloadUrl") @Nullable String downloadUrl,
    @JsonProperty("mediaType") @Nullable String mediaType,
    @JsonProperty("contentLengthBytes") @Nullable Long contentLengthBytes,
    @JsonProperty("dateCreated") @WireInstant @Nullable Instant dateCreated,
    @JsonProperty("dateExpires") @WireInstant @Nullable Instant dateExpires,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public CachedMediaItem {
    extra = Copies.byName(extra);
  }
}
