// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import io.botflow.genesys.error.Delivery;
import io.botflow.genesys.error.ErrorContext;
import io.botflow.genesys.error.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.Nullable;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends one request and waits for its whole response. A failure of the connection becomes a {@link
 * TransportException} that says whether the request can have arrived. Thread-safe.
 *
 * <p>{@code java.net.http} keeps idle connections for 20 minutes on JDK 17. How long is for the
 * application to decide, by the system property {@code jdk.httpclient.keepalive.timeout} in
 * seconds, which counts for the whole JVM: a library does not set it. A far side that closes them
 * earlier can leave a request on a dead connection. That one is {@link Delivery#NOT_SENT} if
 * nothing of its body was taken yet, else {@link Delivery#UNKNOWN}.
 */
public final class HttpTransport {
  /** How long a new connection may take unless set otherwise. */
  public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** How much early a timer may fire. */
  private static final long TIMER_SLACK_NANOS = 20_000_000;

  /** How much of a refusal is read: it may be another host's, and of any length. */
  private static final int MAX_REFUSAL_BYTES = 64 * 1024;

  private final HttpClient client;
  private final Duration timeout;

  private HttpTransport(HttpClient client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  /**
   * A transport over the caller's client, or over one of its own.
   *
   * @param client follows no redirects; null for {@link #newClient} with a connect timeout of 10 s
   * @param requestTimeout for a whole exchange
   * @return the transport
   * @throws IllegalArgumentException if a setting is wrong; the message names it
   */
  public static HttpTransport of(@Nullable HttpClient client, Duration requestTimeout) {
    if (client != null && client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "httpClient: must not follow redirects, they would carry the credentials elsewhere");
    }
    if (requestTimeout.isZero() || requestTimeout.isNegative()) {
      throw new IllegalArgumentException("requestTimeout: must be more than zero");
    }
    return new HttpTransport(
        client == null ? newClient(DEFAULT_CONNECT_TIMEOUT, Runnable::run) : client,
        requestTimeout);
  }

  /**
   * A client as this module needs it: HTTP/1.1, no redirects.
   *
   * @param connectTimeout for a new connection
   * @param executor runs the client's own work, which is short and never blocks: on its selector
   *     thread, by {@code Runnable::run}, it is both faster and lighter than in the default cached
   *     pool
   * @return the client
   */
  public static HttpClient newClient(Duration connectTimeout, Executor executor) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout)
        .executor(executor)
        .build();
  }

  /**
   * Sends a request.
   *
   * @param request the request; HTTP version and timeout are added
   * @return the complete response, whatever its status
   * @throws TransportException if there is none
   */
  public HttpReply exchange(HttpRequest.Builder request) {
    return exchange(request, null);
  }

  /**
   * Sends a request, with its body given apart: nothing is built twice then.
   *
   * @param head the request without method and body; HTTP version and timeout are added
   * @param method the method
   * @param body the body, may be empty
   * @return the complete response, whatever its status
   * @throws TransportException if there is none
   */
  public HttpReply exchange(HttpRequest.Builder head, String method, BodyPublisher body) {
    HandedBody watched = body.contentLength() == 0 ? null : new HandedBody(body);
    HttpRequest sent =
        head.method(method, watched == null ? body : watched)
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(timeout)
            .build();
    HttpResponse<byte[]> response =
        send(sent, watched, timeout, info -> new TimedBody(timeout), null);
    return new HttpReply(response.statusCode(), response.headers(), response.body());
  }

  /** Sends a request whose address must not appear in errors, as it is a proof by itself. */
  HttpReply exchange(HttpRequest.Builder request, @Nullable String name) {
    HttpResponse<byte[]> response = send(request, timeout, info -> new TimedBody(timeout), name);
    return new HttpReply(response.statusCode(), response.headers(), response.body());
  }

  /**
   * Sends a request and waits for the head of its response only.
   *
   * @param request the request; HTTP version and timeout are added
   * @param name what to call it in errors
   * @param headTimeout how long the head may take
   * @return the response; the caller closes its body
   * @throws TransportException if there is none
   */
  HttpResponse<InputStream> open(HttpRequest.Builder request, String name, Duration headTimeout) {
    return send(request, headTimeout, BodyHandlers.ofInputStream(), name);
  }

  /** Reads the rest of a refusal, as far as it can matter. */
  static HttpReply drain(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      return new HttpReply(
          response.statusCode(), response.headers(), body.readNBytes(MAX_REFUSAL_BYTES));
    } catch (IOException e) {
      return new HttpReply(response.statusCode(), response.headers(), new byte[0]);
    }
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request,
      Duration limit,
      BodyHandler<T> handler,
      @Nullable String nameInErrors) {
    HttpRequest built = request.version(HttpClient.Version.HTTP_1_1).timeout(limit).build();
    HandedBody body =
        built
            .bodyPublisher()
            .filter(publisher -> publisher.contentLength() != 0)
            .map(HandedBody::new)
            .orElse(null);
    HttpRequest sent = body == null ? built : request.method(built.method(), body).build();
    return send(sent, body, limit, handler, nameInErrors);
  }

  private <T> HttpResponse<T> send(
      HttpRequest sent,
      @Nullable HandedBody body,
      Duration limit,
      BodyHandler<T> handler,
      @Nullable String nameInErrors) {
    // Newer JDKs end a body that does not come with any IOException: so what happened is observed,
    // not read from it.
    AtomicBoolean answered = new AtomicBoolean();
    long latest = System.nanoTime() + limit.toNanos() - TIMER_SLACK_NANOS;
    try {
      return client.send(
          sent,
          info -> {
            answered.set(true);
            return handler.apply(info);
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Delivery delivery = unsent(body) ? Delivery.NOT_SENT : Delivery.UNKNOWN;
      String name = nameInErrors == null ? name(sent) : nameInErrors;
      throw failure(name, delivery, "interrupted while waiting for the response", e);
    } catch (IOException e) {
      boolean late = System.nanoTime() >= latest;
      String name = nameInErrors == null ? name(sent) : nameInErrors;
      throw failure(name, delivery(e, answered.get(), body), description(e, late), e);
    }
  }

  private static Delivery delivery(
      IOException failure, boolean answered, @Nullable HandedBody body) {
    if (answered) {
      return Delivery.SENT;
    }
    return unsent(body) ? Delivery.NOT_SENT : delivery(failure);
  }

  /** Without a body, there is nothing to tell by. Asking gives the request up for good. */
  private static boolean unsent(@Nullable HandedBody body) {
    return body != null && body.sealed();
  }

  /**
   * How this module names a request in errors.
   *
   * @param request the request
   * @return method and path, without host and query
   */
  public static String name(HttpRequest request) {
    return request.method() + " " + request.uri().getRawPath();
  }

  private static TransportException failure(
      String name, Delivery delivery, String detail, Exception cause) {
    return new TransportException(ErrorContext.withoutResponse(name, detail), delivery, cause);
  }

  private static Delivery delivery(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof HttpConnectTimeoutException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException
          || cause instanceof SSLHandshakeException) {
        return Delivery.NOT_SENT;
      }
      if (cause instanceof TimedBody.BodyLostException) {
        return Delivery.SENT;
      }
    }
    return Delivery.UNKNOWN;
  }

  private static String description(IOException failure, boolean late) {
    String what = delivery(failure) == Delivery.NOT_SENT ? "no connection" : "no response";
    if (late
        || failure instanceof HttpTimeoutException
        || causedBy(failure, TimeoutException.class)) {
      what = "timed out";
    }
    return what + " (" + failure.getClass().getSimpleName() + message(failure.getMessage()) + ")";
  }

  private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static String message(@Nullable String message) {
    return message == null ? "" : ": " + message;
  }
}
