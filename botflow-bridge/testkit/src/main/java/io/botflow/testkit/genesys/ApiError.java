// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A refusal of the platform API in its own envelope. */
final class ApiError extends RuntimeException {
  private final int status;
  private final String code;
  private final Map<String, String> headers;

  ApiError(int status, String code, String message, Map<String, String> headers) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  ApiError(int status, String code, String message) {
    this(status, code, message, Map.of());
  }

  static ApiError of(InvalidBodyException invalid) {
    return new ApiError(400, invalid.code(), invalid.reason());
  }

  static ApiError notFound() {
    return new ApiError(404, "not.found", "The requested resource was not found.");
  }

  static ApiError methodNotAllowed() {
    return new ApiError(405, "method.not.allowed", "The method is not allowed here.");
  }

  static ApiError rateLimited(long retryAfterSeconds) {
    return new ApiError(
        429,
        "too.many.requests.retry.after",
        "Rate limit exceeded the maximum. Retry the request in [" + retryAfterSeconds + "] seconds",
        Map.of("Retry-After", Long.toString(retryAfterSeconds)));
  }

  static ApiError unsupportedMediaType() {
    return new ApiError(
        415, "unsupported.media.type", "The content type must be application/json.");
  }

  static ApiError tooLarge(int maxBytes) {
    return new ApiError(
        413,
        "request.entity.too.large",
        "The request is over the size limit. Maximum bytes: " + maxBytes);
  }

  WebResponse response(String contextId) {
    ObjectNode body = Json.object();
    body.put("message", getMessage());
    body.put("code", code);
    body.put("status", status);
    body.put("contextId", contextId);
    body.putArray("details");
    body.putArray("errors");
    WebResponse response =
        WebResponse.json(status, new String(Json.bytes(body), StandardCharsets.UTF_8));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      response = response.withHeader(header.getKey(), header.getValue());
    }
    return response;
  }
}
