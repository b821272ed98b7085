// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * The bot that a request is for, as it was registered.
 *
 * @param id the registered id
 * @param name the registered name
 * @param extra fields that this version does not know, by name; they are written back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatBot(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public ChatBot {
    extra = Copies.byName(extra);
  }
}
