// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.botconnector.dialog.ValueType;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A value that a bot can hand to the flow.
 *
 * <p>Mirrors {@code BotSlot} of the API.
 *
 * @param name up to 100 characters
 * @param type its type
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BotSlot(
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("type") @Nullable ValueType type,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public BotSlot {
    extra = Copies.byName(extra);
  }

  /**
   * A slot.
   *
   * @param name up to 100 characters
   * @param type its type
   * @return the slot
   * @throws InvalidFieldException if the name is missing or too long
   */
  public static BotSlot of(String name, ValueType type) {
    return new BotSlot(
        Fields.name(name, 100, "slots.name"), Fields.present(type, "slots.type"), Map.of());
  }
}
