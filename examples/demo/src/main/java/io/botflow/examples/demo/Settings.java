// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import io.botflow.genesys.Region;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * What the program must know to connect one Telegram bot to one Genesys Cloud organisation.
 *
 * @param telegramToken the bot's token from BotFather
 * @param telegramApi the Bot API, or null for Telegram's own
 * @param region the organisation's region
 * @param clientId the OAuth client
 * @param clientSecret its secret
 * @param integrationId the Open Messaging integration
 * @param webhookSecret the integration's signature secret token
 * @param publicUri where Genesys Cloud reaches this program; null for its own loopback address
 * @param port the port to listen on; 0 for any free one
 * @param botHeader the header in which Genesys Cloud proves itself to the bot
 * @param botSecret the header's value
 * @param botConnectorId the Bot Connector (v1) integration to which the bot list is pushed, or null
 * @param data the directory of the database and of media
 * @param fetchFrom a further origin from which attachments may be fetched, or null
 */
record Settings(
    String telegramToken,
    @Nullable URI telegramApi,
    Region region,
    String clientId,
    String clientSecret,
    String integrationId,
    String webhookSecret,
    @Nullable URI publicUri,
    int port,
    String botHeader,
    String botSecret,
    @Nullable String botConnectorId,
    Path data,
    @Nullable URI fetchFrom) {

  /** Thrown when a setting is missing or wrong; the message is one line and names it. */
  static final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingException(String message) {
      super(message);
    }
  }

  /**
   * Whether the environment asks for the real platforms: then every required setting must be there.
   */
  static boolean presentIn(Map<String, String> environment) {
    return environment.keySet().stream()
        .anyMatch(name -> name.equals("TELEGRAM_TOKEN") || name.startsWith("GENESYS_"));
  }

  static Settings of(Map<String, String> environment) {
    String data = optional(environment, "BRIDGE_DATA").orElse("bridge-data");
    return new Settings(
        required(environment, "TELEGRAM_TOKEN"),
        uri(environment, "TELEGRAM_API_URL"),
        region(environment),
        required(environment, "GENESYS_CLIENT_ID"),
        required(environment, "GENESYS_CLIENT_SECRET"),
        required(environment, "GENESYS_INTEGRATION_ID"),
        required(environment, "GENESYS_WEBHOOK_SECRET"),
        absolute("PUBLIC_URL", required(environment, "PUBLIC_URL")),
        port(environment),
        optional(environment, "BOT_SECRET_HEADER").orElse("X-Bot-Secret"),
        required(environment, "BOT_SECRET"),
        optional(environment, "GENESYS_BOT_CONNECTOR_ID").orElse(null),
        Path.of(data),
        uri(environment, "FETCH_ALSO_FROM"));
  }

  private static Region region(Map<String, String> environment) {
    URI api = uri(environment, "GENESYS_API_URL");
    if (api != null) {
      URI login = uri(environment, "GENESYS_LOGIN_URL");
      return Region.at(api, login == null ? api : login);
    }
    try {
      return Region.named(required(environment, "GENESYS_REGION"));
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException("GENESYS_REGION: " + e.getMessage());
    }
  }

  private static int port(Map<String, String> environment) {
    String value = optional(environment, "PORT").orElse("8080");
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException notNumber) {
      // Falls through to the one message for both cases.
    }
    throw new InvalidSettingException("PORT must be a number from 0 to 65535");
  }

  private static String required(Map<String, String> environment, String name) {
    return optional(environment, name)
        .orElseThrow(() -> new InvalidSettingException(name + " is missing; see docs/live.md"));
  }

  private static Optional<String> optional(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static @Nullable URI uri(Map<String, String> environment, String name) {
    return optional(environment, name).map(value -> absolute(name, value)).orElse(null);
  }

  private static URI absolute(String name, String value) {
    try {
      URI uri = URI.create(value);
      if (uri.isAbsolute() && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException notUri) {
      // Falls through to the one message for both cases.
    }
    throw new InvalidSettingException(name + " must be an absolute URL");
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "Settings[integration " + integrationId + ", ***]";
  }
}
