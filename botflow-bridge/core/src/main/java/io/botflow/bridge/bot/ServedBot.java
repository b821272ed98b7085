// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.BotVersion;
import java.util.Optional;
import javax.annotation.Nullable;

/** A bot with its description as it was when the endpoint was built. */
record ServedBot(Bot bot, BotDescription description) {

  /** The version of that name; the first one when the request names none. */
  Optional<BotVersion> version(@Nullable String name) {
    return name == null ? Optional.of(description.versions().get(0)) : description.version(name);
  }
}
