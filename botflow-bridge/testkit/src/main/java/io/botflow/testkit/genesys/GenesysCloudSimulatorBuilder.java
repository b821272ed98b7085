// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * The settings of a {@link GenesysCloudSimulator}; not thread-safe.
 *
 * <p>Where Genesys Cloud's behaviour is not documented the setting says so, and its default is a
 * declared guess.
 */
public final class GenesysCloudSimulatorBuilder {
  private Clock clock = Clock.systemUTC();
  private int port;
  private @Nullable String tlsDomain;
  private String clientId = "3fa0ad0c-5e5c-4b7e-9d67-2f6c1d0f8a11";
  private String clientSecret = "simulated-client-secret";
  private Duration tokenLifetime = Duration.ofDays(1);
  private int requestsPerMinute = 300;
  private String correlationHeader = "ININ-Correlation-Id";
  private Duration threadingWindow = Duration.ofDays(3);
  private Duration webhookTimeout = Duration.ofSeconds(10);
  private Duration webhookRetryDelay = Duration.ofSeconds(5);
  private int webhookRetries = 5;
  private boolean failedWebhookEndsConversation;
  private Duration mediaTimeout = Duration.ofSeconds(30);
  private int maxMediaBytes = 25 * 1024 * 1024;
  private String failureQueue = "Support";
  private InboundApiSettings inboundApi = InboundApiSettings.defaults();
  private ConfigurationApiSettings configurationApi = ConfigurationApiSettings.defaults();
  private ConversationApiSettings conversationApi = ConversationApiSettings.defaults();
  private BotConnectorApiSettings botConnectorApi = BotConnectorApiSettings.defaults();

  GenesysCloudSimulatorBuilder() {}

