// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.util.ArrayList;
import java.util.List;

/** The parts in which a pushed bot list can be read back. What is given out are copies. */
final class StoredBots {
  private final ObjectNode list;

  /** Of a list that was validated before it was stored. */
  StoredBots(ObjectNode list) {
    this.list = list;
  }

  List<ObjectNode> summaries() {
    List<ObjectNode> summaries = new ArrayList<>();
    for (JsonNode bot : list.path("chatBots")) {
      summaries.add(summary(bot));
    }
    return summaries;
  }

  List<ObjectNode> versions(String botId) throws ApiError {
    JsonNode bot = stored(botId);
    List<ObjectNode> versions = new ArrayList<>();
    for (JsonNode version : bot.path("versions")) {
      versions.add(summary(bot).put("version", version.path("version").asText()));
    }
    return versions;
  }

  ObjectNode bot(String botId) throws ApiError {
    return stored(botId).deepCopy();
  }

  /** The bot with that one of its versions. */
  ObjectNode bot(String botId, String version) throws ApiError {
    ObjectNode bot = bot(botId);
    ArrayNode one = Json.object().arrayNode();
    for (JsonNode candidate : bot.path("versions")) {
      if (candidate.path("version").asText().equals(version)) {
        one.add(candidate);
      }
    }
    if (one.isEmpty()) {
      throw ApiError.notFound();
    }
    bot.set("versions", one);
    return bot;
  }

  private JsonNode stored(String botId) {
    for (JsonNode bot : list.path("chatBots")) {
      if (bot.path("id").asText().equals(botId)) {
        return bot;
      }
    }
    throw ApiError.notFound();
  }

  /** A bot that was pushed without a name goes by its id. */
  private static ObjectNode summary(JsonNode bot) {
    String id = bot.path("id").asText();
    ObjectNode summary = Json.object();
    summary.put("id", id).put("name", bot.path("name").asText(id));
    if (bot.hasNonNull("description")) {
      summary.set("description", bot.get("description"));
    }
    return summary.put("botCompositeTag", bot.path("botCompositeTag").asText());
  }
}
