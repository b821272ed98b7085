// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import io.botflow.genesys.call.Operation;
import io.botflow.genesys.error.ErrorContext;
import io.botflow.genesys.error.PayloadTooLargeException;
import io.botflow.genesys.internal.http.BaseUri;
import io.botflow.genesys.internal.json.WireJson;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import javax.annotation.Nullable;

/** A call before it has a token: what is asked, and under which rules. Immutable. */
public final class Call {
  private final Operation operation;
  private final String method;
  private final String path;
  @Nullable private final byte[] body;
  private final boolean identified;

  private Call(
      Operation operation, String method, String path, @Nullable byte[] body, boolean identified) {
    this.operation = operation;
    this.method = method;
    this.path = path;
    this.body = body;
    this.identified = identified;
  }

  /**
   * A call without a body.
   *
   * @param operation what it does
   * @param method the HTTP method
   * @param path an absolute path, its ids encoded
   * @return the call
   */
  public static Call of(Operation operation, String method, String path) {
    return new Call(operation, method, path, null, false);
  }

  /**
   * A call with a JSON body.
   *
   * @param operation what it does
   * @param method the HTTP method
   * @param path an absolute path, its ids encoded
   * @param body a wire record
   * @return the call
   * @throws PayloadTooLargeException if the body is larger than the API takes
   */
  public static Call of(Operation operation, String method, String path, Object body) {
    Call call = new Call(operation, method, path, WireJson.bytes(body), false);
    call.refuseTooLarge();
    return call;
  }

  /**
   * Notes whether the body carries an id by which the far side can know it again.
   *
   * @param messageId the id, if there is one
   * @return the call
   */
  public Call identifiedBy(@Nullable String messageId) {
    return new Call(operation, method, path, body, messageId != null && !messageId.isEmpty());
  }

  Operation operation() {
    return operation;
  }

  boolean identified() {
    return identified;
  }

  /** Method and path; the query is left out, as it may name people. */
  String name() {
    int query = path.indexOf('?');
    return method + " " + (query < 0 ? path : path.substring(0, query));
  }

  private void refuseTooLarge() {
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

  /** The request without method and body. */
  HttpRequest.Builder head(BaseUri api) {
    HttpRequest.Builder head =
        HttpRequest.newBuilder(api.resolve(path)).header("Accept", "application/json");
    return body == null ? head : head.header("Content-Type", "application/json");
  }

  String method() {
    return method;
  }

  BodyPublisher body() {
    return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
  }
}
