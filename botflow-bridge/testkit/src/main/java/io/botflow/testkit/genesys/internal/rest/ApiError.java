// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A refusal of the platform API in its own envelope. */
public final class ApiError extends RuntimeException {
  private final int status;
  private final String code;
  private final Map<String, String> headers;

  public ApiError(int status, String code, String message, Map<String, String> headers) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  public ApiError(int status, String code, String message) {
    this(status, code, message, Map.of());
  }

  public static ApiError of(InvalidBodyException invalid) {
    return new ApiError(400, invalid.code(), invalid.reason());
  }

  public static ApiError notFound() {
    return new ApiError(404, "not.found", "The requested resource was not found.");
  }

  public static ApiError methodNotAllowed() {
    return new ApiError(405, "method.not.allowed", "The method is not allowed here.");
  }

  public static ApiError conflict(String message) {
    return new ApiError(409, "conflict", message);
  }

  public static ApiError missingPermissions(boolean all, List<String> missing) {
    return new ApiError(
        403,
        all ? "missing.permissions" : "missing.any.permissions",
        "Unable to perform the requested action. You are missing the following permission(s): "
            + String.join(", ", missing));
  }

  public static ApiError rateLimited(long retryAfterSeconds) {
    return new ApiError(
        429,
        "too.many.requests.retry.after",
        "Rate limit exceeded the maximum. Retry the request in [" + retryAfterSeconds + "] seconds",
        Map.of("Retry-After", Long.toString(retryAfterSeconds)));
  }

  public static ApiError unsupportedMediaType() {
    return new ApiError(
        415, "unsupported.media.type", "The content type must be application/json.");
  }

  public static ApiError tooLarge(int maxBytes) {
    return new ApiError(
        413,
        "request.entity.too.large",
        "The request is over the size limit. Maximum bytes: " + maxBytes);
  }

  public WebResponse response(String contextId) {
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
