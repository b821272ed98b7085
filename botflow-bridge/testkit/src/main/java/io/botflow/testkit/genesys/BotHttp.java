// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;

/** Requests to a bot's provider, with the headers that Genesys Cloud sends. */
final class BotHttp {
  private static final int MAX_ANSWER_BYTES = 4 << 20;

  private final TimedHttp http;
  private final Traffic traffic;
  private final String target;
  private final Map<String, String> credentials;

  BotHttp(TimedHttp http, Traffic traffic, String target, Map<String, String> credentials) {
    this.http = http;
    this.traffic = traffic;
    this.target = target;
    this.credentials = credentials;
  }

  TimedHttp.Answer get(URI uri, Duration timeout) throws IOException {
    TimedHttp.Answer answer = http.send(request(uri).GET(), timeout, MAX_ANSWER_BYTES);
    traffic.report(
        TrafficEvent.Kind.BOT_LIST, Traffic.GENESYS, target, null, null, answer.status(), "pulled");
    return answer;
  }

  TimedHttp.Answer post(URI uri, byte[] body, String conversationId, Duration timeout)
      throws IOException {
    int status = -1;
    try {
      HttpRequest.Builder request =
          request(uri)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body));
      TimedHttp.Answer answer = http.send(request, timeout, MAX_ANSWER_BYTES);
      status = answer.status();
      return answer;
    } finally {
      traffic.report(
          TrafficEvent.Kind.BOT_CALL, Traffic.GENESYS, target, conversationId, null, status, "");
    }
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "application/json")
            .header("User-Agent", "genesys-cloud-simulator")
            .header("inin-correlation-id", Ids.uuid());
    credentials.forEach(request::setHeader);
    return request;
  }
}
