// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import com.fasterxml.jackson.core.type.TypeReference;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.call.CallListener;
import io.botflow.genesys.error.Delivery;
import io.botflow.genesys.error.ErrorContext;
import io.botflow.genesys.error.TransportException;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.internal.http.BaseUri;
import io.botflow.genesys.internal.http.ErrorReplies;
import io.botflow.genesys.internal.http.FileTransfer;
import io.botflow.genesys.internal.http.HttpReply;
import io.botflow.genesys.internal.http.HttpTransport;
import io.botflow.genesys.internal.json.WireJson;
import io.botflow.genesys.media.MediaFile;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import javax.annotation.Nullable;

/**
 * Authorised calls to the API host: makes them under the connection's rules, and reads the answer
 * or throws what it means. Thread-safe.
 */
public final class ApiClient {
  private final BaseUri api;
  private final HttpTransport transport;
  private final AccessTokenProvider tokens;
  private final CallSettings settings;
  private final Attempts attempts;
  private final FileCalls files;

  private ApiClient(
      BaseUri api, HttpTransport transport, AccessTokenProvider tokens, CallSettings settings) {
    this.api = api;
    this.transport = transport;
    this.tokens = tokens;
    this.settings = settings;
    this.attempts = new Attempts(api, transport, tokens, settings);
    this.files =
        new FileCalls(new FileTransfer(transport, settings.clock(), api.resolve("/")), settings);
  }

  /**
   * A client.
   *
   * @param apiUri the only host that ever sees the token
   * @param transport sends the requests
   * @param tokens where the tokens come from
   * @param settings the rules
   * @return the client
   */
  public static ApiClient of(
      URI apiUri, HttpTransport transport, AccessTokenProvider tokens, CallSettings settings) {
    return new ApiClient(BaseUri.of("apiUri", apiUri), transport, tokens, settings);
  }

  /**
   * The same client without repeating and without a budget.
   *
   * @param also is told about each attempt too
   * @return makes each call once and at once
   */
  public ApiClient direct(CallListener also) {
    return new ApiClient(api, transport, tokens, settings.direct(also));
  }

  /**
   * The same client with other credentials, and with a budget of their own.
   *
   * @param others where the tokens come from
   * @return the client
   */
  public ApiClient with(AccessTokenProvider others) {
    return new ApiClient(api, transport, others, settings);
  }

  /**
   * The time of the caller.
   *
   * @return the clock
   */
  public Clock clock() {
    return settings.clock();
  }

  /**
   * Waits between two calls that belong together.
   *
   * @param duration how long
   * @param request the next call, by method and path
   * @throws TransportException if the thread is interrupted
   */
  public void pause(Duration duration, String request) {
    try {
      settings.sleeper().sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException(
          ErrorContext.withoutResponse(request, "interrupted while waiting to ask again"),
          Delivery.NOT_SENT,
          e);
    }
  }

  /**
   * Files to and from the addresses that the API hands out.
   *
   * @return the transfers, which send no token unasked
   */
  public FileCalls files() {
    return files;
  }

  /**
   * Posts a file with the token, to the host of uploads in the API's own domain.
   *
   * @param address where to
   * @param file the file
   * @throws UnexpectedResponseException if the address is at any other host
   */
  public void postWithToken(String address, MediaFile file) {
    if (!api.uploads(address)) {
      throw new UnexpectedResponseException(
          ErrorContext.withoutResponse(
              FileTransfer.POST, "the place is not at the API's own host of uploads"),
          null);
    }
    files.post(address, tokens.token().value(), file);
  }

  /**
   * Makes a call and reads its answer.
   *
   * @param call the call
   * @param type the answer
   * @param <T> the answer
   * @return the answer
   */
  public <T> T read(Call call, Class<T> type) {
    HttpReply reply = attempts.run(call);
    return present(call, reply, body -> WireJson.read(body, type));
  }

  /**
   * Makes a call and reads its answer.
   *
   * @param call the call
   * @param type the answer
   * @param <T> the answer
   * @return the answer
   */
  public <T> T read(Call call, TypeReference<T> type) {
    HttpReply reply = attempts.run(call);
    return present(call, reply, body -> WireJson.read(body, type));
  }

  private interface Reading<T> {
    @Nullable
    T read(byte[] body) throws IOException;
  }

  private static <T> T present(Call call, HttpReply reply, Reading<T> reading) {
    try {
      T value = reading.read(reply.body());
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

  /**
   * Makes a call whose answer is of no interest.
   *
   * @param call the call
   */
  public void run(Call call) {
    attempts.run(call);
  }
}
