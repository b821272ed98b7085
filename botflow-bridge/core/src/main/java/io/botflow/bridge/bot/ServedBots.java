// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
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
