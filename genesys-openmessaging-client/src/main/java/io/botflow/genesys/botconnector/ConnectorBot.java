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
import javax.annotation.Nullable;

/**
 * A bot of the list.
 *
 * <p>Mirrors {@code BotConnectorBot} of the API.
 *
 * @param id the id, of your choosing
 * @param name the name; requests call the bot by it
 * @param description up to 256 characters
 * @param versions 1 to 50 versions
 * @param botCompositeTag set by Genesys Cloud
 * @param selfUri set by Genesys Cloud
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectorBot(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("description") @Nullable String description,
    @JsonProperty("versions") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ConnectorBotVersion> versions,
    @JsonProperty("botCompositeTag") @Nullable String botCompositeTag,
    @JsonProperty("selfUri") @Nullable String selfUri,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public ConnectorBot {
    versions = Copies.list(versions);
    extra = Copies.byName(extra);
  }

  /**
   * A bot.
   *
   * @param id the id, of your choosing
   * @param name the name
   * @param description up to 256 characters, if any
   * @param versions 1 to 50 versions
   * @return the bot
   * @throws InvalidFieldException if something is missing or too long
   */
  public static ConnectorBot of(
      String id, String name, @Nullable String description, List<ConnectorBotVersion> versions) {
    Fields.text(id, "chatBots.id");
    Fields.name(name, Integer.MAX_VALUE, "chatBots.name");
    if (description != null) {
      Fields.name(description, 256, "chatBots.description");
    }
    Fields.size(versions, 1, 50, "chatBots.versions");
    return new ConnectorBot(id, name, description, versions, null, null, Map.of());
  }
}
