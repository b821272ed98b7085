// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;

/** A call that Telegram refuses, in the words and the body that Telegram uses. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String description;
  private final long retryAfterSeconds;
  private final long migratedTo;

  private ApiError(int code, String description, long retryAfterSeconds, long migratedTo) {
    super(code + " " + description, null, false, false);
    this.code = code;
    this.description = description;
    this.retryAfterSeconds = retryAfterSeconds;
    this.migratedTo = migratedTo;
  }

  static ApiError of(int code, String description) {
    return new ApiError(code, description, 0, 0);
  }

  static ApiError badRequest(String reason) {
    return of(400, "Bad Request: " + reason);
  }

  static ApiError forbidden(String reason) {
    return of(403, "Forbidden: " + reason);
  }

  static ApiError conflict(String reason) {
    return of(409, "Conflict: " + reason);
  }

  static ApiError tooManyRequests(long retryAfterSeconds) {
    return new ApiError(
        429, "Too Many Requests: retry after " + retryAfterSeconds, retryAfterSeconds, 0);
  }

  static ApiError migrated(long chatId) {
    return new ApiError(
        400, "Bad Request: group chat was upgraded to a supergroup chat", 0, chatId);
  }

  int code() {
    return code;
  }

  WebResponse response() {
    ObjectNode body =
        Json.object().put("ok", false).put("error_code", code).put("description", description);
    if (retryAfterSeconds > 0) {
      body.putObject("parameters").put("retry_after", retryAfterSeconds);
    }
    if (migratedTo != 0) {
      body.putObject("parameters").put("migrate_to_chat_id", migratedTo);
    }
    WebResponse response = WebResponse.json(code, Json.write(body));
    return retryAfterSeconds > 0
        ? response.withHeader("Retry-After", Long.toString(retryAfterSeconds))
        : response;
  }
}
