// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static java.util.Comparator.comparing;

import io.botflow.connector.bot.Bot;
import io.botflow.genesys.botconnector.BotConnector;
import io.botflow.genesys.botconnector.BotIntent;
import io.botflow.genesys.botconnector.BotList;
import io.botflow.genesys.botconnector.BotSlot;
import io.botflow.genesys.botconnector.ConnectorBot;
import io.botflow.genesys.botconnector.ConnectorBotVersion;
import io.botflow.genesys.error.NotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a bot list to a Bot Connector integration of version 1, which does not ask for it.
 *
 * <pre>{@code
 * BotListPublisher.publish(genesys.botConnector(integrationId), bots);
 * }</pre>
 *
 * <p>Flows keep the list they were published with: publish them again after a change. Thread-safe.
 */
public final class BotListPublisher {
  private static final Logger log = LoggerFactory.getLogger(BotListPublisher.class);

  private BotListPublisher() {}

  /**
   * Puts the list, unless Genesys Cloud has the same one already. The order of bots, versions,
   * languages and intents makes no difference. Makes one call or two.
   *
   * @param integration the integration of version 1
   * @param bots all bots of the integration, 1 to 50 with ids of their own: the list is replaced
   * @return true when the list was put, false when it was there
   * @throws io.botflow.genesys.error.GenesysException if a call fails
   * @throws IllegalArgumentException if there are too many bots, or two with one id
   */
  public static boolean publish(BotConnector integration, List<Bot> bots) {
    Objects.requireNonNull(integration, "integration");
    BotList wanted = BotLists.classic(new ServedBots(bots).descriptions());
    BotList present = present(integration);
    if (present != null && canonical(present).equals(canonical(wanted))) {
      return false;
    }
    integration.putBots(wanted);
    log.info(
        "put a list of {} bots; flows that use them must be published again",
        wanted.chatBots().size());
    return true;
  }

  /** Whether an integration without a list has an empty one or none is not documented. */
  @Nullable
  private static BotList present(BotConnector integration) {
    try {
      return integration.bots();
    } catch (NotFoundException e) {
      return null;
    }
  }

  private static BotList canonical(BotList list) {
    return new BotList(
        list.chatBots().stream()
            .map(BotListPublisher::canonical)
            .sorted(comparing(bot -> String.valueOf(bot.id())))
            .toList(),
        Map.of());
  }

  private static ConnectorBot canonical(ConnectorBot bot) {
    String description = bot.description();
    return new ConnectorBot(
        bot.id(),
        bot.name(),
        description == null || description.isBlank() ? null : description,
        bot.versions().stream()
            .map(BotListPublisher::canonical)
            .sorted(comparing(version -> String.valueOf(version.version())))
            .toList(),
        null,
        null,
        Map.of());
  }

  private static ConnectorBotVersion canonical(ConnectorBotVersion version) {
    return new ConnectorBotVersion(
        version.version(),
        version.supportedLanguages().stream()
            .map(language -> language.toLowerCase(Locale.ROOT))
            .sorted()
            .toList(),
        version.intents().stream()
            .map(BotListPublisher::canonical)
            .sorted(comparing(intent -> String.valueOf(intent.name())))
            .toList(),
        Map.of());
  }

  private static BotIntent canonical(BotIntent intent) {
    Map<String, BotSlot> slots = new TreeMap<>();
    intent
        .slots()
        .forEach((name, slot) -> slots.put(name, new BotSlot(name, slot.type(), Map.of())));
    return new BotIntent(intent.name(), slots, Map.of());
  }
}
