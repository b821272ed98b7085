// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** A complete response: status, headers, body. */
public final class HttpReply {
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  HttpReply(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /**
   * The HTTP status.
   *
   * @return the status
   */
  public int status() {
    return status;
  }

  /**
   * Whether the status is 2xx.
   *
   * @return true for success
   */
  public boolean successful() {
    return status >= 200 && status < 300;
  }

  /**
   * A header.
   *
   * @param name the name in any case
   * @return its first value
   */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /**
   * The body. Not copied: this type does not leave the module.
   *
   * @return the bytes
   */
  public byte[] body() {
    return body;
  }
}
