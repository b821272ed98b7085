// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One version of a bot: Architect flows choose one, and keep its intents as they were when the flow
 * was published.
 *
 * @param version the version's name; 1 to 100 characters
 * @param languages language tags, for example {@code uk-ua}; at least one; kept in lower case, as
 *     Genesys wants them
 * @param intents the intents that the bot may end with; 1 to 50
 */
public record BotVersion(String version, List<String> languages, List<Intent> intents) {

  /** {@inheritDoc} */
  public BotVersion {
    Limits.name(version, "version");
    languages =
        Objects.requireNonNull(languages, "languages").stream()
            .map(l -> l.toLowerCase(Locale.ROOT))
            .toList();
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("languages must not be empty");
    }
    intents = Limits.unique(intents, Intent::name, 1, "intents");
  }

  /**
   * Whether the bot may end with an intent.
   *
   * @param name the intent's name
   * @return true when this version declares it
   */
  public boolean declares(String name) {
    return intents.stream().anyMatch(intent -> intent.name().equals(name));
  }
}
