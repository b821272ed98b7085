// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.textbots;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.botconnector.dialog.InputMessage;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * One turn of a dialogue with a bot.
 *
 * <p>Mirrors {@code PostTextRequest} of the API. The settings that it has for the bots of other
 * makers are {@code extra} here.
 *
 * @param botId the bot
 * @param botAlias the version of the bot
 * @param integrationId the integration that the bot belongs to
 * @param botSessionId the session, a UUID of the caller; the same for each turn of a dialogue
 * @param postTextMessage what is said
 * @param languageCode the language, such as {@code en-us}
 * @param botSessionTimeoutMinutes how long the session lives, in minutes; more than 10
 * @param botChannels the kinds of conversation that the bot is used in
 * @param botCorrelationId an id for tracking, which the answer repeats
 * @param messagingPlatformType the messenger, for analytics
 * @param genesysBotConnector what the bot's webhook gets along
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextBotTurn(
    @JsonProperty("botId") @Nullable String botId,
    @JsonProperty("botAlias") @Nullable String botAlias,
    @JsonProperty("integrationId") @Nullable String integrationId,
    @JsonProperty("botSessionId") @Nullable String botSessionId,
    @JsonProperty("postTextMessage") @Nullable InputMessage postTextMessage,
    @JsonProperty("languageCode") @Nullable String languageCode,
    @JsonProperty("botSessionTimeoutMinutes") @Nullable Integer botSessionTimeoutMinutes,
    @JsonProperty("botChannels") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<BotChannel> botChannels,
    @JsonProperty("botCorrelationId") @Nullable String botCorrelationId,
    @JsonProperty("messagingPlatformType") @Nullable MessagingPlatformType messagingPlatformType,
    @JsonProperty("genesysBotConnector") @Nullable WebhookParameters genesysBotConnector,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  private static final int LEAST_TIMEOUT_MINUTES = 11;

  /** {@inheritDoc} */
  public TextBotTurn {
    botChannels = Copies.list(botChannels);
    extra = Copies.byName(extra);
  }

  /**
   * Starts a turn.
   *
   * @param integrationId the integration that the bot belongs to
   * @param botId the bot
   * @param botSessionId the session, a UUID of your own; the same for each turn of a dialogue
   * @param message what is said
   * @return a builder
   */
  public static Builder builder(
      String integrationId, String botId, String botSessionId, InputMessage message) {
    return new Builder(integrationId, botId, botSessionId, message);
  }

  /** Collects what is known about a turn. Not thread-safe. */
  public static final class Builder {
    private final String integrationId;
    private final String botId;
    private final String botSessionId;
    private final InputMessage message;
    private final List<BotChannel> channels = new ArrayList<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    @Nullable private String version;
    @Nullable private String languageCode;
    @Nullable private Integer timeoutMinutes;
    @Nullable private String correlationId;
    @Nullable private MessagingPlatformType platform;

    private Builder(String integrationId, String botId, String botSessionId, InputMessage message) {
      this.integrationId = Fields.text(integrationId, "integrationId");
      this.botId = Fields.text(botId, "botId");
      this.botSessionId = Fields.text(botSessionId, "botSessionId");
      this.message = Fields.present(message, "postTextMessage");
    }

    /**
     * Sets the version of the bot; on the wire it is called the alias.
     *
     * @param version the version
     * @return this builder
     */
    public Builder version(@Nullable String version) {
      this.version = version;
      return this;
    }

    /**
     * Sets the language.
     *
     * @param languageCode such as {@code en-us}
     * @return this builder
     */
    public Builder languageCode(@Nullable String languageCode) {
      this.languageCode = languageCode;
      return this;
    }

    /**
     * Sets how long the session lives. Default: as Genesys Cloud decides.
     *
     * @param timeout whole minutes, more than 10
     * @return this builder
     * @throws InvalidFieldException if it is shorter, or not of whole minutes
     */
    public Builder sessionTimeout(Duration timeout) {
      long minutes = timeout.toMinutes();
      if (minutes < LEAST_TIMEOUT_MINUTES
          || minutes > Integer.MAX_VALUE
          || !timeout.equals(Duration.ofMinutes(minutes))) {
        throw new InvalidFieldException(
            "botSessionTimeoutMinutes", "must be whole minutes, more than 10, not " + timeout);
      }
      this.timeoutMinutes = (int) minutes;
      return this;
    }

    /**
     * Adds a kind of conversation that the bot is used in.
     *
     * @param channel the kind
     * @return this builder
     */
    public Builder channel(BotChannel channel) {
      channels.add(Fields.present(channel, "botChannels"));
      return this;
    }

    /**
     * Sets an id for tracking, which the answer repeats.
     *
     * @param id the id
     * @return this builder
     */
    public Builder correlationId(@Nullable String id) {
      this.correlationId = id;
      return this;
    }

    /**
     * Sets the messenger, for analytics.
     *
     * @param platform the messenger
     * @return this builder
     */
    public Builder platform(@Nullable MessagingPlatformType platform) {
      this.platform = platform;
      return this;
    }

    /**
     * Adds a parameter that the bot's webhook gets along.
     *
     * @param name the name
     * @param value a text; the wire knows no other kind
     * @return this builder
     */
    public Builder parameter(String name, String value) {
      String field = "genesysBotConnector.queryParameters";
      parameters.put(Fields.text(name, field), Fields.present(value, field + "." + name));
      return this;
    }

    /**
     * Builds the turn.
     *
     * @return the turn
     */
    public TextBotTurn build() {
      return new TextBotTurn(
          botId,
          version,
          integrationId,
          botSessionId,
          message,
          languageCode,
          timeoutMinutes,
          channels,
          correlationId,
          platform,
          parameters.isEmpty() ? null : WebhookParameters.of(parameters),
          Map.of());
    }
  }
}
