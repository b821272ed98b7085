// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import io.botflow.genesys.internal.json.WireStrings;
import java.net.URI;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * An Open Messaging integration to create, or what is to change in one. Its text form leaves out
 * the secret and the headers.
 *
 * <p>Mirrors {@code OpenIntegrationRequest} and {@code OpenIntegrationUpdateRequest}.
 *
 * @param name its name
 * @param outboundNotificationWebhookUrl where its webhooks go: public, https, port 443
 * @param outboundNotificationWebhookSignatureSecretToken what its webhooks are signed with, at
 *     least 16 characters
 * @param webhookHeaders headers that its webhooks carry
 * @param supportedContent which media it lets through; the organisation's default if absent
 * @param messagingSetting its platform configuration; the organisation's default if absent
 * @see <a
 *     href="https://help.mypurecloud.com/articles/configure-an-open-messaging-integration/">Configure
 *     an open messaging integration</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record OpenIntegrationDraft(
    @JsonProperty("name") String name,
    @JsonProperty("outboundNotificationWebhookUrl") @Nullable String outboundNotificationWebhookUrl,
    @JsonProperty("outboundNotificationWebhookSignatureSecretToken") @Nullable
        String outboundNotificationWebhookSignatureSecretToken,
    @JsonProperty("webhookHeaders") @WireStrings Map<String, String> webhookHeaders,
    @JsonProperty("supportedContent") @Nullable Reference supportedContent,
    @JsonProperty("messagingSetting") @Nullable Reference messagingSetting) {

  /** The shortest secret that Genesys Cloud takes, in characters. */
  public static final int MIN_SECRET_LENGTH = 16;

  /** {@inheritDoc} */
  public OpenIntegrationDraft {
    Fields.text(name, "name");
    webhookHeaders = Copies.map(webhookHeaders);
    if (outboundNotificationWebhookSignatureSecretToken != null
        && outboundNotificationWebhookSignatureSecretToken.length() < MIN_SECRET_LENGTH) {
      throw new InvalidFieldException(
          "outboundNotificationWebhookSignatureSecretToken",
          "must have at least " + MIN_SECRET_LENGTH + " characters");
    }
  }

  /**
   * A new integration.
   *
   * @param name its name
   * @param webhookUrl where its webhooks go: public, https, port 443; Genesys Cloud silently calls
   *     no other port
   * @param webhookSecret what its webhooks are signed with, at least 16 characters
   * @return a builder
   */
  public static Builder builder(String name, String webhookUrl, String webhookSecret) {
    return new Builder(name)
        .webhookUrl(Fields.text(webhookUrl, "outboundNotificationWebhookUrl"))
        .webhookSecret(
            Fields.text(webhookSecret, "outboundNotificationWebhookSignatureSecretToken"));
  }

  /**
   * What is to change in an integration; what is not set stays as it is.
   *
   * @param name its name, which the far side wants even when it stays
   * @return a builder
   */
  public static Builder change(String name) {
    return new Builder(name);
  }

  @Override
  public String toString() {
    return "OpenIntegrationDraft[" + name + ", " + outboundNotificationWebhookUrl + ", secret=***]";
  }

  /** Collects the settings of an integration. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private Map<String, String> webhookHeaders = Map.of();
    @Nullable private String webhookUrl;
    @Nullable private String webhookSecret;
    @Nullable private Reference supportedContent;
    @Nullable private Reference messagingSetting;

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Sets where the webhooks go.
     *
     * @param url public, https, port 443
     * @return this builder
     */
    public Builder webhookUrl(String url) {
      this.webhookUrl = url;
      return this;
    }

    /**
     * Sets what the webhooks are signed with.
     *
     * @param secret at least 16 characters
     * @return this builder
     */
    public Builder webhookSecret(String secret) {
      this.webhookSecret = secret;
      return this;
    }

    /**
     * Sets headers that the webhooks carry. They are not signed.
     *
     * @param headers names and values
     * @return this builder
     */
    public Builder webhookHeaders(Map<String, String> headers) {
      this.webhookHeaders = headers;
      return this;
    }

    /**
     * Sets which media the integration lets through.
     *
     * @param profileId the supported content profile
     * @return this builder
     */
    public Builder supportedContent(String profileId) {
      this.supportedContent = Reference.of(profileId);
      return this;
    }

    /**
     * Sets the platform configuration: typing and the like.
     *
     * @param settingId the messaging setting
     * @return this builder
     */
    public Builder messagingSetting(String settingId) {
      this.messagingSetting = Reference.of(settingId);
      return this;
    }

    /**
     * Builds the draft.
     *
     * @return the draft
     * @throws InvalidFieldException if a field is missing, or the URL would never be called
     */
    public OpenIntegrationDraft build() {
      requireReachable(webhookUrl);
      return new OpenIntegrationDraft(
          name, webhookUrl, webhookSecret, webhookHeaders, supportedContent, messagingSetting);
    }

    private static void requireReachable(@Nullable String url) {
      if (url == null) {
        return;
      }
      boolean reachable;
      try {
        URI uri = URI.create(url);
        reachable =
            "https".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && (uri.getPort() == -1 || uri.getPort() == 443);
      } catch (IllegalArgumentException e) {
        reachable = false;
      }
      if (!reachable) {
        throw new InvalidFieldException(
            "outboundNotificationWebhookUrl",
            "must be an https URL on port 443, others are never called");
      }
    }
  }
}
