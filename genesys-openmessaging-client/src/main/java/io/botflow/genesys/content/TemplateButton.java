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
 * A button of a notification template.
 *
 * @param type what pressing does
 * @param text what the button shows
 * @param index its place in the list
 * @param phoneNumber the number to call
 * @param url the page to open
 * @param payload what comes back when it is pressed
 * @param parameters values for placeholders
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateButton(
    @JsonProperty("type") @Nullable TemplateButtonType type,
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("index") @Nullable Long index,
    @JsonProperty("phoneNumber") @Nullable String phoneNumber,
    @JsonProperty("url") @Nullable String url,
    @JsonProperty("payload") @Nullable String payload,
    @JsonProperty("parameters") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<TemplateParameter> parameters,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public TemplateButton {
    parameters = Copies.list(parameters);
    extra = Copies.byName(extra);
  }
}
