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
 * A prepared message, for example a canned response, with its placeholders filled in.
 *
 * @param id {@code namespace@name}; a canned response is {@code cannedresponse@<response id>}
 * @param language the language
 * @param header the top
 * @param body the text
 * @param buttons the buttons
 * @param footer the bottom
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationTemplate(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("language") @Nullable String language,
    @JsonProperty("header") @Nullable TemplateHeader header,
    @JsonProperty("body") @Nullable TemplateBody body,
    @JsonProperty("buttons") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<TemplateButton> buttons,
    @JsonProperty("footer") @Nullable TemplateFooter footer,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public NotificationTemplate {
    buttons = Copies.list(buttons);
    extra = Copies.byName(extra);
  }
}
