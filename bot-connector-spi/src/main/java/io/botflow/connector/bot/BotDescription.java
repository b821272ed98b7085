// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What Genesys Cloud is told of a bot.
 *
 * <p>Limits are those of the Bot Connector API; a value that breaks one is refused here with its
 * field's name. Ids and versions are case-sensitive.
 *
 * @param id the bot's id; 1 to 100 characters
 * @param name the name that Architect shows; 1 to 100 characters
 * @param provider who makes the bot, for analytics; 1 to 100 characters
 * @param description what it does; at most 256 characters
 * @param versions its versions; 1 to 50. The first is the one that {@link Bot#answer} serves by
 *     default
 */
public record BotDescription(
    String id, String name, String provider, String description, List<BotVersion> versions) {

  /** {@inheritDoc} */
  public BotDescription {
    Limits.name(id, "id");
    Limits.name(name, "name");
    Limits.name(provider, "provider");
    Objects.requireNonNull(description, "description");
    if (description.length() > Limits.DESCRIPTION_CHARS) {
      throw new IllegalArgumentException(
          "description must have at most " + Limits.DESCRIPTION_CHARS + " characters");
    }
    versions = Limits.unique(versions, BotVersion::version, 1, "versions");
  }

  /**
   * A bot with one version and one language.
   *
   * @param id the bot's id
   * @param name the name that Architect shows
   * @param version the version's name
   * @param language a language tag, for example {@code uk-ua}
   * @param intents the intents that the bot may end with
   * @return the description
   */
  public static BotDescription of(
      String id, String name, String version, String language, Intent... intents) {
    return new BotDescription(
        id,
        name,
        "BotFlow",
        name,
        List.of(new BotVersion(version, List.of(language), List.of(intents))));
  }

  /**
   * One of the versions.
   *
   * @param version its name, case-sensitive
   * @return the version, or empty when there is none of that name
   */
  public Optional<BotVersion> version(String version) {
    return versions.stream().filter(v -> v.version().equals(version)).findFirst();
  }
}
