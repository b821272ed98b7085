// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.internal.json.Fields;
import javax.annotation.Nullable;

/**
 * What is put into one gap of a prepared response.
 *
 * <p>Mirrors {@code TemplateParameter}.
 *
 * @param id the gap
 * @param value the text
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResponseParameter(
    @JsonProperty("id") String id, @JsonProperty("value") @Nullable String value) {

  /** {@inheritDoc} */
  public ResponseParameter {
    Fields.text(id, "id");
  }
}
