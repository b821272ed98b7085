// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.profile.Profile;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A validated body that creates or changes an integration; null is what it says nothing of. What
 * only the platform may write is ignored.
 */
record IntegrationRequest(
    String name,
    @Nullable URI webhookUri,
    @Nullable String secret,
    @Nullable Map<String, String> webhookHeaders,
    @Nullable Profile<SupportedContent> content,
    @Nullable Profile<MessagingSetting> setting) {
  static final int SHORTEST_SECRET = 16;
  private static final String URL = "outboundNotificationWebhookUrl";
  private static final String SECRET = "outboundNotificationWebhookSignatureSecretToken";

  static IntegrationRequest creation(JsonView body, Organisation organisation) {
    for (String required : List.of("name", URL, SECRET)) {
      body.nonEmpty(required);
    }
    return change(body, organisation);
  }

  static IntegrationRequest change(JsonView body, Organisation organisation) {
    return new IntegrationRequest(
        body.nonEmpty("name"),
        body.has(URL) ? url(body, organisation.configurationApi().webhooksOnPort443Only()) : null,
        body.has(SECRET) ? secret(body) : null,
        body.has("webhookHeaders") ? headers(body) : null,
        organisation.contents().referred(body, "supportedContent"),
        organisation.settings().referred(body, "messagingSetting"));
  }

  private static URI url(JsonView body, boolean port443Only) {
    try {
      URI uri = new URI(body.text(URL));
      List<String> schemes = port443Only ? List.of("https") : List.of("http", "https");
      boolean portFits = !port443Only || uri.getPort() == -1 || uri.getPort() == 443;
      if (uri.getHost() != null && schemes.contains(uri.getScheme()) && portFits) {
        return uri;
      }
    } catch (URISyntaxException notAnAddress) {
      // Refused below, like an address without a host.
    }
    throw InvalidBodyException.of(
        body.path(URL)
            + (port443Only
                ? " should be an https URL on port 443"
                : " should be an http or https URL"));
  }

  private static String secret(JsonView body) {
    String secret = body.text(SECRET);
    if (secret.length() < SHORTEST_SECRET) {
      throw InvalidBodyException.of(
          body.path(SECRET) + " should be longer than " + (SHORTEST_SECRET - 1) + " characters");
    }
    return secret;
  }

  private static Map<String, String> headers(JsonView body) {
    Map<String, String> headers = body.texts("webhookHeaders");
    headers.forEach(
        (name, value) -> {
          try {
            requireSendable(name, value);
          } catch (IllegalArgumentException refused) {
            throw InvalidBodyException.of(
                body.path("webhookHeaders") + "." + name + " should be a header that can be sent");
          }
        });
    return headers;
  }

  /** Checks what the JDK's client would refuse only when the webhook is sent. */
  static void requireSendable(String header, String value) {
    HttpRequest.newBuilder().setHeader(header, value);
  }
}
