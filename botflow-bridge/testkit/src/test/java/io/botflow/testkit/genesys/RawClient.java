// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A client of the platform that writes its requests by hand. */
final class RawClient {
  static final String TIME = "2025-01-31T12:00:00.123Z";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final GenesysCloudSimulator genesys;
  private final String token;

  RawClient(GenesysCloudSimulator genesys) {
    this.genesys = genesys;
    this.token =
        Json.read(token(genesys.clientId(), genesys.clientSecret(), "client_credentials").body())
            .path("access_token")
            .asText();
  }

  private RawClient(GenesysCloudSimulator genesys, String token) {
    this.genesys = genesys;
    this.token = token;
  }

  RawClient withToken(String other) {
    return new RawClient(genesys, other);
  }

  HttpResponse<String> token(String id, String secret, String grant) {
    String basic =
        Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(genesys.loginUri().resolve("/oauth/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=" + grant)));
  }

  HttpResponse<String> inbound(OpenIntegration integration, String what, String body) {
    return post(
        "/api/v2/conversations/messages/" + integration.id() + "/inbound/open/" + what, body);
  }

  HttpResponse<String> post(String path, String body) {
    return send(json(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> put(String path, String body) {
    return send(json(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> patch(String path, String body) {
    return send(json(path).method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> delete(String path) {
    return send(json(path).DELETE());
  }

  /** The body of an answer, whose status must be this one. */
  static JsonNode body(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty() ? Json.object() : Json.read(answer.body());
  }

  /** JSON whose quotes are written as apostrophes. */
  static String quoted(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  /** The message of a refusal, which must have this status and code. */
  static String refusal(HttpResponse<String> answer, int status, String code) {
    JsonNode error = body(answer, status);
    if (!error.path("code").asText().equals(code) || error.path("status").asInt() != status) {
      throw new AssertionError(answer.body());
    }
    return error.path("message").asText();
  }

  HttpResponse<String> get(String path) {
    return send(json(path).GET());
  }

  /** Says a text as a customer and gives the platform's answer, which must be 200. */
  JsonNode say(OpenIntegration integration, String customer, String messageId, String text) {
    ObjectNode body = message(customer, messageId);
    body.put("text", text);
    return accepted(integration, body);
  }

  JsonNode sendFile(
      OpenIntegration integration, String customer, String messageId, String mime, URI url) {
    ObjectNode body = message(customer, messageId);
    body.putArray("content")
        .addObject()
        .put("contentType", "Attachment")
        .putObject("attachment")
        .put("mediaType", "Image")
        .put("mime", mime)
        .put("filename", "photo.jpg")
        .put("url", url.toString());
    return accepted(integration, body);
  }

  private JsonNode accepted(OpenIntegration integration, ObjectNode body) {
    HttpResponse<String> answer =
        inbound(integration, "message?prefetchConversationId=true", Json.text(body));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return Json.read(answer.body());
  }

  static ObjectNode message(String customer, String messageId) {
    ObjectNode body = Json.object();
    ObjectNode channel = body.putObject("channel");
    channel.put("messageId", messageId).put("time", TIME);
    channel.putObject("from").put("id", customer).put("idType", "Opaque").put("nickname", "Ivan");
    return body;
  }

  HttpResponse<byte[]> download(URI uri) {
    try {
      return http.send(
          HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  HttpRequest.Builder json(String path) {
    return HttpRequest.newBuilder(URI.create(genesys.apiUri() + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }
}
