// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A bot that speaks plain HTTP, so that the tests see the wire and not a library. */
final class RawBot {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI api;
  private final String token;

  RawBot(TelegramSimulator telegram) {
    this(telegram.apiUri(), telegram.token());
  }

  RawBot(URI api, String token) {
    this.api = api;
    this.token = token;
  }

  Reply json(String method, String body) {
    return send(
        request(method).header("Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** Calls with single quotes for double ones, to keep the tests readable. */
  Reply call(String method, String body) {
    return json(method, body.replace('\'', '"'));
  }

  Reply form(String method, String body) {
    return send(
        request(method).header("Content-Type", "application/x-www-form-urlencoded"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** Calls with fields and one file. */
  Reply upload(
      String method,
      Map<String, String> fields,
      String part,
      String name,
      String mime,
      byte[] file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (field, value) ->
            write(
                body,
                "--b0und\r\nContent-Disposition: form-data; name=\""
                    + field
                    + "\"\r\n\r\n"
                    + value
                    + "\r\n"));
    write(
        body,
        "--b0und\r\nContent-Disposition: form-data; name=\""
            + part
            + "\"; filename=\""
            + name
            + "\"\r\n");
    write(body, "Content-Type: " + mime + "\r\n\r\n");
    body.writeBytes(file);
    write(body, "\r\n--b0und--\r\n");
    return send(
        request(method).header("Content-Type", "multipart/form-data; boundary=b0und"),
        body.toByteArray());
  }

  HttpResponse<byte[]> download(String filePath) {
    return exchange(
        HttpRequest.newBuilder(URI.create(api + "/file/bot" + token + "/" + filePath)).build());
  }

  private HttpRequest.Builder request(String method) {
    return HttpRequest.newBuilder(URI.create(api + "/bot" + token + "/" + method));
  }

  private static Reply send(HttpRequest.Builder request, byte[] body) {
    HttpResponse<byte[]> response =
        exchange(request.POST(BodyPublishers.ofByteArray(body)).build());
    try {
      return new Reply(response, Json.read(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  record Reply(HttpResponse<byte[]> http, JsonNode body) {
    int status() {
      return http.statusCode();
    }

    JsonNode result() {
      return body.path("result");
    }

    /**
     * Status and description as {@code 400 Bad Request: …}; {@code 200} when the call succeeded.
     */
    String outcome() {
      String outcome = status() + " " + body.path("description").asText("");
      boolean consistent =
          body.path("ok").asBoolean() == (status() == 200)
              && body.path("error_code").asInt(status()) == status();
      return consistent ? outcome.strip() : "inconsistent: " + body;
    }
  }
}
