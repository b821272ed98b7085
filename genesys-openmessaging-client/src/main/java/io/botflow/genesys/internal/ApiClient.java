// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import io.botflow.genesys.auth.AccessToken;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.error.ErrorContext;
import io.botflow.genesys.error.PayloadTooLargeException;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.internal.http.BaseUri;
import io.botflow.genesys.internal.http.ErrorReplies;
import io.botflow.genesys.internal.http.HttpReply;
import io.botflow.genesys.internal.http.HttpTransport;
import io.botflow.genesys.internal.json.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import javax.annotation.Nullable;

/**
 * One authorised call to the API host: writes the body, adds the token, repeats the call once when
 * the token is refused, reads the answer or throws what it means. Thread-safe.
 */
public final class ApiClient {
  private static final int UNAUTHORIZED = 401;

  private final BaseUri api;
  private final HttpTransport transport;
  private final AccessTokenProvider tokens;
  private final Clock clock;

  /**
   * Creates a client.
   *
   * @param apiUri the only host that ever sees the token
   * @param transport sends the requests
   * @param tokens where the tokens come from
   * @param clock the time of the caller
   */
  public ApiClient(URI apiUri, HttpTransport transport, AccessTokenProvider tokens, Clock clock) {
    this.api = BaseUri.of("apiUri", apiUri);
    this.transport = transport;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * The time of the caller.
   *
   * @return the clock
   */
  public Clock clock() {
    return clock;
  }

  /**
   * Reads something.
   *
   * @param path an absolute path, its ids encoded
   * @param type what is read
   * @param <T> what is read
   * @return what is read
   */
  public <T> T get(String path, Class<T> type) {
    Call call = new Call("GET", path, null);
    return read(call, exchange(call), type);
  }

  /**
   * Sends something and reads the answer.
   *
   * @param path an absolute path, its ids encoded
   * @param body a wire record
   * @param type the answer
   * @param <T> the answer
   * @return the answer
   */
  public <T> T post(String path, Object body, Class<T> type) {
    Call call = new Call("POST", path, WireJson.bytes(body));
    return read(call, exchange(call), type);
  }

  /**
   * Replaces something; the answer has no body.
   *
   * @param path an absolute path, its ids encoded
   * @param body a wire record
   */
  public void put(String path, Object body) {
    exchange(new Call("PUT", path, WireJson.bytes(body)));
  }

  private HttpReply exchange(Call call) {
    call.refuseTooLarge();
    AccessToken token = tokens.token();
    HttpReply reply = send(call, token);
    if (reply.status() == UNAUTHORIZED) {
      tokens.invalidate(token);
      token = tokens.token();
      reply = send(call, token);
    }
    if (!reply.successful()) {
      throw ErrorReplies.exception(call.name(), reply, clock.instant(), token.value());
    }
    return reply;
  }

  private HttpReply send(Call call, AccessToken token) {
    return transport.exchange(call.request(api).header("Authorization", "Bearer " + token.value()));
  }

  private static <T> T read(Call call, HttpReply reply, Class<T> type) {
    try {
      T value = WireJson.read(reply.body(), type);
      if (value != null) {
        return value;
      }
    } catch (IOException e) {
      // Jackson's message quotes the body, which may hold a customer's words: it is not kept.
    }
    throw new UnexpectedResponseException(
        new ErrorContext(
            call.name(),
            reply.status(),
            null,
            "the request succeeded, but its response is not the expected JSON",
            ErrorReplies.correlationId(reply)),
        null);
  }

  /** A request before it has a token. */
  private static final class Call {
    private final String method;
    private final String path;
    @Nullable private final byte[] body;

    Call(String method, String path, @Nullable byte[] body) {
      this.method = method;
      this.path = path;
      this.body = body;
    }

    /** Method and path; the query is left out, as it may name people. */
    String name() {
      int query = path.indexOf('?');
      return method + " " + (query < 0 ? path : path.substring(0, query));
    }

    void refuseTooLarge() {
      if (body != null && body.length > PayloadTooLargeException.MAX_REQUEST_BYTES) {
        throw new PayloadTooLargeException(
            ErrorContext.withoutResponse(
                name(),
                "the body has "
                    + body.length
                    + " bytes, "
                    + PayloadTooLargeException.MAX_REQUEST_BYTES
                    + " are allowed; nothing was sent"));
      }
    }

    HttpRequest.Builder request(BaseUri api) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(api.resolve(path)).header("Accept", "application/json");
      BodyPublisher publisher = BodyPublishers.noBody();
      if (body != null) {
        request.header("Content-Type", "application/json");
        publisher = BodyPublishers.ofByteArray(body);
      }
      return request.method(method, publisher);
    }
  }
}
