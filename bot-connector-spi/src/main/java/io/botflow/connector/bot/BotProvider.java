// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Brings bots along with a jar: name the implementation in {@code
 * META-INF/services/io.botflow.connector.bot.BotProvider}. Plain wiring needs none of this.
 */
public interface BotProvider {

  /**
   * The bots of this provider.
   *
   * @return bots, each with an id of its own
   */
  List<Bot> bots();

  /**
   * The bots of all providers on the class path.
   *
   * @param loader whose class path
   * @return the bots, provider by provider in the order of the class path; empty when there is none
   * @throws java.util.ServiceConfigurationError if a provider cannot be made
   */
  static List<Bot> discover(ClassLoader loader) {
    return ServiceLoader.load(BotProvider.class, loader).stream()
        .flatMap(provider -> provider.get().bots().stream())
        .toList();
  }
}
