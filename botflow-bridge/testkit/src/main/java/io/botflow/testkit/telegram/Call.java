// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebRequest;
import io.botflow.testkit.http.MultipartForm;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/** The parameters of one call, whether they came as JSON, multipart, urlencoded or in the query. */
final class Call {
  private final ObjectNode fields;
  private final Map<String, MultipartForm.Part> uploads;

  private Call(ObjectNode fields, Map<String, MultipartForm.Part> uploads) {
    this.fields = fields;
    this.uploads = uploads;
  }

  /**
   * Reads a request.
   *
   * @param queryNames the parameters looked for in the query
   * @throws ApiError 400 when the body is not what its content type says
   */
  static Call of(WebRequest request, Collection<String> queryNames) {
    ObjectNode fields = Json.object();
    for (String name : queryNames) {
      request.query(name).ifPresent(value -> fields.put(name, value));
    }
    Map<String, MultipartForm.Part> uploads = new HashMap<>();
    String contentType = request.header("Content-Type").orElse("");
    if (MultipartForm.matches(contentType)) {
      readForm(contentType, request.body(), fields, uploads);
    } else if (MediaTypes.bare(contentType).equals("application/json")) {
      readJson(request.body(), fields);
    } else if (MediaTypes.bare(contentType).equals("application/x-www-form-urlencoded")) {
      readUrlEncoded(new String(request.body(), StandardCharsets.UTF_8), fields);
    }
    return new Call(fields, uploads);
  }

  private static void readForm(
      String contentType, byte[] body, ObjectNode fields, Map<String, MultipartForm.Part> uploads) {
    try {
      for (MultipartForm.Part part : MultipartForm.parse(contentType, body).parts()) {
        if (part.fileName().isPresent()) {
          uploads.putIfAbsent(part.name(), part);
        } else {
          fields.put(part.name(), part.text());
        }
      }
    } catch (IllegalArgumentException e) {
      throw ApiError.badRequest("can't parse multipart form data: " + e.getMessage());
    }
  }

  private static void readJson(byte[] body, ObjectNode fields) {
    if (body.length == 0) {
      return;
    }
    try {
      JsonNode json = Json.read(body);
      if (!json.isObject()) {
        throw ApiError.badRequest("object expected as request body");
      }
      json.properties().forEach(field -> fields.set(field.getKey(), field.getValue()));
    } catch (IOException e) {
      throw ApiError.badRequest("can't parse JSON object of the request");
    }
  }

  private static void readUrlEncoded(String body, ObjectNode fields) {
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        try {
          fields.put(
              URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
          throw ApiError.badRequest("can't decode the request's body");
        }
      }
    }
  }

  /** A parameter as text; empty when it is absent. */
  String text(String name) {
    return fields.path(name).asText("");
  }

  boolean has(String name) {
    return !fields.path(name).isMissingNode() && !fields.path(name).isNull();
  }

  boolean flag(String name) {
    return text(name).equalsIgnoreCase("true") || text(name).equals("1");
  }

  /** A whole number; the fallback when it is absent or no number, as Telegram does. */
  long number(String name, long fallback) {
    try {
      return Long.parseLong(text(name).strip());
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  /** A structured parameter, sent as JSON or as a text that holds JSON. */
  Optional<JsonNode> json(String name) {
    JsonNode value = fields.path(name);
    if (!value.isTextual()) {
      return has(name) ? Optional.of(value) : Optional.empty();
    }
    if (value.asText().isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(value.asText()));
    } catch (IOException e) {
      throw ApiError.badRequest("can't parse " + name.replace('_', ' ') + " JSON object");
    }
  }

  @Nullable
  MultipartForm.Part upload(String name) {
    return uploads.get(name);
  }

  /** The parameters as a log may keep them: files by size only, the webhook's secret hidden. */
  ObjectNode log() {
    ObjectNode log = fields.deepCopy();
    if (log.has("secret_token")) {
      log.put("secret_token", "***");
    }
    uploads.forEach(
        (name, part) ->
            log.putObject(name)
                .put("file_name", part.fileName().orElse(""))
                .put("mime_type", part.contentType().orElse(""))
                .put("file_size", part.bytes().length));
    return log;
  }
}
