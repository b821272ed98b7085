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

/**
 * All bots of an endpoint, as Genesys Cloud asks for them.
 *
 * @param entities at most 50 bots
 * @param extra fields that this version does not know, by name; they are written back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BotListing(
    @JsonProperty("entities") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Bot> entities,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public BotListing {
    entities = Copies.list(entities);
    extra = Copies.byName(extra);
  }

  /**
   * A list of bots.
   *
   * @param bots at most 50
   * @return the list
   * @throws InvalidFieldException if there are more
   */
  public static BotListing of(List<Bot> bots) {
    Fields.size(bots, 0, 50, "entities");
    return new BotListing(bots, Map.of());
  }

  /**
   * Reads a list leniently: unknown fields are kept, absent ones stay absent.
   *
   * @param json the whole document, UTF-8
   * @return the list
   * @throws MalformedRequestException if it is not a JSON object of this shape
   */
  public static BotListing parse(byte[] json) {
    return WireJson.readOr(json, BotListing.class, MalformedRequestException::new);
  }

  /**
   * The list as JSON.
   *
   * @return compact JSON
   */
  public String toJson() {
    return WireJson.text(this);
  }
}
