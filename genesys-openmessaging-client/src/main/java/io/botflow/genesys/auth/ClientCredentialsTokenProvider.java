// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.auth;

import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.TransportException;
import io.botflow.genesys.internal.http.HttpTransport;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens of an OAuth client-credentials client. A token is kept until shortly before it runs out;
 * however many threads need a new one, one request is made and all share its outcome. While the old
 * token is still valid, only one thread refreshes and the others go on with the old one.
 * Thread-safe.
 *
 * <p>Mirrors {@code POST https://login.<region>/oauth/token}; this grant has no refresh token.
 *
 * @see <a
 *     href="https://developer.genesys.cloud/authorization/platform-auth/use-client-credentials">Client
 *     credentials grant</a>
 */
public final class ClientCredentialsTokenProvider implements AccessTokenProvider {
  private static final Logger log = LoggerFactory.getLogger(ClientCredentialsTokenProvider.class);

  private final TokenEndpoint endpoint;
  private final Clock clock;
  private final Duration refreshBefore;
  private final AtomicReference<CompletableFuture<IssuedToken>> refresh = new AtomicReference<>();
  private final AtomicReference<IssuedToken> current = new AtomicReference<>();

  private ClientCredentialsTokenProvider(TokenEndpoint endpoint, Builder settings) {
    this.endpoint = endpoint;
    this.clock = settings.clock;
    this.refreshBefore = settings.refreshBefore;
  }

  /**
   * Starts a provider.
   *
   * @param loginUri the login host, for example {@code https://login.mypurecloud.de}
   * @param clientId the id of the OAuth client
   * @param clientSecret its secret
   * @return a builder
   */
  public static Builder builder(URI loginUri, String clientId, String clientSecret) {
    return new Builder(loginUri, clientId, clientSecret);
  }

  @Override
  public AccessToken token() {
    IssuedToken known = current.get();
    if (known == null || !clock.instant().isBefore(known.token().expiresAt())) {
      return awaitRefresh();
    }
    if (!clock.instant().isBefore(known.refreshAt())) {
      return refreshEarly(known);
    }
    return known.token();
  }

  @Override
  public void invalidate(AccessToken rejected) {
    IssuedToken known = current.get();
    if (known != null && known.token().value().equals(rejected.value())) {
      current.compareAndSet(known, null);
    }
  }

  /** The first thread asks; the others wait for its outcome, good or bad. */
  private AccessToken awaitRefresh() {
    while (true) {
      CompletableFuture<IssuedToken> mine = new CompletableFuture<>();
      CompletableFuture<IssuedToken> running = refresh.compareAndExchange(null, mine);
      if (running == null) {
        return lead(mine).token();
      }
      try {
        AccessToken issued = running.join().token();
        IssuedToken known = current.get();
        if (known != null && known.token().value().equals(issued.value())) {
          return issued;
        }
        // It was refused meanwhile, and its leader is about to make way for the next one.
        Thread.onSpinWait();
      } catch (CompletionException e) {
        if (!interruptedElsewhere(e.getCause())) {
          throw e.getCause() instanceof GenesysException failure ? failure : e;
        }
      }
    }
  }

  /** Another thread's interruption is no verdict about the token endpoint. */
  private static boolean interruptedElsewhere(@Nullable Throwable failure) {
    return failure instanceof TransportException
        && failure.getCause() instanceof InterruptedException;
  }

  private AccessToken refreshEarly(IssuedToken known) {
    CompletableFuture<IssuedToken> mine = new CompletableFuture<>();
    if (!refresh.compareAndSet(null, mine)) {
      return known.token();
    }
    try {
      return lead(mine).token();
    } catch (GenesysException e) {
      log.warn(
          "The access token could not be renewed early and is used on until {}: {}",
          known.token().expiresAt(),
          e.getMessage());
      current.compareAndSet(known, known.refreshLater(clock.instant()));
      return known.token();
    }
  }

  private IssuedToken lead(CompletableFuture<IssuedToken> mine) {
    try {
      IssuedToken issued = alreadyRefreshed();
      if (issued == null) {
        issued = endpoint.request(clock, refreshBefore);
        current.set(issued);
      }
      mine.complete(issued);
      return issued;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      refresh.set(null);
    }
  }

  /** Between a thread's look at the cache and its turn, another one may have refreshed. */
  @Nullable
  private IssuedToken alreadyRefreshed() {
    IssuedToken known = current.get();
    return known != null && clock.instant().isBefore(known.refreshAt()) ? known : null;
  }

  @Override
  public String toString() {
    return "ClientCredentialsTokenProvider[" + endpoint + ", clientSecret=***]";
  }

  /** Settings of the provider. Not thread-safe. */
  public static final class Builder {
    private final URI loginUri;
    private final String clientId;
    private final String clientSecret;
    private Clock clock = Clock.systemUTC();
    private Duration refreshBefore = Duration.ofMinutes(1);
    private Duration requestTimeout = Duration.ofSeconds(30);
    @Nullable private HttpClient httpClient;

    private Builder(URI loginUri, String clientId, String clientSecret) {
      this.loginUri = Objects.requireNonNull(loginUri, "loginUri");
      this.clientId = Objects.requireNonNull(clientId, "clientId");
      this.clientSecret = Objects.requireNonNull(clientSecret, "clientSecret");
    }

    /**
     * Sets the HTTP client. Default: one of its own with a connect timeout of 10 s.
     *
     * @param httpClient must not follow redirects
     * @return this builder
     */
    public Builder httpClient(HttpClient httpClient) {
      this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
      return this;
    }

    /**
     * Sets the clock that decides when a token runs out. Default: the system's.
     *
     * @param clock the clock
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Sets how long before its end a token is renewed. Default: 1 minute. Tokens that live shorter
     * than twice this time are renewed at half their life.
     *
     * @param refreshBefore zero or more
     * @return this builder
     */
    public Builder refreshBefore(Duration refreshBefore) {
      this.refreshBefore = Objects.requireNonNull(refreshBefore, "refreshBefore");
      return this;
    }

    /**
     * Sets the time limit of a token request. Default: 30 s.
     *
     * @param requestTimeout more than zero
     * @return this builder
     */
    public Builder requestTimeout(Duration requestTimeout) {
      this.requestTimeout = Objects.requireNonNull(requestTimeout, "requestTimeout");
      return this;
    }

    /**
     * Builds the provider; no request is made yet.
     *
     * @return the provider
     * @throws IllegalArgumentException if a setting is wrong; the message names it
     */
    public ClientCredentialsTokenProvider build() {
      if (refreshBefore.isNegative()) {
        throw new IllegalArgumentException("refreshBefore: must not be negative");
      }
      HttpTransport transport = HttpTransport.of(httpClient, requestTimeout);
      TokenEndpoint endpoint = TokenEndpoint.of(loginUri, clientId, clientSecret, transport);
      return new ClientCredentialsTokenProvider(endpoint, this);
    }

    @Override
    public String toString() {
      return "ClientCredentialsTokenProvider.Builder[" + loginUri + ", clientSecret=***]";
    }
  }
}
