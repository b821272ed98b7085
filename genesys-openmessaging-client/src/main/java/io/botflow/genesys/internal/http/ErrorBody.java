// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.error.ErrorDetail;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireJson;
import io.botflow.genesys.internal.json.WireStrings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** Both shapes of an error body: that of the API, and that of the token endpoint. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ErrorBody(
    @JsonProperty("message") @Nullable String message,
    @JsonProperty("code") @Nullable String code,
    @JsonProperty("contextId") @Nullable String contextId,
    @JsonProperty("messageParams") @WireStrings Map<String, String> messageParams,
    @JsonProperty("details") List<ErrorDetail> details,
    @JsonProperty("errors") List<ErrorBody> errors,
    @JsonProperty("error") @Nullable String error,
    @JsonProperty("error_description") @Nullable String errorDescription,
    @JsonProperty("description") @Nullable String description) {

  private static final ErrorBody EMPTY =
      new ErrorBody(null, null, null, Map.of(), List.of(), List.of(), null, null, null);

  ErrorBody {
    messageParams = Copies.map(messageParams);
    details = Copies.list(details);
    errors = Copies.list(errors);
  }

  /** Reads what can be read; a body that is no such JSON object counts as empty. */
  static ErrorBody of(byte[] body) {
    if (body.length == 0) {
      return EMPTY;
    }
    try {
      ErrorBody read = WireJson.read(body, ErrorBody.class);
      return read == null ? EMPTY : read;
    } catch (IOException e) {
      return EMPTY;
    }
  }

  @Nullable
  String anyCode() {
    return code != null ? code : error;
  }

  @Nullable
  String anyMessage() {
    if (message != null) {
      return message;
    }
    return errorDescription != null ? errorDescription : description;
  }

  /** The details of this error and of the errors within it. */
  List<ErrorDetail> allDetails() {
    List<ErrorDetail> all = new ArrayList<>(details);
    for (ErrorBody nested : errors) {
      all.addAll(nested.allDetails());
    }
    return all;
  }
}
