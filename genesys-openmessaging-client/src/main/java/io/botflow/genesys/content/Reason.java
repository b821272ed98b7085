// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * Why a message failed.
 *
 * @param code the reason
 * @param message the reason in words
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reason(
    @JsonProperty("code") @Nullable ReasonCode code,
    @JsonProperty("message") @Nullable String message,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Reason {
    extra = Copies.byName(extra);
  }

  /**
   * A reason to report.
   *
   * @param code the reason
   * @param message the reason in words
   * @return the reason
   */
  public static Reason of(ReasonCode code, String message) {
    return new Reason(
        Fields.present(code, "reasons.code"), Fields.text(message, "reasons.message"), Map.of());
  }
}
