// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import java.util.List;
import java.util.Map;

/** A refusal of the platform API in its own envelope. */
public final class ApiError extends RuntimeException {
  private final int status;
  private final String code;
  private final Map<String, String> headers;
  private final List<Detail> details;

  /** What is wrong with one field. */
  private record Detail(String errorCode, String fieldName, String entityId) {}

  private ApiError(
      int status, String code, String message, Map<String, String> headers, List<Detail> details) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.details = details;
  }

  public ApiError(int status, String code, String message, Map<String, String> headers) {
    this(status, code, message, headers, List.of());
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

  public static ApiError notAuthorized(String message) {
    return new ApiError(403, "not.authorized", message);
  }

  public static ApiError conflict(String message) {
    return new ApiError(409, "conflict", message);
  }

  /** A field of the body names an entity that does not exist. */
  public static ApiError unknownReference(String field, String id) {
    return new ApiError(
        400,
        "bad.request",
        field + " names '" + id + "', which does not exist",
        Map.of(),
        List.of(new Detail("not.found", field, id)));
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
    WebResponse response = WebResponse.json(status, Json.text(body(contextId)));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      response = response.withHeader(header.getKey(), header.getValue());
    }
    return response;
  }

  /** The envelope alone. */
  public ObjectNode body(String contextId) {
    ObjectNode body = Json.object();
    body.put("message", getMessage());
    body.put("code", code);
    body.put("status", status);
    body.put("contextId", contextId);
    ArrayNode list = body.putArray("details");
    for (Detail detail : details) {
      list.addObject()
          .put("errorCode", detail.errorCode())
          .put("fieldName", detail.fieldName())
          .put("entityId", detail.entityId());
    }
    body.putArray("errors");
    return body;
  }
}
