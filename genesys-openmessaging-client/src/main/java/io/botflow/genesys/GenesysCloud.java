// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys;

import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.auth.ClientCredentialsTokenProvider;
import io.botflow.genesys.botconnector.BotConnector;
import io.botflow.genesys.internal.ApiClient;
import io.botflow.genesys.internal.HttpBotConnector;
import io.botflow.genesys.internal.HttpOpenMessaging;
import io.botflow.genesys.internal.http.HttpTransport;
import io.botflow.genesys.openmessaging.OpenMessaging;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.Nullable;

/**
 * A connection to one Genesys Cloud organisation, for one OAuth client. Thread-safe; keep one for
 * the life of the application.
 *
 * <pre>{@code
 * try (var genesys = GenesysCloud.builder(Region.EU_CENTRAL_1).clientCredentials(id, secret).build()) {
 *   SentMessage sent =
 *       genesys.openMessaging(integrationId).send(InboundMessage.text(Customer.of("4711"), "Hello"));
 * }
 * }</pre>
 *
 * <p>Calls block, and are made once: nothing is repeated, except a call whose token was refused,
 * once, with a new token. Idle connections are kept by {@code java.net.http} for 20 minutes on JDK
 * 17; an application that talks through a proxy which closes them earlier should start its JVM with
 * {@code -Djdk.httpclient.keepalive.timeout=<seconds>}. A request that met such a dead connection
 * fails with a {@link io.botflow.genesys.error.TransportException} of unknown delivery.
 */
public final class GenesysCloud implements AutoCloseable {
  private final Region region;
  private final ApiClient api;
  private final AtomicBoolean closed = new AtomicBoolean();
  @Nullable private final HttpClient ownClient;

  private GenesysCloud(Region region, ApiClient api, @Nullable HttpClient ownClient) {
    this.region = region;
    this.api = api;
    this.ownClient = ownClient;
  }

  /**
   * Starts a connection.
   *
   * @param region where the organisation lives
   * @return a builder
   */
  public static Builder builder(Region region) {
    return new Builder(region);
  }

  /**
   * The customer's side of an Open Messaging integration. Cheap; makes no call.
   *
   * @param integrationId the id of the integration
   * @return the integration
   * @throws IllegalArgumentException if the id is empty
   * @throws IllegalStateException if this connection is closed
   */
  public OpenMessaging openMessaging(String integrationId) {
    return new HttpOpenMessaging(open(), integrationId);
  }

  /**
   * The bot list of a Bot Connector integration. Cheap; makes no call.
   *
   * @param integrationId the id of the integration
   * @return the integration
   * @throws IllegalArgumentException if the id is empty
   * @throws IllegalStateException if this connection is closed
   */
  public BotConnector botConnector(String integrationId) {
    return new HttpBotConnector(open(), integrationId);
  }

  private ApiClient open() {
    if (closed.get()) {
      throw new IllegalStateException("this GenesysCloud is closed");
    }
    return api;
  }

  /**
   * Lets go of the connections. A client that was passed in stays open. On JDK 21 and later this
   * waits for calls under way; before, they run to their end.
   */
  @Override
  public void close() {
    // From JDK 21 on an HttpClient is AutoCloseable; on 17 it ends when nothing refers to it.
    if (closed.compareAndSet(false, true) && ownClient instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("the HTTP client could not be closed", e);
      }
    }
  }

  @Override
  public String toString() {
    return "GenesysCloud[" + region.apiUri() + "]";
  }

  /** Settings of a connection. Not thread-safe. */
  public static final class Builder {
    private final Region region;
    private Clock clock = Clock.systemUTC();
    private Duration requestTimeout = Duration.ofSeconds(30);
    @Nullable private String clientId;
    @Nullable private String clientSecret;
    @Nullable private AccessTokenProvider accessTokens;
    @Nullable private HttpClient httpClient;

    private Builder(Region region) {
      this.region = Objects.requireNonNull(region, "region");
    }

    /**
     * Sets the OAuth client. Its roles need the permissions of the calls made.
     *
     * @param clientId the id of the client
     * @param clientSecret its secret
     * @return this builder
     */
    public Builder clientCredentials(String clientId, String clientSecret) {
      this.clientId = Objects.requireNonNull(clientId, "clientId");
      this.clientSecret = Objects.requireNonNull(clientSecret, "clientSecret");
      return this;
    }

    /**
     * Sets another source of tokens, instead of {@link #clientCredentials}.
     *
     * @param accessTokens the source
     * @return this builder
     */
    public Builder accessTokens(AccessTokenProvider accessTokens) {
      this.accessTokens = Objects.requireNonNull(accessTokens, "accessTokens");
      return this;
    }

    /**
     * Sets the HTTP client. Default: one of its own with HTTP/1.1 and a connect timeout of 10 s.
     * Its executor decides its speed under load: a direct executor or a small fixed pool serves
     * blocking calls far better than the default one.
     *
     * @param httpClient must not follow redirects
     * @return this builder
     */
    public Builder httpClient(HttpClient httpClient) {
      this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
      return this;
    }

    /**
     * Sets the clock. Default: the system's.
     *
     * @param clock the clock
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Sets the time limit of one exchange, from sending to the end of the answer. Default: 30 s.
     *
     * @param requestTimeout more than zero
     * @return this builder
     */
    public Builder requestTimeout(Duration requestTimeout) {
      this.requestTimeout = Objects.requireNonNull(requestTimeout, "requestTimeout");
      return this;
    }

    /**
     * Builds the connection; no request is made yet.
     *
     * @return the connection
     * @throws IllegalArgumentException if a setting is missing or wrong; the message names it
     */
    public GenesysCloud build() {
      HttpClient own = null;
      HttpClient client = httpClient;
      if (client == null) {
        own = HttpTransport.newClient(HttpTransport.DEFAULT_CONNECT_TIMEOUT);
        client = own;
      }
      HttpTransport transport = HttpTransport.of(client, requestTimeout);
      ApiClient api = new ApiClient(region.apiUri(), transport, tokens(client), clock);
      return new GenesysCloud(region, api, own);
    }

    private AccessTokenProvider tokens(HttpClient client) {
      if (accessTokens != null && clientId != null) {
        throw new IllegalArgumentException(
            "accessTokens: set either this or clientCredentials, not both");
      }
      if (accessTokens != null) {
        return accessTokens;
      }
      if (clientId == null || clientSecret == null) {
        throw new IllegalArgumentException(
            "clientCredentials: set the id and secret of an OAuth client, or accessTokens");
      }
      return ClientCredentialsTokenProvider.builder(region.loginUri(), clientId, clientSecret)
          .httpClient(client)
          .clock(clock)
          .requestTimeout(requestTimeout)
          .build();
    }

    @Override
    public String toString() {
      return "GenesysCloud.Builder[" + region.apiUri() + ", clientSecret=***]";
    }
  }
}
