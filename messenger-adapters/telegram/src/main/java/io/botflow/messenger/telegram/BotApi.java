// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.annotation.Nullable;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of the Bot API over HTTP. All that leaves this class, exceptions included, is free of
 * the token, which is part of each URL. Thread-safe.
 */
final class BotApi {
  private static final Logger log = LoggerFactory.getLogger(BotApi.class);

  /** More than a poll's 100 updates can be; an answer beyond it is broken. */
  private static final int ANSWER_BYTES = 16 * 1024 * 1024;

  private static final Duration DOWNLOAD_TIME = Duration.ofMinutes(10);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private final HttpClient http;
  private final String apiUri;
  private final BotToken token;
  private final Duration requestTimeout;
  private final Duration uploadTimeout;
  private final MovedChats movedChats = new MovedChats();

  /**
   * Makes the API.
   *
   * @param apiUri where it is, without a slash at the end
   */
  BotApi(
      HttpClient http,
      String apiUri,
      BotToken token,
      Duration requestTimeout,
      Duration uploadTimeout) {
    this.http = http;
    this.apiUri = apiUri;
    this.token = token;
    this.requestTimeout = requestTimeout;
    this.uploadTimeout = uploadTimeout;
  }

  /** What the answers told of chats that have another id now. */
  MovedChats movedChats() {
    return movedChats;
  }

  /** Calls a method with parameters as JSON. */
  ApiAnswer call(String method, ObjectNode parameters) throws IOException {
    return call(method, parameters, Duration.ZERO);
  }

  /** Calls a method that Telegram may let wait. */
  ApiAnswer call(String method, ObjectNode parameters, Duration wait) throws IOException {
    return post(method, parameters, requestTimeout.plus(wait));
  }

  /** Calls a method that is not worth the usual time. */
  ApiAnswer callWithin(Duration most, String method, ObjectNode parameters) throws IOException {
    return post(method, parameters, most.compareTo(requestTimeout) < 0 ? most : requestTimeout);
  }

  /** Calls a method with a file. */
  ApiAnswer upload(String method, MultipartUpload upload) throws IOException {
    ApiAnswer answer = post(method, upload.contentType(), upload.publisher(), uploadTimeout);
    upload.chat().ifPresent(chat -> movedChats.learn(chat, answer.migratedTo()));
    return answer;
  }

  private ApiAnswer post(String method, ObjectNode parameters, Duration timeout)
      throws IOException {
    BodyPublisher body = BodyPublishers.ofByteArray(Json.bytes(parameters));
    ApiAnswer answer = post(method, "application/json", body, timeout);
    if (parameters.path("chat_id").isIntegralNumber()) {
      movedChats.learn(parameters.path("chat_id").longValue(), answer.migratedTo());
    }
    return answer;
  }

  private ApiAnswer post(String method, String contentType, BodyPublisher body, Duration timeout)
      throws IOException {
    HttpRequest request =
        request("/" + token.pathSegment() + "/" + method, timeout)
            .header("Content-Type", contentType)
            .POST(body)
            .build();
    long start = System.nanoTime();
    HttpResponse<InputStream> response =
        exchange(request, TimedBody.handler(requestTimeout, requestTimeout));
    byte[] bytes;
    try (InputStream in = response.body()) {
      bytes = in.readNBytes(ANSWER_BYTES + 1);
    } catch (IOException e) {
      throw harmless(e);
    }
    log.debug(
        "Telegram bot {}: {} answered {} in {} ms",
        token.account(),
        method,
        response.statusCode(),
        Duration.ofNanos(System.nanoTime() - start).toMillis());
    if (bytes.length > ANSWER_BYTES) {
      throw new IOException(method + ": the answer is larger than " + ANSWER_BYTES + " bytes");
    }
    return ApiAnswer.of(method, response.statusCode(), bytes, retryAfter(response));
  }

  /**
   * Opens a file.
   *
   * @param path the file's path, percent-encoded
   */
  HttpResponse<InputStream> download(String path) throws IOException {
    HttpRequest request =
        request("/file/" + token.pathSegment() + "/" + path, requestTimeout).GET().build();
    return exchange(request, TimedBody.handler(requestTimeout, DOWNLOAD_TIME));
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    return HttpRequest.newBuilder(URI.create(apiUri + path))
        .version(HttpClient.Version.HTTP_1_1)
        .header("User-Agent", "botflow-messenger-telegram")
        .timeout(timeout);
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler)
      throws IOException {
    try {
      return http.send(request, handler);
    } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
      throw new NotSentException("no connection to Telegram: " + describe(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for Telegram");
    } catch (IOException | RuntimeException e) {
      throw harmless(e);
    }
  }

  /** Says the same without the cause, since the HTTP client's messages may quote the URL. */
  private IOException harmless(Exception e) {
    return new IOException("no answer from Telegram: " + describe(e));
  }

  private String describe(Exception e) {
    return e.getClass().getSimpleName() + " " + token.redact(e.getMessage());
  }

  private static @Nullable Long retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> SECONDS.matcher(value).matches())
        .map(Long::valueOf)
        .orElse(null);
  }
}
