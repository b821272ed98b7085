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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * An outcome of a dialogue: a path of the flow, with the values that go along.
 *
 * <p>Mirrors {@code BotIntent} of the API.
 *
 * @param name up to 100 characters
 * @param slots up to 50 values by their name
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BotIntent(
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("slots") @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, BotSlot> slots,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public BotIntent {
    slots = Copies.map(slots);
    extra = Copies.byName(extra);
  }

  /**
   * An intent.
   *
   * @param name up to 100 characters
   * @param slots up to 50 values
   * @return the intent
   * @throws InvalidFieldException if something is missing or too long
   */
  public static BotIntent of(String name, List<BotSlot> slots) {
    Fields.name(name, 100, "intents.name");
    Fields.size(slots, 0, 50, "intents.slots");
    Map<String, BotSlot> byName = new LinkedHashMap<>();
    for (BotSlot slot : slots) {
      byName.put(Fields.text(slot.name(), "slots.name"), slot);
    }
    return new BotIntent(name, byName, Map.of());
  }
}
