// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.annotation.Nullable;

/**
 * A classic (v1) Genesys Bot Connector integration; its bot list is pushed with {@code PUT
 * /api/v2/integrations/botconnector/{id}/bots}. Thread-safe.
 */
public final class BotConnector {
  private record Registration(List<RegisteredBot> bots, ObjectNode body) {}

  private final String id = Ids.uuid();
  private final String name;
  private final Map<String, String> credentials = new ConcurrentHashMap<>();
  private volatile @Nullable URI utteranceUri;
  private volatile Registration registration;

  BotConnector(String name) {
    this.name = Objects.requireNonNull(name, "name");
    ObjectNode empty = Json.object();
    empty.putArray("chatBots");
    this.registration = new Registration(List.of(), empty);
  }

  /**
   * The integration's id, which is part of the address of its bot list.
   *
   * @return a dashed UUID
   */
  public String id() {
    return id;
  }

  /**
   * Sets the complete address to which utterances are posted as is.
   *
   * @param uri the handle utterance URI
   * @return this connector
   */
  public BotConnector utteranceUri(URI uri) {
    utteranceUri = Objects.requireNonNull(uri, "uri");
    return this;
  }

  /**
   * Adds a credential field, which is sent as a request header.
   *
   * @param header the field's name
   * @param value its value
   * @return this connector
   */
  public BotConnector credential(String header, String value) {
    credentials.put(header, value);
    return this;
  }

  void register(List<RegisteredBot> bots, ObjectNode body) {
    ObjectNode stored = body.deepCopy();
    if (stored.get("chatBots") instanceof ArrayNode chatBots) {
      for (int i = 0; i < chatBots.size(); i++) {
        ((ObjectNode) chatBots.get(i))
            .put("botCompositeTag", id + ":" + bots.get(i).id())
            .put("selfUri", selfUri() + "/" + bots.get(i).id());
      }
    }
    registration = new Registration(bots, stored);
  }

  List<RegisteredBot> bots() {
    return registration.bots();
  }

  ObjectNode storedList() {
    return registration.body();
  }

  @Nullable
  URI utteranceUri() {
    return utteranceUri;
  }

  Map<String, String> credentials() {
    return credentials;
  }

  String label() {
    return "bot connector " + name;
  }

  private String selfUri() {
    return "/api/v2/integrations/botconnector/" + id + "/bots";
  }

  /** The name and the id; not the credentials. */
  @Override
  public String toString() {
    return "BotConnector[" + name + ", " + id + "]";
  }
}
