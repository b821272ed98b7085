// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A place.
 *
 * @param url a page about the place
 * @param address the postal address
 * @param text the name
 * @param latitude degrees north
 * @param longitude degrees east
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Location(
    @JsonProperty("url") @Nullable String url,
    @JsonProperty("address") @Nullable String address,
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("latitude") @Nullable Double latitude,
    @JsonProperty("longitude") @Nullable Double longitude,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Location {
    extra = Copies.byName(extra);
  }
}
