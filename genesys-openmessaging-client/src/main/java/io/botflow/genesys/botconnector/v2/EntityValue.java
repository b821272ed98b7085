// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v2;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.botconnector.dialog.ValueType;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A value that the bot found, for the flow. Every value is a text on this wire, whatever its type.
 *
 * @param name the name of the entity
 * @param type its type
 * @param value the value, for a single one
 * @param values the values, for a collection
 * @param extra fields that this version does not know, by name; they are written back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntityValue(
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("type") @Nullable ValueType type,
    @JsonProperty("value") @Nullable String value,
    @JsonProperty("values") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> values,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public EntityValue {
    values = Copies.list(values);
    extra = Copies.byName(extra);
  }

  /**
   * A single value.
   *
   * @param name the name of the entity
   * @param type its type
   * @param value the value in the text form of the type
   * @return the value
   */
  public static EntityValue of(String name, ValueType type, String value) {
    return new EntityValue(
        Fields.text(name, "entities.name"),
        Fields.present(type, "entities.type"),
        Fields.present(value, "entities.value"),
        List.of(),
        Map.of());
  }

  /**
   * Several values.
   *
   * @param name the name of the entity
   * @param type its collection type
   * @param values the values in the text form of the type
   * @return the values
   */
  public static EntityValue of(String name, ValueType type, List<String> values) {
    return new EntityValue(
        Fields.text(name, "entities.name"),
        Fields.present(type, "entities.type"),
        null,
        Fields.present(values, "entities.values"),
        Map.of());
  }
}
