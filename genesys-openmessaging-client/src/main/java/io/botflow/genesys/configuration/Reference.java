// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

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
 * Something else in Genesys Cloud, by its id.
 *
 * @param id the id
 * @param name the name, where the far side tells it
 * @param selfUri its path in the API, where the far side tells it
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reference(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("selfUri") @Nullable String selfUri,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Reference {
    extra = Copies.byName(extra);
  }

  /**
   * A reference to send.
   *
   * @param id the id
   * @return the reference
   * @throws io.botflow.genesys.error.InvalidFieldException if the id is empty
   */
  public static Reference of(String id) {
    return new Reference(Fields.text(id, "id"), null, null, Map.of());
  }
}
