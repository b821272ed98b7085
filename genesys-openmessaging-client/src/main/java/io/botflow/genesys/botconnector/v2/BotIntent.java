// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v2;

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
 * An outcome of a dialogue: a path of the flow, with the values that go along.
 *
 * @param name up to 100 characters
 * @param entities up to 50 values
 * @param extra fields that this version does not know, by name; they are written back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BotIntent(
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("entities") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BotEntity> entities,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public BotIntent {
    entities = Copies.list(entities);
    extra = Copies.byName(extra);
  }

  /**
   * An intent.
   *
   * @param name up to 100 characters
   * @param entities up to 50 values
   * @return the intent
   * @throws InvalidFieldException if something is missing or too long
   */
  public static BotIntent of(String name, List<BotEntity> entities) {
    Fields.name(name, 100, "intents.name");
    Fields.size(entities, 0, 50, "intents.entities");
    return new BotIntent(name, entities, Map.of());
  }
}
