// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * An HTTP response: status, headers, and perhaps a body.
 *
 * @param status the status code, for example 200
 * @param headers one value per name; the host adds {@code Content-Length}, unless the response
 *     answers {@code HEAD} and names it here
 * @param body the body, or null for none
 */
public record WebResponse(int status, Map<String, String> headers, @Nullable ResponseBody body) {

  /** {@inheritDoc} */
  public WebResponse {
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException("status: " + status);
    }
    headers =
        Collections.unmodifiableMap(
            new LinkedHashMap<>(Objects.requireNonNull(headers, "headers")));
  }

  /**
   * A response without a body.
   *
   * @param status the status code
   * @return the response
   */
  public static WebResponse empty(int status) {
    return new WebResponse(status, Map.of(), null);
  }

  /**
   * A JSON response.
   *
   * @param status the status code
   * @param json the body, sent as UTF-8
   * @return the response
   */
  public static WebResponse json(int status, String json) {
    return ofBytes(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A plain text response.
   *
   * @param status the status code
   * @param text the body, sent as UTF-8
   * @return the response
   */
  public static WebResponse text(int status, String text) {
    return ofBytes(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The same response with one more header.
   *
   * @param name the header's name
   * @param value its value
   * @return a copy
   */
  public WebResponse withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new WebResponse(status, more, body);
  }

  private static WebResponse ofBytes(int status, String contentType, byte[] bytes) {
    ResponseBody body =
        new ResponseBody() {
          @Override
          public long length() {
            return bytes.length;
          }

          @Override
          public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
          }
        };
    return new WebResponse(status, Map.of("Content-Type", contentType), body);
  }
}
