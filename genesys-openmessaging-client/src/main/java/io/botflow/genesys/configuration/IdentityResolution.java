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
 * Whether the customers of an integration are found among the external contacts.
 *
 * <p>Mirrors {@code OpenMessagingIdentityResolutionConfig}.
 *
 * @param resolveIdentities whether they are
 * @param division the division to look in
 * @param externalSource where the customers' ids come from
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentityResolution(
    @JsonProperty("resolveIdentities") @Nullable Boolean resolveIdentities,
    @JsonProperty("division") @Nullable Reference division,
    @JsonProperty("externalSource") @Nullable Reference externalSource,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public IdentityResolution {
    extra = Copies.byName(extra);
  }

  /**
   * Whether to look customers up, without a division and a source.
   *
   * @param resolve whether
   * @return what to set
   */
  public static IdentityResolution of(boolean resolve) {
    return new IdentityResolution(resolve, null, null, Map.of());
  }
}
