// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v2;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A bot with the names of its versions, without what they understand.
 *
 * <p>Mirrors {@code BotConnectorSummary} of the API.
 *
 * @param id the id, case-sensitive
 * @param name the name
 * @param description what it is for
 * @param botCompositeTag set by Genesys Cloud
 * @param versions its versions
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BotSummary(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("description") @Nullable String description,
    @JsonProperty("botCompositeTag") @Nullable String botCompositeTag,
    @JsonProperty("versions") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<BotVersionName> versions,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public BotSummary {
    versions = Copies.list(versions);
    extra = Copies.byName(extra);
  }
}
