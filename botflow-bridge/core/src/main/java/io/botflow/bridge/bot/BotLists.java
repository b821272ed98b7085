// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import io.botflow.genesys.botconnector.BotIntent;
import io.botflow.genesys.botconnector.BotList;
import io.botflow.genesys.botconnector.BotSlot;
import io.botflow.genesys.botconnector.ConnectorBot;
import io.botflow.genesys.botconnector.ConnectorBotVersion;
import io.botflow.genesys.botconnector.dialog.ValueType;
import io.botflow.genesys.botconnector.v2.BotEntity;
import io.botflow.genesys.botconnector.v2.BotListing;
import java.util.List;

/** Spells the descriptions of bots for both versions of the protocol. */
final class BotLists {
  private BotLists() {}

  /** The list that version 1 is given. */
  static BotList classic(List<BotDescription> bots) {
    return BotList.of(bots.stream().map(BotLists::classic).toList());
  }

  private static ConnectorBot classic(BotDescription bot) {
    String description = bot.description().strip();
    return ConnectorBot.of(
        bot.id(),
        bot.name(),
        description.isEmpty() ? null : description,
        bot.versions().stream().map(BotLists::classic).toList());
  }

  private static ConnectorBotVersion classic(BotVersion version) {
    return ConnectorBotVersion.of(
        version.version(),
        version.languages(),
        version.intents().stream().map(BotLists::classic).toList());
  }

  private static BotIntent classic(Intent intent) {
    return BotIntent.of(
        intent.name(),
        intent.slots().stream()
            .map(slot -> BotSlot.of(slot.name(), new ValueType(slot.wireType())))
            .toList());
  }

  /** The list that version 2 asks for. */
  static BotListing digital(List<BotDescription> bots) {
    return BotListing.of(bots.stream().map(BotLists::digital).toList());
  }

  /** One bot of that list. A description is required there: the name stands in for an empty one. */
  static io.botflow.genesys.botconnector.v2.Bot digital(BotDescription bot) {
    String description = bot.description().strip();
    return io.botflow.genesys.botconnector.v2.Bot.of(
        bot.id(),
        bot.name(),
        bot.provider(),
        description.isEmpty() ? bot.name() : description,
        bot.versions().stream().map(BotLists::digital).toList());
  }

  private static io.botflow.genesys.botconnector.v2.BotVersion digital(BotVersion version) {
    return io.botflow.genesys.botconnector.v2.BotVersion.of(
        version.version(),
        version.languages(),
        version.intents().stream().map(BotLists::digital).toList());
  }

  private static io.botflow.genesys.botconnector.v2.BotIntent digital(Intent intent) {
    return io.botflow.genesys.botconnector.v2.BotIntent.of(
        intent.name(),
        intent.slots().stream()
            .map(slot -> BotEntity.of(slot.name(), new ValueType(slot.wireType())))
            .toList());
  }
}
