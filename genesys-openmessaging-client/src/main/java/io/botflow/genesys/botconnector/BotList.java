// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.util.List;
import java.util.Map;

/**
 * All bots that a Bot Connector integration offers. Putting a list replaces the one before; a flow
 * keeps the list it was published with until it is published again.
 *
 * <p>Mirrors {@code BotList} of the API.
 *
 * @param chatBots at most 50 bots
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BotList(
    @JsonProperty("chatBots") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ConnectorBot> chatBots,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public BotList {
    chatBots = Copies.list(chatBots);
    extra = Copies.byName(extra);
  }

  /**
   * A list of bots.
   *
   * @param bots at most 50
   * @return the list
   * @throws InvalidFieldException if there are more
   */
  public static BotList of(List<ConnectorBot> bots) {
    Fields.size(bots, 0, 50, "chatBots");
    return new BotList(bots, Map.of());
  }
}
