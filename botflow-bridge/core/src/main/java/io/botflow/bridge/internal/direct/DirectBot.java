// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.direct;

import io.botflow.bridge.bot.DirectBotSettings;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotVersion;
import java.util.Objects;

/**
 * A bot that the bridge asks by itself.
 *
 * @param bot the bot
 * @param id its id
 * @param version the version that is asked
 * @param settings how it is asked
 */
public record DirectBot(Bot bot, String id, BotVersion version, DirectBotSettings settings) {

  /**
   * Describes a bot once.
   *
   * @param bot the bot
   * @param settings how it is asked
   * @return the bot with the version that is asked
   * @throws IllegalArgumentException if it has no such version
   */
  public static DirectBot of(Bot bot, DirectBotSettings settings) {
    var description = Objects.requireNonNull(bot.describe(), "describe() gave null");
    String wanted = settings.version();
    BotVersion version =
        wanted == null
            ? description.versions().get(0)
            : description
                .version(wanted)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "version: the bot " + description.id() + " has no " + wanted));
    return new DirectBot(bot, description.id(), version, settings);
  }

  String language() {
    String wanted = settings.language();
    return wanted == null ? version.languages().get(0) : wanted;
  }
}