  /**
   * Sets the clock for time stamps, token expiry, the rate limit and the threading window. Waiting
   * itself (delays, timeouts) runs on real time.
   *
   * @param value the clock; the system's by default
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder clock(Clock value) {
    clock = Objects.requireNonNull(value, "clock");
    return this;
  }

  /**
   * Sets the port on loopback.
   *
   * @param value the port; 0, the default, takes a free one
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder port(int value) {
    port = value;
    return this;
  }

  /**
   * Serves the API at {@code https://api.}<i>domain</i> and the login at {@code
   * https://login.}<i>domain</i>, both on the one port, with a key made at the start; see {@link
   * GenesysCloudSimulator#certificate()}. Clients must resolve both names to loopback, for example
   * by {@code -Djdk.net.hosts.file}.
   *
   * @param domain what follows {@code api.}, for example {@code genesys.test}; plain HTTP by
   *     default
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder tls(String domain) {
    tlsDomain = Objects.requireNonNull(domain, "domain");
    return this;
  }

  /**
   * Sets the OAuth client that may do everything.
   *
   * @param id the client id
   * @param secret the client secret
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder client(String id, String secret) {
    clientId = Objects.requireNonNull(id, "id");
    clientSecret = Objects.requireNonNull(secret, "secret");
    return this;
  }

  /**
   * Sets how long an access token is valid.
   *
   * @param value 24 hours by default
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder tokenLifetime(Duration value) {
    tokenLifetime = positive(value, "tokenLifetime");
    return this;
  }

  /**
   * Sets the rate limit of the OAuth client: a bucket of so many requests that fills evenly within
   * a minute. The bucket's shape is a guess; documented are the count, the headers and the 429.
   *
   * @param value requests per minute, 300 by default
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder requestsPerMinute(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("requestsPerMinute must be at least 1, was " + value);
    }
    requestsPerMinute = value;
    return this;
  }

  /**
   * Switches the rate limit and its headers off.
   *
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder noRateLimit() {
    requestsPerMinute = 0;
    return this;
  }

  /**
   * Sets the header that carries the correlation id of an answer; newer parts of the platform are
   * said to use {@code Genesys-Correlation-Id}.
   *
   * @param name {@code ININ-Correlation-Id} by default
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder correlationHeader(String name) {
    correlationHeader = Objects.requireNonNull(name, "name");
    return this;
  }

  /**
   * Sets how long after its end a conversation is reopened by the customer's next message, until
   * the API's threading timeline says otherwise.
   *
   * @param value 72 hours by default; zero starts a new conversation each time
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder threadingWindow(Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException("threadingWindow must not be negative, was " + value);
    }
    threadingWindow = value;
    return this;
  }

  /**
   * Sets how long a webhook may take, the answer's body included.
   *
   * @param value 10 seconds by default
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder webhookTimeout(Duration value) {
    webhookTimeout = positive(value, "webhookTimeout");
    return this;
  }

  /**
   * Sets the retries of a webhook that timed out, met a broken connection, or got 429 or 5xx.
   *
   * @param retries how often it is repeated, 5 by default
   * @param delay the fixed delay before each, 5 seconds by default
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder webhookRetries(int retries, Duration delay) {
    if (retries < 0 || delay.isNegative()) {
      throw new IllegalArgumentException("webhookRetries must not be negative");
    }
    webhookRetries = retries;
    webhookRetryDelay = delay;
    return this;
  }

  /**
   * Sets whether a webhook that failed finally ends its conversation, as one user saw. Not
   * documented; off by default.
   *
   * @param value true to end the conversation
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder failedWebhookEndsConversation(boolean value) {
    failedWebhookEndsConversation = value;
    return this;
  }

  /**
   * Sets the bounds on fetching an attachment.
   *
   * @param maxBytes the largest file either way, 25 MiB by default
   * @param timeout how long a fetch may take, 30 seconds by default; not documented
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder media(int maxBytes, Duration timeout) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes must be at least 1, was " + maxBytes);
    }
    maxMediaBytes = maxBytes;
    mediaTimeout = positive(timeout, "timeout");
    return this;
  }

  /**
   * Sets the queue that the failure path of a message flow leads to, unless the flow names its own.
   *
   * @param queue the queue's name, {@code Support} by default
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder failureQueue(String queue) {
    failureQueue = Objects.requireNonNull(queue, "queue");
    return this;
  }

  /**
   * Sets what the inbound calls do where it is not documented.
   *
   * @param value {@link InboundApiSettings#defaults()} by default
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder inboundApi(InboundApiSettings value) {
    inboundApi = Objects.requireNonNull(value, "inboundApi");
    return this;
  }

  /**
   * Sets what the calls for the configuration do where it is not documented.
   *
   * @param value {@link ConfigurationApiSettings#defaults()} by default
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder configurationApi(ConfigurationApiSettings value) {
    configurationApi = Objects.requireNonNull(value, "configurationApi");
    return this;
  }

  /**
   * Sets what the calls for conversations, outbound messages and media do where it is not
   * documented.
   *
   * @param value {@link ConversationApiSettings#defaults()} by default
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder conversationApi(ConversationApiSettings value) {
    conversationApi = Objects.requireNonNull(value, "conversationApi");
    return this;
  }

  /**
   * Sets what the calls of the Bot Connector do where it is not documented.
   *
   * @param value {@link BotConnectorApiSettings#defaults()} by default
   * @return this builder
   */
  public GenesysCloudSimulatorBuilder botConnectorApi(BotConnectorApiSettings value) {
    botConnectorApi = Objects.requireNonNull(value, "botConnectorApi");
    return this;
  }

  /**
   * Starts a simulator with these settings.
   *
   * @return the running simulator; close it to free its port and end its threads
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public GenesysCloudSimulator start() {
    return new GenesysCloudSimulator(
        new Settings(
            clock,
            port,
            tlsDomain,
            clientId,
            clientSecret,
            tokenLifetime,
            requestsPerMinute,
            correlationHeader,
            threadingWindow,
            webhookTimeout,
            webhookRetryDelay,
            webhookRetries,
            failedWebhookEndsConversation,
            mediaTimeout,
            maxMediaBytes,
            failureQueue,
            inboundApi,
            configurationApi,
            conversationApi,
            botConnectorApi));
  }

  private static Duration positive(Duration value, String name) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
    return value;
  }
}
