// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The bots of an endpoint, found by id, or by name where the protocol gives no more. */
final class ServedBots {
  private static final int MOST = 50;

  private final Map<String, ServedBot> byId = new LinkedHashMap<>();

  ServedBots(List<Bot> bots) {
    for (Bot bot : bots) {
      BotDescription description = Objects.requireNonNull(bot.describe(), "describe() gave null");
      if (byId.putIfAbsent(description.id(), new ServedBot(bot, description)) != null) {
        throw new IllegalArgumentException("bots: two have the id " + description.id());
      }
    }
    if (byId.isEmpty() || byId.size() > MOST) {
      throw new IllegalArgumentException("bots must be 1 to " + MOST + ", are " + byId.size());
    }
  }

  /**
   * Checks that what may stand in for an intent is declared wherever that is.
   *
   * @throws IllegalArgumentException if a version declares an intent and not its alternatives
   */
  void requireAlternatives(Map<String, List<String>> alternatives) {
    alternatives.forEach(
        (intent, others) ->
            byId.values().stream()
                .flatMap(served -> served.description().versions().stream())
                .filter(version -> version.declares(intent))
                .forEach(version -> requireDeclared(version, intent, others)));
  }

  private static void requireDeclared(BotVersion version, String intent, List<String> others) {
    Intent first = declared(version, intent).orElseThrow();
    for (String other : others) {
      boolean same =
          declared(version, other).filter(it -> it.slots().equals(first.slots())).isPresent();
      if (!same) {
        throw new IllegalArgumentException(
            "alternateIntents: version "
                + version.version()
                + " declares "
                + intent
                + " and not "
                + other
                + " with the same slots");
      }
    }
  }

  private static Optional<Intent> declared(BotVersion version, String name) {
    return version.intents().stream().filter(intent -> intent.name().equals(name)).findFirst();
  }

  Optional<ServedBot> find(Utterance utterance) {
    return Stream.concat(
            Stream.ofNullable(utterance.botId()).map(byId::get).filter(Objects::nonNull),
            utterance.botNames().stream().flatMap(this::named))
        .findFirst();
  }

  private Stream<ServedBot> named(String name) {
    return byId.values().stream().filter(served -> served.description().name().equals(name));
  }

  List<BotDescription> descriptions() {
    return byId.values().stream().map(ServedBot::description).toList();
  }
}
