// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * The text of a notification template.
 *
 * @param text the text with its placeholders filled in
 * @param parameters values for placeholders
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateBody(
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("parameters") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<TemplateParameter> parameters,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public TemplateBody {
    parameters = Copies.list(parameters);
    extra = Copies.byName(extra);
  }
}
