// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import java.util.List;
import javax.annotation.Nullable;

/** Why a message failed: one of the platform's codes, if told, and a text. */
record Reason(@Nullable String code, String message) {
  private static final String SEPARATOR = ": ";
  private static final List<String> CODES =
      List.of(
          "MessageExpired",
          "RateLimited",
          "MessageNotAllowed",
          "GeneralError",
          "UnsupportedMessage",
          "UnknownMessage",
          "InvalidMessageStructure",
          "InvalidDestination",
          "ServerError",
          "MediaTypeNotAllowed",
          "InvalidMediaContentLength",
          "RecipientOptedOut",
          "DataFiltered");

  static Reason read(JsonView reason) {
    return new Reason(
        reason.has("code") ? reason.oneOf("code", "ReasonCode", CODES) : null,
        reason.text("message"));
  }

  /** Reads what {@link #text()} wrote; a text without a code is a message alone. */
  static Reason parse(String text) {
    int end = text.indexOf(SEPARATOR);
    return end > 0 && CODES.contains(text.substring(0, end))
        ? new Reason(text.substring(0, end), text.substring(end + SEPARATOR.length()))
        : new Reason(null, text);
  }

  String text() {
    return code == null ? message : code + SEPARATOR + message;
  }

  ObjectNode node() {
    ObjectNode node = Json.object();
    if (code != null) {
      node.put("code", code);
    }
    return node.put("message", message);
  }
}
