// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

import java.io.Serializable;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * What is known about a failed call. Holds no token, no secret and no request body.
 *
 * @param request method and path of the call, for example {@code POST /oauth/token}
 * @param status the HTTP status, 0 when no response was received
 * @param code the far side's error code, for example {@code bad.request}
 * @param detail what happened, in the far side's words or ours
 * @param correlationId the id under which Genesys support finds the call
 */
public record ErrorContext(
    String request,
    int status,
    @Nullable String code,
    String detail,
    @Nullable String correlationId)
    implements Serializable {

  /** {@inheritDoc} */
  public ErrorContext {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(detail, "detail");
  }

  /**
   * A failure without a response.
   *
   * @param request method and path of the call
   * @param detail what happened
   * @return a context with status 0
   */
  public static ErrorContext withoutResponse(String request, String detail) {
    return new ErrorContext(request, 0, null, detail, null);
  }

  String sentence() {
    StringBuilder text = new StringBuilder(request).append(": ");
    if (status != 0) {
      text.append(status).append(' ');
    }
    if (code != null) {
      text.append(code).append(": ");
    }
    text.append(detail);
    if (correlationId != null) {
      text.append(" (correlation id ").append(correlationId).append(')');
    }
    return text.toString();
  }
}
