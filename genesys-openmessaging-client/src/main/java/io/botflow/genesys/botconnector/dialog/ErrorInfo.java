// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.dialog;

import com.fasterxml.jackson.annotation.JsonAlias;
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
 * Why the bot failed; goes with the state {@code Failed}.
 *
 * @param errorCode a code of your choosing; also read as {@code code}
 * @param errorMessage what happened; also read as {@code message}
 * @param extra fields that this version does not know, by name; they are written back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorInfo(
    @JsonProperty("errorCode") @JsonAlias("code") @Nullable String errorCode,
    @JsonProperty("errorMessage") @JsonAlias("message") @Nullable String errorMessage,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public ErrorInfo {
    extra = Copies.byName(extra);
  }

  /**
   * An error.
   *
   * @param errorCode a code of your choosing
   * @param errorMessage what happened
   * @return the error
   */
  public static ErrorInfo of(String errorCode, String errorMessage) {
    return new ErrorInfo(
        Fields.text(errorCode, "errorInfo.errorCode"),
        Fields.text(errorMessage, "errorInfo.errorMessage"),
        Map.of());
  }
}
