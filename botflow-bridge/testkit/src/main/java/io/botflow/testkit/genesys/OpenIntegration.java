// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.profile.Profile;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Provenance;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.Nullable;

/**
 * An open messaging integration, whether a test or the API created it; its settings may change at
 * any time and take effect at once, also for connected conversations.
 *
 * <p>Off by default, as on the platform: quick replies, cards and typing events. Thread-safe.
 */
public final class OpenIntegration {
  private final String id = Ids.uuid();
  private final Organisation organisation;
  private final Lifecycle lifecycle;
  private final FlowRecipient recipient;
  private final ReentrantLock changing = new ReentrantLock();
  private volatile String name;
  private volatile String secret;
  private volatile @Nullable URI webhookUri;
  private volatile Map<String, String> webhookHeaders = Map.of();
  private volatile @Nullable Profile<SupportedContent> content;
  private volatile @Nullable Profile<MessagingSetting> setting;
  private volatile Provenance provenance;
  private volatile boolean quickReplies;
  private volatile boolean cards;

  OpenIntegration(
      Organisation organisation,
      String name,
      @Nullable URI webhookUri,
      String secret,
      Provenance provenance,
      Lifecycle lifecycle) {
    this.organisation = organisation;
    this.name = Objects.requireNonNull(name, "name");
    this.webhookUri = webhookUri;
    this.secret = Objects.requireNonNull(secret, "secret");
    if (secret.length() < IntegrationRequest.SHORTEST_SECRET) {
      throw new IllegalArgumentException("secret must be longer than 15 characters");
    }
    this.content = organisation.contents().standard().orElse(null);
    this.setting = organisation.settings().standard().orElse(null);
    this.provenance = provenance;
    this.lifecycle = lifecycle;
    this.recipient = new FlowRecipient(provenance);
  }

  /** An integration as a body asks for it, which must say all that is required. */
  static OpenIntegration requested(
      Organisation organisation,
      IntegrationRequest request,
      Provenance provenance,
      Lifecycle lifecycle) {
    OpenIntegration integration =
        new OpenIntegration(
            organisation,
            request.name(),
            request.webhookUri(),
            Objects.requireNonNull(request.secret(), "secret"),
            provenance,
            lifecycle);
    integration.take(request);
    return integration;
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
    Objects.requireNonNull(uri, "uri");
    return change(() -> webhookUri = uri);
  }

  /**
   * Adds a header to each webhook.
   *
   * @param header the name
   * @param value the value
   * @return this integration
   * @throws IllegalArgumentException if no such header can be sent
   */
  public OpenIntegration webhookHeader(String header, String value) {
    IntegrationRequest.requireSendable(header, value);
    return change(
        () -> {
          Map<String, String> headers = new LinkedHashMap<>(webhookHeaders);
          headers.put(header, value);
          webhookHeaders = headers;
        });
  }

  /**
   * Sets which media may pass, by a supported content profile of its own.
   *
   * @param profile the profile; {@link SupportedContent#defaults()} by default
   * @return this integration
   */
  public OpenIntegration supportedContent(SupportedContent profile) {
    Objects.requireNonNull(profile, "profile");
    return change(
        () -> content = organisation.contents().add(name, profile, organisation.provenance()));
  }

  /**
   * Sets which rich media of a bot reach the customer as such; what is off arrives as its fallback
   * text. The platform has no public API for this.
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
   * Sets in which directions typing events pass, by a messaging setting of its own.
   *
   * @param inbound whether the agent sees the customer typing
   * @param outbound whether an agent's typing causes a webhook
   * @return this integration
   */
  public OpenIntegration typing(boolean inbound, boolean outbound) {
    MessagingSetting value = MessagingSetting.typing(inbound, outbound);
    return change(
        () -> setting = organisation.settings().add(name, value, organisation.provenance()));
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
    DefinedFlow flow = organisation.flows().define(name, messageFlow);
    recipient.attach(flow, organisation.administrator(), organisation.now());
    return this;
  }

  private OpenIntegration change(Runnable change) {
    change(change, organisation.administrator());
    return this;
  }

  /** Changes what a request mentions. */
  void change(IntegrationRequest request, String author) {
    change(() -> take(request), author);
  }

  private void change(Runnable change, String author) {
    changing.lock();
    try {
      change.run();
      provenance = provenance.changed(author, organisation.now());
    } finally {
      changing.unlock();
    }
  }

  private void take(IntegrationRequest request) {
    name = request.name();
    if (request.webhookUri() != null) {
      webhookUri = request.webhookUri();
    }
    if (request.secret() != null) {
      secret = request.secret();
    }
    if (request.webhookHeaders() != null) {
      webhookHeaders = request.webhookHeaders();
    }
    if (request.content() != null) {
      content = request.content();
    }
    if (request.setting() != null) {
      setting = request.setting();
    }
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

  Lifecycle lifecycle() {
    return lifecycle;
  }

  FlowRecipient recipient() {
    return recipient;
  }

  Provenance provenance() {
    return provenance;
  }

  @Nullable
  Profile<SupportedContent> contentProfile() {
    return content;
  }

  @Nullable
  Profile<MessagingSetting> messagingSetting() {
    return setting;
  }

  boolean uses(Profile<?> profile) {
    return profile.equals(content) || profile.equals(setting);
  }

  SupportedContent supportedContent() {
    Profile<SupportedContent> profile = content;
    return profile == null ? SupportedContent.defaults() : profile.value();
  }

  @Nullable
  PublishedFlow flow() {
    return recipient.flow();
  }

  boolean quickReplies() {
    return quickReplies;
  }

  boolean cards() {
    return cards;
  }

  boolean typingInbound() {
    return typing().typingInbound();
  }

  boolean typingOutbound() {
    return typing().typingOutbound();
  }

  private MessagingSetting typing() {
    Profile<MessagingSetting> profile = setting;
    return profile == null ? MessagingSetting.ALL_OFF : profile.value();
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
