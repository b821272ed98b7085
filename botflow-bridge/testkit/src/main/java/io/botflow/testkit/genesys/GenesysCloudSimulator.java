// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Caller;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A Genesys Cloud on loopback: it answers the platform's API over real HTTP, runs message flows
 * that call real bots, sends signed webhooks, seats agents at a desk, and keeps the record of each
 * conversation.
 *
 * <pre>{@code
 * try (var genesys = GenesysCloudSimulator.builder().start()) {
 *   var integration = genesys.createOpenIntegration("Telegram", webhook, "a-secret-of-20-chars");
 *   integration.publish(MessageFlow.transferTo("Support"));
 *   // the client under test talks to genesys.apiUri() and genesys.loginUri()
 *   var conversation = genesys.agent("Olena").onQueue("Support").awaitConversation(ofSeconds(5));
 *   conversation.accept().sendText("Hello");
 * }
 * }</pre>
 *
 * <p>It knows nothing of the client that it judges. Thread-safe.
 */
public final class GenesysCloudSimulator implements AutoCloseable {
  private final Platform platform;

  GenesysCloudSimulator(Settings settings) {
    this.platform = new Platform(settings);
  }

  /**
   * Starts to set a simulator up.
   *
   * @return a builder with defaults
   */
  public static GenesysCloudSimulatorBuilder builder() {
    return new GenesysCloudSimulatorBuilder();
  }

  /**
   * The base of the platform API.
   *
   * @return a loopback address without a path; under TLS the host is {@code api.} and the domain,
   *     which the client must resolve to loopback
   */
  public URI apiUri() {
    return platform.address.uri("api");
  }

  /**
   * The base of the login service, at which {@code /oauth/token} is.
   *
   * @return the same address as {@link #apiUri()}; under TLS the host is {@code login.} and the
   *     domain
   */
  public URI loginUri() {
    return platform.address.uri("login");
  }

  /**
   * The certificate to trust, made at the start.
   *
   * @return the certificate, or empty without TLS
   */
  public Optional<Certificate> certificate() {
    return platform.address.certificate();
  }

  /**
   * The id of the OAuth client that may do everything.
   *
   * @return the client id
   */
  public String clientId() {
    return platform.settings.clientId();
  }

  /**
   * The secret of the OAuth client that may do everything.
   *
   * @return the client secret
   */
  public String clientSecret() {
    return platform.settings.clientSecret();
  }

  /**
   * Adds an OAuth client that may do only what it is granted; whatever else it calls gets 403.
   *
   * @param id the client id
   * @param secret the client secret
   * @param permissions what it may do, for example {@code conversation:message:receive}
   */
  public void addClient(String id, String secret, Set<String> permissions) {
    platform.tokens.add(
        Objects.requireNonNull(secret, "secret"), new Caller(id, null, permissions));
  }

  /**
   * Creates an open messaging integration.
   *
   * @param name its name
   * @param webhookUri where outbound messages go
   * @param secret what signs the webhooks, longer than 15 characters
   * @return the integration, active at once
   */
  public OpenIntegration createOpenIntegration(String name, URI webhookUri, String secret) {
    return platform.organisation.create(name, webhookUri, secret);
  }

  /**
   * Creates an open messaging integration whose webhook address is set later; until then outbound
   * messages fail.
   *
   * @param name its name
   * @param secret what signs the webhooks, longer than 15 characters
   * @return the integration, active at once
   */
  public OpenIntegration createOpenIntegration(String name, String secret) {
    return platform.organisation.create(name, null, secret);
  }

  /**
   * The integrations that tests and the API created and nobody deleted.
   *
   * @return a snapshot in order of creation
   */
  public List<OpenIntegration> integrations() {
    return platform.organisation.integrations().all();
  }

  /**
   * Adds a message flow to the organisation, to be attached to an integration's recipient over the
   * API.
   *
   * @param name its name
   * @param flow the flow
   * @return the flow with its id
   * @throws IllegalStateException as {@link OpenIntegration#publish}
   */
  public DefinedFlow defineFlow(String name, MessageFlow flow) {
    return platform.organisation.flows().define(name, flow);
  }

  /**
   * Creates a classic (v1) bot connector, to which a bot list is then pushed over the API.
   *
   * @param name its name
   * @return the connector
   */
  public BotConnector createBotConnector(String name) {
    return platform.bots.add(new BotConnector(name));
  }

  /**
   * Creates a digital (v2) bot connector.
   *
   * @param name its name
   * @param baseUri the address to which {@code /bots} and {@code /messages} are appended
   * @return the connector
   */
  public DigitalBotConnector createDigitalBotConnector(String name, URI baseUri) {
    return platform.bots.add(new DigitalBotConnector(name, baseUri));
  }

  /**
   * The agent of this name, seated on first use.
   *
   * @param name the agent's name
   * @return the same agent for the same name
   */
  public Agent agent(String name) {
    return platform.desk.agent(name);
  }

  /**
   * The queue of this name, there from its first mention.
   *
   * @param name the queue's name
   * @return the same queue for the same name
   */
  public AgentQueue queue(String name) {
    return platform.queues.named(name);
  }

  /**
   * The record of one conversation.
   *
   * @param id the conversation's id
   * @return a snapshot, or empty when there is none
   */
  public Optional<ConversationRecord> conversation(String id) {
    return platform.conversations.record(id);
  }

  /**
   * The records of all conversations.
   *
   * @return snapshots in order of their beginning
   */
  public List<ConversationRecord> conversations() {
    return platform.conversations.records();
  }

  /**
   * Waits until a conversation satisfies a condition.
   *
   * @param condition the condition on its record
   * @param timeout how long to wait at most
   * @return the first record that satisfies it
   * @throws AwaitTimeoutException if none does in time
   */
  public ConversationRecord awaitConversation(
      Predicate<ConversationRecord> condition, Duration timeout) {
    return platform.ledger.await(
        () -> conversations().stream().filter(condition).findFirst(),
        timeout,
        () -> "no conversation satisfied the condition; there are " + conversations());
  }

  /**
   * Has each hop reported.
   *
   * @param listener called on the simulator's threads, without order between threads; it must
   *     return soon
   */
  public void onTraffic(Consumer<TrafficEvent> listener) {
    platform.traffic.listen(listener);
  }

  /**
   * The requests to the platform's API so far, without their secrets.
   *
   * @return a snapshot in order of the answers
   */
  public List<RequestRecord> requests() {
    return platform.api.requests();
  }

  /**
   * The faults to script.
   *
   * @return the faults of this simulator
   */
  public Faults faults() {
    return platform.faults;
  }

  /** Makes every access token invalid: requests get 401 {@code bad.credentials} from now on. */
  public void revokeTokens() {
    platform.tokens.revokeAll();
  }

  /**
   * Stops the server and ends all threads; what was under way is dropped. The selector threads of
   * the JDK's HTTP client end when it is garbage collected.
   */
  @Override
  public void close() {
    platform.close();
  }
}
