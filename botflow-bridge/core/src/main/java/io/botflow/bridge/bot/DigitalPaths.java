// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The paths of version 2: the bot list, one bot, and the messages. */
final class DigitalPaths implements WebHandler {
  private final String base;
  private final String list;
  private final Map<String, String> bots;
  private final WebHandler messages;
  private final Witness witness;

  DigitalPaths(String base, List<BotDescription> bots, WebHandler messages, Witness witness) {
    this.base = base;
    this.list = BotLists.digital(bots).toJson();
    this.bots =
        bots.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    BotDescription::id, bot -> BotLists.digital(bot).toJson()));
    this.messages = messages;
    this.witness = witness;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    String path = path(request);
    if (path.equals("messages")) {
      return messages.handle(request);
    }
    if (path.equals("bots")) {
      return get(request, list);
    }
    if (path.startsWith("bots/")) {
      String json = bots.get(decoded(path.substring("bots/".length())));
      return json == null ? notFound(request, "no such bot is served here") : get(request, json);
    }
    return notFound(request, "no such path below the Bot Connector URI");
  }

  /** The rest of the path; a base URI entered with a slash at its end gives two slashes here. */
  private String path(WebRequest request) {
    String rest = request.path().substring(Math.min(base.length(), request.path().length()));
    return rest.replaceFirst("^/+", "").replaceFirst("/+$", "");
  }

  private static String decoded(String step) {
    try {
      return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notDecodable) {
      return "";
    }
  }

  private WebResponse get(WebRequest request, String json) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      witness.refused(request, 405, "only GET and HEAD are answered here");
      return WebResponse.empty(405).withHeader("Allow", "GET, HEAD");
    }
    return WebResponse.json(200, json);
  }

  private WebResponse notFound(WebRequest request, String reason) {
    witness.refused(request, 404, reason);
    return WebResponse.text(404, reason);
  }
}
