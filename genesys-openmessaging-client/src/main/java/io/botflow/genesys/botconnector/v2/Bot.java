// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v2;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.botconnector.dialog.MalformedRequestException;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import io.botflow.genesys.internal.json.WireJson;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A bot of the list. Ids are case-sensitive.
 *
 * @param id up to 100 characters
 * @param name up to 100 characters
 * @param provider who makes it, for analytics; up to 100 characters
 * @param description up to 256 characters
 * @param versions 1 to 50 versions
 * @param extra fields that this version does not know, by name; they are written back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Bot(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("provider") @Nullable String provider,
    @JsonProperty("description") @Nullable String description,
    @JsonProperty("versions") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BotVersion> versions,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Bot {
    versions = Copies.list(versions);
    extra = Copies.byName(extra);
  }

  /**
   * A bot.
   *
   * @param id up to 100 characters
   * @param name up to 100 characters
   * @param provider up to 100 characters
   * @param description up to 256 characters
   * @param versions 1 to 50 versions
   * @return the bot
   * @throws InvalidFieldException if something is missing or too long
   */
  public static Bot of(
      String id, String name, String provider, String description, List<BotVersion> versions) {
    Fields.name(id, 100, "id");
    Fields.name(name, 100, "name");
    Fields.name(provider, 100, "provider");
    Fields.name(description, 256, "description");
    Fields.size(versions, 1, 50, "versions");
    return new Bot(id, name, provider, description, versions, Map.of());
  }

  /**
   * Reads a bot leniently: unknown fields are kept, absent ones stay absent.
   *
   * @param json the whole document, UTF-8
   * @return the bot
   * @throws MalformedRequestException if it is not a JSON object of this shape
   */
  public static Bot parse(byte[] json) {
    return WireJson.readOr(json, Bot.class, MalformedRequestException::new);
  }

  /**
   * The bot as JSON.
   *
   * @return compact JSON
   */
  public String toJson() {
    return WireJson.text(this);
  }
}
