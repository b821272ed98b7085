// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.web;

import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.Nullable;

/**
 * An HTTP request as it arrived: method, target, headers, the raw bytes of its body, and perhaps
 * the address it came from.
 *
 * <p>Signatures are computed over exactly these bytes, so hosts must hand them over unchanged.
 * Immutable and safe for concurrent use, as long as nobody changes the body array. {@link
 * #toString()} shows neither headers nor body nor address.
 */
public final class WebRequest {
  private final String method;
  private final String path;
  private final String rawQuery;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  @Nullable private final InetAddress remoteAddress;

  private WebRequest(Builder builder) {
    this.method = builder.method;
    int question = builder.target.indexOf('?');
    this.path = question < 0 ? builder.target : builder.target.substring(0, question);
    this.rawQuery = question < 0 ? "" : builder.target.substring(question + 1);
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    builder.headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    this.headers = copy;
    this.body = builder.body;
    this.remoteAddress = builder.remoteAddress;
  }

  /**
   * Starts a request.
   *
   * @param method the HTTP method, for example {@code POST}
   * @param target path and query as sent, for example {@code /hooks/genesys?a=b}; still
   *     percent-encoded
   * @return a builder
   */
  public static Builder builder(String method, String target) {
    return new Builder(method, target);
  }

  /**
   * The HTTP method in upper case.
   *
   * @return for example {@code GET}
   */
  public String method() {
    return method;
  }

  /**
   * The path as sent, still percent-encoded, without the query.
   *
   * @return for example {@code /media/abc/photo.jpg}
   */
  public String path() {
    return path;
  }

  /**
   * The first value of a query parameter, decoded.
   *
   * @param name the decoded name of the parameter
   * @return its value, or empty when the parameter is absent or not decodable
   */
  public Optional<String> query(String name) {
    Objects.requireNonNull(name, "name");
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      if (decoded(key).filter(name::equals).isPresent()) {
        return decoded(equals < 0 ? "" : pair.substring(equals + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notDecodable) {
      return Optional.empty();
    }
  }

  /**
   * The first value of a header.
   *
   * @param name the name, in any case
   * @return its value, or empty when the header is absent
   */
  public Optional<String> header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /**
   * All values of a header.
   *
   * @param name the name, in any case
   * @return the values in the order of arrival; empty when the header is absent
   */
  public List<String> headers(String name) {
    return headers.getOrDefault(Objects.requireNonNull(name, "name"), List.of());
  }

  /**
   * The raw body.
   *
   * @return the bytes exactly as received; the array is shared and must not be changed
   */
  public byte[] body() {
    return body;
  }

  /**
   * The address at the other end of the connection, which is a proxy's when one stands before the
   * host. Nothing in the request can change it.
   *
   * @return the address, or empty when the host does not tell
   */
  public Optional<InetAddress> remoteAddress() {
    return Optional.ofNullable(remoteAddress);
  }

  @Override
  public String toString() {
    return method + " " + path + " (" + body.length + " bytes)";
  }

  /** Collects the parts of a {@link WebRequest}; not thread-safe. */
  public static final class Builder {
    private final String method;
    private final String target;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private byte[] body = new byte[0];
    @Nullable private InetAddress remoteAddress;

    private Builder(String method, String target) {
      this.method = Objects.requireNonNull(method, "method").toUpperCase(Locale.ROOT);
      this.target = Objects.requireNonNull(target, "target");
    }

    /**
     * Adds one header value.
     *
     * @param name the name, in any case
     * @param value the value; null is ignored, since some servers report absent values so
     * @return this builder
     */
    public Builder header(String name, @Nullable String value) {
      if (value != null) {
        headers
            .computeIfAbsent(Objects.requireNonNull(name, "name"), n -> new ArrayList<>())
            .add(value);
      }
      return this;
    }

    /**
     * Sets the raw body.
     *
     * @param body the bytes as received; not copied
     * @return this builder
     */
    public Builder body(byte[] body) {
      this.body = Objects.requireNonNull(body, "body");
      return this;
    }

    /**
     * Sets the raw body to a text in UTF-8.
     *
     * @param body the text
     * @return this builder
     */
    public Builder body(String body) {
      return body(body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sets the address at the other end of the connection. A host gives what its server knows,
     * never what a header says.
     *
     * @param address the address; null when it is not known
     * @return this builder
     */
    public Builder remoteAddress(@Nullable InetAddress address) {
      this.remoteAddress = address;
      return this;
    }

    /**
     * Makes the request.
     *
     * @return the request
     */
    public WebRequest build() {
      return new WebRequest(this);
    }
  }
}
