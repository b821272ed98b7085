// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.textbots;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireStrings;
import java.util.Map;

/**
 * What the webhook of a bot connector gets along with a turn: the {@code parameters} there, which a
 * flow calls session variables.
 *
 * <p>Mirrors {@code GenesysBotConnector} of the API.
 *
 * @param queryParameters texts by their name
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookParameters(
    @JsonProperty("queryParameters") @WireStrings Map<String, String> queryParameters,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public WebhookParameters {
    queryParameters = Copies.map(queryParameters);
    extra = Copies.byName(extra);
  }

  /**
   * Parameters of a turn.
   *
   * @param parameters texts by their name
   * @return the parameters
   */
  public static WebhookParameters of(Map<String, String> parameters) {
    return new WebhookParameters(parameters, Map.of());
  }
}
