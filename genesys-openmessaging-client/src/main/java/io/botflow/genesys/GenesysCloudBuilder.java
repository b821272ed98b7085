// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys;

import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.auth.ClientCredentialsTokenProvider;
import io.botflow.genesys.call.CallListener;
import io.botflow.genesys.call.RequestBudget;
import io.botflow.genesys.call.RetryPolicy;
import io.botflow.genesys.call.Sleeper;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.CallSettings;
import io.botflow.genesys.internal.http.HttpTransport;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import javax.annotation.Nullable;

/** Settings of a connection. Not thread-safe. */
public final class GenesysCloudBuilder {
  private final Region region;
  private Clock clock = Clock.systemUTC();
  private Sleeper sleeper = Sleeper.system();
  private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
  private Duration requestTimeout = Duration.ofSeconds(30);
  private RetryPolicy retries = RetryPolicy.defaults();
  private RequestBudget budget = RequestBudget.defaults();
  private CallListener listener = CallListener.none();
  @Nullable private String clientId;
  @Nullable private String clientSecret;
  @Nullable private AccessTokenProvider accessTokens;
  @Nullable private HttpClient httpClient;
  @Nullable private Executor executor;

  GenesysCloudBuilder(Region region) {
    this.region = Objects.requireNonNull(region, "region");
  }

  /**
   * Sets the OAuth client. Its roles need the permissions of the calls made.
   *
   * @param clientId the id of the client
   * @param clientSecret its secret
   * @return this builder
   */
  public GenesysCloudBuilder clientCredentials(String clientId, String clientSecret) {
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
  public GenesysCloudBuilder accessTokens(AccessTokenProvider accessTokens) {
    this.accessTokens = Objects.requireNonNull(accessTokens, "accessTokens");
    return this;
  }

  /**
   * Sets the HTTP client. Default: one of its own with HTTP/1.1 and a connect timeout of 10 s. Its
   * executor decides its speed under load: a direct executor or a small fixed pool serves blocking
   * calls far better than the default one.
   *
   * @param httpClient must not follow redirects
   * @return this builder
   */
  public GenesysCloudBuilder httpClient(HttpClient httpClient) {
    this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
    return this;
  }

  /**
   * Sets what runs the HTTP client's own work: reading answers off the network and handing them
   * over. It never blocks and takes microseconds, so by default it runs on the client's selector
   * thread, which is fastest for blocking calls. The calls themselves run on the threads that make
   * them.
   *
   * @param executor is not shut down with this connection
   * @return this builder
   */
  public GenesysCloudBuilder executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Sets the time limit of one exchange, from sending to the end of the answer. Default: 30 s.
   *
   * @param requestTimeout more than zero
   * @return this builder
   */
  public GenesysCloudBuilder requestTimeout(Duration requestTimeout) {
    this.requestTimeout = Objects.requireNonNull(requestTimeout, "requestTimeout");
    return this;
  }

  /**
   * Sets what is repeated and for how long. Default: {@link RetryPolicy#defaults()}, which is
   * modest.
   *
   * @param retries the policy; {@link RetryPolicy#none()} makes each call once
   * @return this builder
   */
  public GenesysCloudBuilder retries(RetryPolicy retries) {
    this.retries = Objects.requireNonNull(retries, "retries");
    return this;
  }

  /**
   * Sets how many requests a minute are made. Default: {@link RequestBudget#defaults()}, the limit
   * of an OAuth client that nothing else uses.
   *
   * @param budget the budget; {@link RequestBudget#unlimited()} sends each call at once
   * @return this builder
   */
  public GenesysCloudBuilder budget(RequestBudget budget) {
    this.budget = Objects.requireNonNull(budget, "budget");
    return this;
  }

  /**
   * Sets who is told about every attempt of every call. Default: nobody.
   *
   * @param listener thread-safe and quick
   * @return this builder
   */
  public GenesysCloudBuilder listener(CallListener listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Sets the clock. Default: the system's.
   *
   * @param clock the clock
   * @return this builder
   */
  public GenesysCloudBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets how threads wait before they repeat a call, and for their turn. Default: they sleep.
   *
   * @param sleeper moves the clock, if that one is not the system's
   * @return this builder
   */
  public GenesysCloudBuilder sleeper(Sleeper sleeper) {
    this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
    return this;
  }

  /**
   * Sets what the jitter of delays is made from. Default: {@link ThreadLocalRandom}.
   *
   * @param random thread-safe
   * @return this builder
   */
  public GenesysCloudBuilder random(RandomGenerator random) {
    this.random = Objects.requireNonNull(random, "random");
    return this;
  }

  /**
   * Builds the connection; no request is made yet.
   *
   * @return the connection
   * @throws IllegalArgumentException if a setting is missing or wrong; the message names it
   */
  public GenesysCloud build() {
    HttpClient client = httpClient;
    // From JDK 21 on an HttpClient is AutoCloseable; on 17 it ends when nothing refers to it.
    AutoCloseable owned = () -> {};
    if (client != null && executor != null) {
      throw new IllegalArgumentException(
          "executor: belongs to the httpClient that is set too; set it there");
    }
    if (client == null) {
      Executor work = executor == null ? Runnable::run : executor;
      client = HttpTransport.newClient(HttpTransport.DEFAULT_CONNECT_TIMEOUT, work);
      if (client instanceof AutoCloseable closeable) {
        owned = closeable;
      }
    }
    HttpTransport transport = HttpTransport.of(client, requestTimeout);
    CallSettings settings = new CallSettings(clock, sleeper, random, retries, budget, listener);
    ApiClient api = ApiClient.of(region.apiUri(), transport, tokens(client), settings);
    return GenesysCloud.of(region, api, owned);
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
    return "GenesysCloudBuilder[" + region.apiUri() + ", clientSecret=***]";
  }
}
