// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Genesys Digital Bot Connector (v2) integration; its bot list is pulled from {@code {base}/bots}
 * when a flow is published. Thread-safe.
 */
public final class DigitalBotConnector {
  private final String name;
  private final URI baseUri;
  private final Map<String, String> headers = new ConcurrentHashMap<>();
  private volatile boolean fileAttachments;

  DigitalBotConnector(String name, URI baseUri) {
    this.name = Objects.requireNonNull(name, "name");
    this.baseUri = Objects.requireNonNull(baseUri, "baseUri");
  }

  /**
   * Adds the connection secret, or another header for each request.
   *
   * @param header the header's name
   * @param value its value
   * @return this connector
   */
  public DigitalBotConnector connectionSecret(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /**
   * Sets whether the bot may send files; off by default.
   *
   * @param enabled true to let files pass
   * @return this connector
   */
  public DigitalBotConnector fileAttachments(boolean enabled) {
    fileAttachments = enabled;
    return this;
  }

  URI resource(String path) {
    String base = baseUri.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  Map<String, String> headers() {
    return headers;
  }

  boolean fileAttachments() {
    return fileAttachments;
  }

  String label() {
    return "digital bot connector " + name;
  }

  /** The name and the address; not the secret. */
  @Override
  public String toString() {
    return "DigitalBotConnector[" + name + ", " + baseUri + "]";
  }
}
