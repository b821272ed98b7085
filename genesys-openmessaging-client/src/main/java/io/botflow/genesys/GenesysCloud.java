// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys;

import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.botconnector.BotConnector;
import io.botflow.genesys.botconnector.v2.DigitalBotConnector;
import io.botflow.genesys.call.CallListener;
import io.botflow.genesys.configuration.Configuration;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.conversations.Conversations;
import io.botflow.genesys.internal.HttpBotConnector;
import io.botflow.genesys.internal.HttpCatchAllMessaging;
import io.botflow.genesys.internal.HttpConfiguration;
import io.botflow.genesys.internal.HttpConversations;
import io.botflow.genesys.internal.HttpDigitalBotConnector;
import io.botflow.genesys.internal.HttpOpenMessaging;
import io.botflow.genesys.internal.HttpOutbound;
import io.botflow.genesys.internal.HttpTextBots;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.media.Download;
import io.botflow.genesys.media.DownloadLimits;
import io.botflow.genesys.openmessaging.CatchAllMessaging;
import io.botflow.genesys.openmessaging.OpenMessaging;
import io.botflow.genesys.outbound.Outbound;
import io.botflow.genesys.textbots.TextBots;
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
 * <p>Calls block. A call whose token was refused is made again once, with a new token. A call that
 * failed for a passing reason is repeated as {@link GenesysCloudBuilder#retries} says, where that
 * is safe; calls beyond {@link GenesysCloudBuilder#budget} wait for their turn. {@link #direct()}
 * gives the same connection without either.
 *
 * <p>Idle connections are kept by {@code java.net.http} for 20 minutes on JDK 17, which is longer
 * than far sides and proxies do: start the JVM with {@code -Djdk.httpclient.keepalive.timeout=30}
 * (seconds; for the whole JVM, which is why no library sets it). A request that meets a connection
 * which was closed on the other side is repeated where that is safe; else it fails with a {@link
 * io.botflow.genesys.error.TransportException} that says whether it can have arrived.
 */
public final class GenesysCloud implements AutoCloseable {
  private final Region region;
  private final ApiClient api;
  private final AtomicBoolean closed;

  /** What to close at the end; null for a client of the caller, and for a view. */
  @Nullable private final AutoCloseable owned;

  private GenesysCloud(
      Region region, ApiClient api, AtomicBoolean closed, @Nullable AutoCloseable owned) {
    this.region = region;
    this.api = api;
    this.closed = closed;
    this.owned = owned;
  }

  static GenesysCloud of(Region region, ApiClient api, AutoCloseable owned) {
    return new GenesysCloud(region, api, new AtomicBoolean(), owned);
  }

  /**
   * Starts a connection.
   *
   * @param region where the organisation lives
   * @return a builder
   */
  public static GenesysCloudBuilder builder(Region region) {
    return new GenesysCloudBuilder(region);
  }

  /**
   * The same connection, making each call once and at once: for callers that keep a queue and pace
   * and repeat by themselves. Closing it has no effect; it ends with the original.
   *
   * @return a view without retries and without a budget
   */
  public GenesysCloud direct() {
    return direct(CallListener.none());
  }

  /**
   * The same as {@link #direct()}, with one more listener.
   *
   * @param listener is told about each attempt made through this view, after the connection's own
   * @return a view without retries and without a budget
   */
  public GenesysCloud direct(CallListener listener) {
    Objects.requireNonNull(listener, "listener");
    return new GenesysCloud(region, api.direct(listener), closed, null);
  }

  /**
   * The same connection with other credentials, for example those of an agent, whose messages need
   * a user's token. It has a budget of its own, since the far side counts by token. Closing it has
   * no effect; it ends with the original.
   *
   * @param accessTokens where the tokens come from
   * @return a view with those credentials
   */
  public GenesysCloud actingAs(AccessTokenProvider accessTokens) {
    Objects.requireNonNull(accessTokens, "accessTokens");
    return new GenesysCloud(region, api.with(accessTokens), closed, null);
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
   * The customer's side over the one endpoint that all integrations shared, for organisations that
   * cannot leave it yet. It is deprecated since April 2024 and reported to be removed in October
   * 2026; nothing in this library uses it unasked. Cheap; makes no call.
   *
   * @param integrationId the id of the integration
   * @return the integration
   * @throws IllegalArgumentException if the id is empty
   * @throws IllegalStateException if this connection is closed
   */
  public CatchAllMessaging catchAllMessaging(String integrationId) {
    return new HttpCatchAllMessaging(open(), integrationId);
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

  /**
   * The Digital Bot Connector: its bots as Genesys Cloud knows them, and messages that bots send
   * without being asked. Cheap; makes no call.
   *
   * @return the connector
   * @throws IllegalStateException if this connection is closed
   */
  public DigitalBotConnector digitalBotConnector() {
    return new HttpDigitalBotConnector(open());
  }

  /**
   * Text bots, to be talked to without a flow. Cheap; makes no call.
   *
   * @return the bots
   * @throws IllegalStateException if this connection is closed
   */
  public TextBots textBots() {
    return new HttpTextBots(open());
  }

  /**
   * The conversations of the organisation. Cheap; makes no call.
   *
   * @return the conversations
   * @throws IllegalStateException if this connection is closed
   */
  public Conversations conversations() {
    return new HttpConversations(open());
  }

  /**
   * Messages and conversations that start on the organisation's side. Cheap; makes no call.
   *
   * @return the outbound side
   * @throws IllegalStateException if this connection is closed
   */
  public Outbound outbound() {
    return new HttpOutbound(open());
  }

  /**
   * The set-up of Open Messaging in the organisation. Cheap; makes no call.
   *
   * @return the configuration
   * @throws IllegalStateException if this connection is closed
   */
  public Configuration configuration() {
    return new HttpConfiguration(open());
  }

  /**
   * Opens an attachment of a webhook, as a stream. The address carries its own proof: no token is
   * sent. Meant for programs that trust whoever may write attachments into their conversations: it
   * takes https addresses only, but goes to whatever host they name, also by redirects. A bridge
   * that carries strangers' files should fetch them behind a guard against addresses of its own
   * network.
   *
   * @param attachment with its URL
   * @param limits what the download may cost
   * @return the download under way; the caller closes it
   * @throws io.botflow.genesys.error.GenesysException if the file cannot be had
   * @throws IllegalStateException if this connection is closed
   */
  public Download download(Attachment attachment, DownloadLimits limits) {
    return open().files().open(attachment.url(), limits);
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
    if (owned == null || !closed.compareAndSet(false, true)) {
      return;
    }
    try {
      owned.close();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client could not be closed", e);
    }
  }

  @Override
  public String toString() {
    return "GenesysCloud[" + region.apiUri() + "]";
  }
}
