// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.auth;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.error.ErrorContext;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.internal.http.BaseUri;
import io.botflow.genesys.internal.http.ErrorReplies;
import io.botflow.genesys.internal.http.HttpReply;
import io.botflow.genesys.internal.http.HttpTransport;
import io.botflow.genesys.internal.json.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.annotation.Nullable;

/** The login host's token endpoint, for one OAuth client. */
final class TokenEndpoint {
  private static final String REQUEST = "POST /oauth/token";

  /** The shortest life that an OAuth client can be given; assumed when none is told. */
  private static final Duration LEAST_LIFE = Duration.ofMinutes(5);

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Grant(
      @JsonProperty("access_token") @Nullable String accessToken,
      @JsonProperty("expires_in") @Nullable Long expiresIn) {}

  private final URI uri;
  private final String clientSecret;
  private final String authorization;
  private final HttpTransport transport;

  private TokenEndpoint(
      URI uri, String clientSecret, String authorization, HttpTransport transport) {
    this.uri = uri;
    this.clientSecret = clientSecret;
    this.authorization = authorization;
    this.transport = transport;
  }

  static TokenEndpoint of(
      URI loginUri, String clientId, String clientSecret, HttpTransport transport) {
    if (clientId.isBlank() || clientId.indexOf(':') >= 0) {
      throw new IllegalArgumentException("clientId: is required and must not contain a colon");
    }
    if (clientSecret.isBlank()) {
      throw new IllegalArgumentException("clientSecret: is required");
    }
    byte[] pair = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
    return new TokenEndpoint(
        BaseUri.of("loginUri", loginUri).resolve("/oauth/token"),
        clientSecret,
        "Basic " + Base64.getEncoder().encodeToString(pair),
        transport);
  }

  /** Asks for a token, once. */
  IssuedToken request(Clock clock, Duration refreshBefore) {
    HttpReply reply =
        transport.exchange(
            HttpRequest.newBuilder(uri)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    if (!reply.successful()) {
      throw ErrorReplies.tokenException(REQUEST, reply, clock.instant(), clientSecret);
    }
    Grant grant = read(reply);
    String token = grant.accessToken();
    if (token == null || token.isBlank()) {
      throw unreadable(reply, "the response has no access_token");
    }
    Long seconds = grant.expiresIn();
    Duration life = seconds != null && seconds > 0 ? Duration.ofSeconds(seconds) : LEAST_LIFE;
    return IssuedToken.of(token, clock.instant(), life, refreshBefore);
  }

  private static Grant read(HttpReply reply) {
    try {
      Grant grant = WireJson.read(reply.body(), Grant.class);
      if (grant != null) {
        return grant;
      }
    } catch (IOException e) {
      // Jackson's message quotes the body, and the body may hold a token: it must not become a
      // cause.
    }
    throw unreadable(reply, "the response is not a JSON object");
  }

  private static UnexpectedResponseException unreadable(HttpReply reply, String detail) {
    return new UnexpectedResponseException(
        new ErrorContext(REQUEST, reply.status(), null, detail, ErrorReplies.correlationId(reply)),
        null);
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
