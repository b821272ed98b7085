// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A supported content profile: which media an integration lets through. The default profile lets in
 * everything and lets out jpg, png and gif alone.
 *
 * <p>Mirrors {@code SupportedContent}.
 *
 * @param id the profile id; left out of a profile to create
 * @param name its name
 * @param mediaTypes which media are let through
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://help.mypurecloud.com/articles/supported-content-profiles/">Supported
 *     content profiles</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SupportedContent(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("mediaTypes") @Nullable MediaTypes mediaTypes,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public SupportedContent {
    extra = Copies.byName(extra);
  }

  /**
   * A profile to create, or to change one to.
   *
   * @param name its name
   * @param mediaTypes which media are let through
   * @return the profile
   */
  public static SupportedContent of(String name, MediaTypes mediaTypes) {
    return new SupportedContent(null, name, mediaTypes, Map.of());
  }
}
