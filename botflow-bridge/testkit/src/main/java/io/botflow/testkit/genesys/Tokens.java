// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Caller;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Issues access tokens to OAuth clients and to the users they act for, and checks them. */
final class Tokens {
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  private final Settings settings;
  private final Traffic traffic;
  private final Map<String, OauthClient> clients = new ConcurrentHashMap<>();
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  private record OauthClient(String secret, Caller caller) {}

  private record Grant(Caller caller, Instant expiry) {}

  Tokens(Settings settings, Traffic traffic) {
    this.settings = settings;
    this.traffic = traffic;
    add(settings.clientSecret(), new Caller(settings.clientId(), null, null));
  }

  void add(String secret, Caller caller) {
    clients.put(caller.clientId(), new OauthClient(secret, caller));
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
    OauthClient client = credentials.length == 2 ? clients.get(credentials[0]) : null;
    if (client == null) {
      return refusal(400, "invalid_client", "client not found");
    }
    if (!credentials[1].equals(client.secret())) {
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
    ObjectNode body = Json.object();
    body.put("access_token", issue(client.caller()));
    body.put("token_type", "bearer");
    // Captured answers name one second less than the configured life.
    body.put("expires_in", Math.max(1, settings.tokenLifetime().toSeconds() - 1));
    return WebResponse.json(200, Json.text(body)).withHeader("Cache-Control", "no-store");
  }

  String issue(Caller caller) {
    String token = Ids.token();
    grants.put(token, new Grant(caller, settings.clock().instant().plus(settings.tokenLifetime())));
    return token;
  }

  Caller require(Optional<String> authorization) {
    if (authorization.isEmpty()
        || !authorization.get().regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw new ApiError(
          401,
          "authentication.required",
          "No authentication bearer token specified in authorization header.");
    }
    Grant grant = grants.get(authorization.get().substring(BEARER.length()));
    if (grant == null) {
      throw new ApiError(401, "bad.credentials", "Invalid login credentials.");
    }
    if (!settings.clock().instant().isBefore(grant.expiry())) {
      throw new ApiError(401, "credentials.expired", "The supplied credentials have expired.");
    }
    return grant.caller();
  }

  void revokeAll() {
    grants.clear();
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
