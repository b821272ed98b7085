// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.util.Map;

/**
 * A bot as its provider registered it.
 *
 * @param versions by version name
 */
record RegisteredBot(String id, String name, Map<String, Version> versions) {
  /**
   * One version of a bot.
   *
   * @param intents by intent name: the type of each slot or entity by its name
   */
  record Version(String name, Map<String, Map<String, String>> intents) {}
}
