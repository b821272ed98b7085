// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Genesys Digital Bot Connector (v2) integration; its bot list is pulled from {@code {base}/bots}
 * when a flow is published. Thread-safe.
 */
public final class DigitalBotConnector {
  private final String id = Ids.uuid();
  private final String name;
  private final URI baseUri;
  private final Map<String, String> headers = new ConcurrentHashMap<>();
  private volatile boolean fileAttachments;
  private volatile boolean active = true;
  private volatile List<ObjectNode> pulled = List.of();

  DigitalBotConnector(String name, URI baseUri) {
    this.name = Objects.requireNonNull(name, "name");
    this.baseUri = Objects.requireNonNull(baseUri, "baseUri");
  }

  /**
   * The integration's id, which is part of the address under which its bots are read.
   *
   * @return a dashed UUID
   */
  public String id() {
    return id;
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

  /**
   * Sets whether the integration is switched on. While it is off, outgoing messages are refused,
   * and a flow that would call a bot takes its failure path; the latter is a guess.
   *
   * @param value on by default
   * @return this connector
   */
  public DigitalBotConnector active(boolean value) {
    active = value;
    return this;
  }

  boolean active() {
    return active;
  }

  /** Keeps the list of bots that the provider gave. */
  void pulled(List<ObjectNode> bots) {
    pulled = List.copyOf(bots);
  }

  /** The list of bots as the provider gave it last. */
  List<ObjectNode> pulled() {
    return pulled;
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

  /** The name, the id and the address; not the secret. */
  @Override
  public String toString() {
    return "DigitalBotConnector[" + name + ", " + id + ", " + baseUri + "]";
  }
}
