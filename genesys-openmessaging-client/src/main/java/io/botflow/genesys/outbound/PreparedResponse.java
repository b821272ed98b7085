// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.util.List;

/**
 * A response of Genesys Cloud's response management, with what is put into its gaps.
 *
 * <p>Mirrors {@code SendMessagingTemplateRequest}.
 *
 * @param responseId the response
 * @param headerParameters the gaps of its header
 * @param bodyParameters the gaps of its body
 * @param buttonUrlParameters the gaps of its buttons' addresses
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PreparedResponse(
    @JsonProperty("responseId") String responseId,
    @JsonProperty("headerParameters") List<ResponseParameter> headerParameters,
    @JsonProperty("bodyParameters") List<ResponseParameter> bodyParameters,
    @JsonProperty("buttonUrlParameters") List<ResponseParameter> buttonUrlParameters) {

  /** {@inheritDoc} */
  public PreparedResponse {
    Fields.text(responseId, "messagingTemplate.responseId");
    headerParameters = Copies.list(headerParameters);
    bodyParameters = Copies.list(bodyParameters);
    buttonUrlParameters = Copies.list(buttonUrlParameters);
  }

  /**
   * A response with gaps in its body at most.
   *
   * @param responseId the response
   * @param bodyParameters the gaps of its body
   * @return the response
   */
  public static PreparedResponse of(String responseId, ResponseParameter... bodyParameters) {
    return new PreparedResponse(responseId, List.of(), List.of(bodyParameters), List.of());
  }
}
