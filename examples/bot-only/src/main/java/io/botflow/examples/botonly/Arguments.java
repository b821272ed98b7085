// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.botonly;

import io.botflow.bridge.bot.BotConnectorSettings;
import io.botflow.bridge.bot.BotConnectorSettingsBuilder;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param port the port to listen on; 0 for any free one
 * @param settings paths and secret headers
 */
record Arguments(int port, BotConnectorSettings settings) {
  private static final int MAX_PORT = 65_535;

  /**
   * Reads {@code --port N --header NAME=VALUE}, the header as often as there are headers.
   *
   * @throws IllegalArgumentException if something is wrong; its message is one line, and shows no
   *     value of a header
   */
  static Arguments parse(String... arguments) {
    BotConnectorSettingsBuilder settings =
        BotConnectorSettings.builder().v1Path("/v1/utterance").v2Path("/v2");
    int port = 0;
    boolean headers = false;
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--port" -> port = port(value(option, "N", rest));
        case "--header" -> {
          addHeader(settings, value(option, "NAME=VALUE", rest));
          headers = true;
        }
        default ->
            throw new IllegalArgumentException(
                "there is no option " + shown(option) + "; use --port N --header NAME=VALUE");
      }
    }
    if (!headers) {
      throw new IllegalArgumentException(
          "--header NAME=VALUE is missing: the header by which Genesys Cloud proves itself");
    }
    return new Arguments(port, settings.build());
  }

  private static String value(String option, String form, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value: " + option + " " + form);
    }
    return rest.next();
  }

  private static int port(String text) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= MAX_PORT) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        "--port must be a number from 0 to " + MAX_PORT + ", was " + shown(text));
  }

  /** A value may hold further equals signs, as the end of a Base64 text does. */
  private static void addHeader(BotConnectorSettingsBuilder settings, String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("--header must be NAME=VALUE");
    }
    settings.header(text.substring(0, equals), text.substring(equals + 1));
  }

  /** On one line, however it was typed. */
  private static String shown(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
