// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v2;

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
import javax.annotation.Nullable;

/**
 * One turn of a dialogue, as Genesys Cloud posts it to {@code /messages}.
 *
 * @param botId the id of the bot
 * @param botVersion the version
 * @param botSessionId new for each entry into the flow's bot action
 * @param messageId the id of this request; repeated when the request is
 * @param inputMessage what the customer said
 * @param languageCode the language of the flow; compare in any case
 * @param botSessionTimeout how long the session lives, in minutes
 * @param genesysConversationId the conversation
 * @param parameters session variables; on the first turn only
 * @param extra fields that this version does not know, by name; they are written back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BotMessageRequest(
    @JsonProperty("botId") @Nullable String botId,
    @JsonProperty("botVersion") @Nullable String botVersion,
    @JsonProperty("botSessionId") @Nullable String botSessionId,
    @JsonProperty("messageId") @Nullable String messageId,
    @JsonProperty("inputMessage") @Nullable InputMessage inputMessage,
    @JsonProperty("languageCode") @Nullable String languageCode,
    @JsonProperty("botSessionTimeout") @Nullable Integer botSessionTimeout,
    @JsonProperty("genesysConversationId") @Nullable String genesysConversationId,
    @JsonProperty("parameters") @WireStrings Map<String, String> parameters,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public BotMessageRequest {
    parameters = Copies.map(parameters);
    extra = Copies.byName(extra);
  }

  /**
   * Reads a request leniently: unknown fields are kept, absent ones stay absent.
   *
   * @param json the whole document, UTF-8
   * @return the request
   * @throws MalformedRequestException if it is not a JSON object of this shape
   */
  public static BotMessageRequest parse(byte[] json) {
    return WireJson.readOr(json, BotMessageRequest.class, MalformedRequestException::new);
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
