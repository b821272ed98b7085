// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.botconnector.dialog.InputMessage;
import io.botflow.genesys.botconnector.dialog.MalformedRequestException;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireJson;
import io.botflow.genesys.internal.json.WireStrings;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * One turn of a dialogue, as Genesys Cloud posts it to the bot. Names no message and no customer.
 *
 * @param botId the name of the bot, in spite of the field; see {@link #registeredBotId}
 * @param botVersion the version
 * @param botSessionId new for each entry into the flow's bot action
 * @param inputMessage what the customer said
 * @param languageCode the language of the flow, such as {@code en-us}
 * @param botSessionTimeout how long the session lives, in minutes; not a time limit of the answer
 * @param chatBot the bot as it was registered
 * @param genesysConversationId the conversation; the one key that lasts
 * @param parameters session variables; on the first turn only
 * @param extra fields that this version does not know, by name; they are written back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UtteranceRequest(
    @JsonProperty("botId") @Nullable String botId,
    @JsonProperty("botVersion") @Nullable String botVersion,
    @JsonProperty("botSessionId") @Nullable String botSessionId,
    @JsonProperty("inputMessage") @Nullable InputMessage inputMessage,
    @JsonProperty("languageCode") @Nullable String languageCode,
    @JsonProperty("botSessionTimeout") @Nullable Integer botSessionTimeout,
    @JsonProperty("chatBot") @Nullable ChatBot chatBot,
    @JsonProperty("genesysConversationId") @Nullable String genesysConversationId,
    @JsonProperty("parameters") @WireStrings Map<String, String> parameters,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public UtteranceRequest {
    parameters = Copies.map(parameters);
    extra = Copies.byName(extra);
  }

  /**
   * The registered id of the bot, which {@link #botId} is not.
   *
   * @return the id of {@link #chatBot}, else {@link #botId}
   */
  public Optional<String> registeredBotId() {
    return Optional.ofNullable(chatBot != null && chatBot.id() != null ? chatBot.id() : botId);
  }

  /**
   * Reads a request leniently: unknown fields are kept, absent ones stay absent.
   *
   * @param json the whole document, UTF-8
   * @return the request
   * @throws MalformedRequestException if it is not a JSON object of this shape
   */
  public static UtteranceRequest parse(byte[] json) {
    return WireJson.readOr(json, UtteranceRequest.class, MalformedRequestException::new);
  }

  /**
   * The request as JSON.
   *
   * @return compact JSON
   */
  public String toJson() {
    return WireJson.text(this);
  }
}
