// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads and validates both forms of a bot list: pushed (v1) and pulled (v2). */
final class BotLists {
  private static final int MOST = 50;

  private BotLists() {}

  /** The list that a classic bot connector is given: {@code chatBots}, slots as a map. */
  static List<RegisteredBot> pushed(JsonNode body) {
    List<RegisteredBot> bots = new ArrayList<>();
    for (JsonView bot : JsonView.of(body).objects("chatBots", MOST)) {
      String id = bot.name("id", Integer.MAX_VALUE);
      String name = bot.has("name") ? bot.name("name", Integer.MAX_VALUE) : id;
      description(bot);
      Map<String, RegisteredBot.Version> versions = new LinkedHashMap<>();
      for (JsonView version : bot.objects("versions", MOST)) {
        Map<String, Map<String, String>> intents = new LinkedHashMap<>();
        languages(version, false);
        for (JsonView intent : version.objects("intents", MOST)) {
          Map<String, String> slots = new LinkedHashMap<>();
          intent
              .members("slots", MOST)
              .forEach(
                  (key, slot) -> {
                    String slotName = slot.name("name", 100);
                    if (!slotName.equals(key)) {
                      throw InvalidBodyException.of(
                          slot.path("name") + " should equal its key '" + key + "'");
                    }
                    slots.put(slotName, slot.oneOf("type", "BotSlotType", ValueTypes.SLOT_TYPES));
                  });
          intents.put(intent.name("name", 100), slots);
        }
        String versionName = version.name("version", 100);
        versions.put(versionName, new RegisteredBot.Version(versionName, intents));
      }
      bots.add(new RegisteredBot(id, name, versions));
    }
    return bots;
  }

  /** The list that a digital bot connector serves: {@code entities}, entities as an array. */
  static List<RegisteredBot> pulled(JsonNode body) {
    List<RegisteredBot> bots = new ArrayList<>();
    for (JsonView bot : JsonView.of(body).objects("entities", MOST)) {
      bots.add(digital(bot));
    }
    return bots;
  }

  /** One bot of a digital bot connector. */
  static RegisteredBot digital(JsonView bot) {
    String id = bot.name("id", 100);
    String name = bot.name("name", 100);
    bot.name("provider", 100);
    bot.text("description");
    description(bot);
    Map<String, RegisteredBot.Version> versions = new LinkedHashMap<>();
    for (JsonView version : atLeastOne(bot, "versions")) {
      languages(version, true);
      Map<String, Map<String, String>> intents = new LinkedHashMap<>();
      for (JsonView intent : atLeastOne(version, "intents")) {
        Map<String, String> entities = new LinkedHashMap<>();
        if (intent.has("entities")) {
          for (JsonView entity : intent.objects("entities", MOST)) {
            entities.put(
                entity.name("name", 100),
                entity.exactly("type", "BotEntityType", ValueTypes.ENTITY_TYPES));
          }
        }
        intents.put(intent.name("name", 100), entities);
      }
      String versionName = version.name("version", 100);
      versions.put(versionName, new RegisteredBot.Version(versionName, intents));
    }
    return new RegisteredBot(id, name, versions);
  }

  private static List<JsonView> atLeastOne(JsonView view, String name) {
    List<JsonView> items = view.objects(name, MOST);
    if (items.isEmpty()) {
      throw InvalidBodyException.of(view.path(name) + " should have at least one item");
    }
    return items;
  }

  private static void description(JsonView bot) {
    String description = bot.optionalText("description");
    if (description != null && description.length() > 256) {
      throw InvalidBodyException.of(bot.path("description") + " should be at most 256 characters");
    }
  }

  private static void languages(JsonView version, boolean lowerCase) {
    JsonNode languages = version.value("supportedLanguages");
    if (languages == null) {
      throw InvalidBodyException.missing(version.path(""), "supportedLanguages");
    }
    String path = version.path("supportedLanguages");
    if (!languages.isArray()) {
      throw InvalidBodyException.of(path + " should be array");
    }
    for (JsonNode language : languages) {
      if (!language.isTextual()) {
        throw InvalidBodyException.of(path + " should hold strings");
      }
      String text = language.textValue();
      if (lowerCase && !text.equals(text.toLowerCase(Locale.ROOT))) {
        throw InvalidBodyException.of(path + " should be lower case: " + text);
      }
    }
  }
}
