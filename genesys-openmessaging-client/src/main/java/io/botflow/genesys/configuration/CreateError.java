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
 * Why an integration could not be created.
 *
 * <p>Mirrors {@code ErrorBody}.
 *
 * @param status the HTTP status that it would have been
 * @param code the far side's error code
 * @param message what happened
 * @param contextId the id under which Genesys support finds it
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateError(
    @JsonProperty("status") @Nullable Integer status,
    @JsonProperty("code") @Nullable String code,
    @JsonProperty("message") @Nullable String message,
    @JsonProperty("contextId") @Nullable String contextId,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public CreateError {
    extra = Copies.byName(extra);
  }
}
