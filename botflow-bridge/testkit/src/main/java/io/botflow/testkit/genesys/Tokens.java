// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Issues access tokens for the client credentials grant, and checks them. */
final class Tokens {
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  private final Settings settings;
  private final Traffic traffic;
  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

  Tokens(Settings settings, Traffic traffic) {
    this.settings = settings;
    this.traffic = traffic;
  }

  /** Answers {@code POST /oauth/token}, whose errors have a shape of their own. */
  WebResponse issue(WebRequest request) {
    WebResponse response = answer(request);
    traffic.report(
        TrafficEvent.Kind.TOKEN, "client", Traffic.GENESYS, null, null, response.status(), "");
    return response;
  }

  private WebResponse answer(WebRequest request) {
    if (!request.method().equals("POST")) {
      return refusal(405, "invalid_request", "only POST is allowed");
    }
    String[] credentials = credentials(request.header("Authorization").orElse(""));
    if (credentials.length != 2 || !credentials[0].equals(settings.clientId())) {
      return refusal(400, "invalid_client", "client not found");
    }
    if (!credentials[1].equals(settings.clientSecret())) {
      return refusal(401, "invalid_client", "authentication failed");
    }
    String form = new String(request.body(), StandardCharsets.UTF_8);
    boolean granted =
        Arrays.stream(form.split("&", -1))
            .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
            .anyMatch("grant_type=client_credentials"::equals);
    if (!granted) {
      return refusal(400, "unsupported_grant_type", "grant_type must be client_credentials");
    }
    String token = Ids.token();
    expiries.put(token, settings.clock().instant().plus(settings.tokenLifetime()));
    ObjectNode body = Json.object();
    body.put("access_token", token);
    body.put("token_type", "bearer");
    // Captured answers name one second less than the configured life.
    body.put("expires_in", Math.max(1, settings.tokenLifetime().toSeconds() - 1));
    return WebResponse.json(200, Json.text(body)).withHeader("Cache-Control", "no-store");
  }

  void require(Optional<String> authorization) {
    if (authorization.isEmpty()
        || !authorization.get().regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw new ApiError(
          401,
          "authentication.required",
          "No authentication bearer token specified in authorization header.");
    }
    Instant expiry = expiries.get(authorization.get().substring(BEARER.length()));
    if (expiry == null) {
      throw new ApiError(401, "bad.credentials", "Invalid login credentials.");
    }
    if (!settings.clock().instant().isBefore(expiry)) {
      throw new ApiError(401, "credentials.expired", "The supplied credentials have expired.");
    }
  }

  void revokeAll() {
    expiries.clear();
  }

  private static String[] credentials(String authorization) {
    if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return new String[0];
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      return new String(decoded, StandardCharsets.UTF_8).split(":", 2);
    } catch (IllegalArgumentException notBase64) {
      return new String[0];
    }
  }

  private static WebResponse refusal(int status, String error, String description) {
    ObjectNode body = Json.object();
    body.put("error", error);
    body.put("description", description);
    body.put("error_description", description);
    return WebResponse.json(status, Json.text(body));
  }
}
