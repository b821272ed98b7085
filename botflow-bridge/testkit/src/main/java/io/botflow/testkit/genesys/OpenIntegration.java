// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.annotation.Nullable;

/**
 * An open messaging integration; its settings may change at any time and take effect at once, also
 * for connected conversations.
 *
 * <p>Off by default, as on the platform: quick replies, cards and typing events. Thread-safe.
 */
public final class OpenIntegration {
  private final String id = Ids.uuid();
  private final String name;
  private final String secret;
  private final FlowPublisher publisher;
  private final Map<String, String> webhookHeaders = new ConcurrentHashMap<>();
  private volatile @Nullable URI webhookUri;
  private volatile @Nullable PublishedFlow flow;
  private volatile SupportedContent supportedContent = SupportedContent.defaults();
  private volatile boolean quickReplies;
  private volatile boolean cards;
  private volatile boolean typingInbound;
  private volatile boolean typingOutbound;

  OpenIntegration(String name, @Nullable URI webhookUri, String secret, FlowPublisher publisher) {
    this.name = Objects.requireNonNull(name, "name");
    this.webhookUri = webhookUri;
    this.secret = Objects.requireNonNull(secret, "secret");
    this.publisher = publisher;
    if (secret.length() <= 15) {
      throw new IllegalArgumentException("secret must be longer than 15 characters");
    }
  }

  /**
   * The integration's id, which is part of the inbound addresses.
   *
   * @return a dashed UUID
   */
  public String id() {
    return id;
  }

  /**
   * The integration's name, which outbound webhooks carry as the sender's nickname.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Sets where outbound messages go.
   *
   * @param uri the webhook's address; any port, unlike on the platform
   * @return this integration
   */
  public OpenIntegration webhookUri(URI uri) {
    webhookUri = Objects.requireNonNull(uri, "uri");
    return this;
  }

  /**
   * Adds a header to each webhook.
   *
   * @param header the name
   * @param value the value
   * @return this integration
   */
  public OpenIntegration webhookHeader(String header, String value) {
    webhookHeaders.put(header, value);
    return this;
  }

  /**
   * Sets which media may pass.
   *
   * @param profile the profile; {@link SupportedContent#defaults()} by default
   * @return this integration
   */
  public OpenIntegration supportedContent(SupportedContent profile) {
    supportedContent = Objects.requireNonNull(profile, "profile");
    return this;
  }

  /**
   * Sets which rich media of a bot reach the customer as such; what is off arrives as its fallback
   * text.
   *
   * @param withQuickReplies whether quick replies pass
   * @param withCards whether cards and carousels pass
   * @return this integration
   */
  public OpenIntegration richMedia(boolean withQuickReplies, boolean withCards) {
    quickReplies = withQuickReplies;
    cards = withCards;
    return this;
  }

  /**
   * Sets in which directions typing events pass.
   *
   * @param inbound whether the agent sees the customer typing
   * @param outbound whether an agent's typing causes a webhook
   * @return this integration
   */
  public OpenIntegration typing(boolean inbound, boolean outbound) {
    typingInbound = inbound;
    typingOutbound = outbound;
    return this;
  }

  /**
   * Publishes the message flow that runs for each new or reopened conversation. What the flow knows
   * of the bot (version, intents, slots) is what is registered now; for a digital bot connector the
   * bot list is fetched now.
   *
   * @param messageFlow the flow
   * @return this integration
   * @throws IllegalStateException if the bot, its version, or an intent of the flow is not
   *     registered, or the bot list cannot be fetched or breaks its schema; the message says which
   */
  public OpenIntegration publish(MessageFlow messageFlow) {
    flow = publisher.publish(messageFlow);
    return this;
  }

  @Nullable
  URI webhookUri() {
    return webhookUri;
  }

  String secret() {
    return secret;
  }

  Map<String, String> webhookHeaders() {
    return webhookHeaders;
  }

  SupportedContent supportedContent() {
    return supportedContent;
  }

  @Nullable
  PublishedFlow flow() {
    return flow;
  }

  boolean quickReplies() {
    return quickReplies;
  }

  boolean cards() {
    return cards;
  }

  boolean typingInbound() {
    return typingInbound;
  }

  boolean typingOutbound() {
    return typingOutbound;
  }

  String label() {
    return "integration " + name;
  }

  /** The name and the id; not the secret. */
  @Override
  public String toString() {
    return "OpenIntegration[" + name + ", " + id + "]";
  }
}
