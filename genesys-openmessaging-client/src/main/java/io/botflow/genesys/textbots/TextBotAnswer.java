// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.textbots;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireStrings;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * What a bot answered to a turn, as Genesys Cloud understood it.
 *
 * <p>Mirrors {@code PostTextResponse} of the API.
 *
 * @param botState where the dialogue stands
 * @param replyMessages the replies
 * @param intentName the outcome
 * @param slots the values that the bot found, by name; what is not a text on the wire is its JSON
 * @param botCorrelationId the id that the turn was given for tracking
 * @param genesysBotConnector what the webhook answered, raw, by field
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextBotAnswer(
    @JsonProperty("botState") @Nullable BotState botState,
    @JsonProperty("replyMessages") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ReplyMessage> replyMessages,
    @JsonProperty("intentName") @Nullable String intentName,
    @JsonProperty("slots") @WireStrings Map<String, String> slots,
    @JsonProperty("botCorrelationId") @Nullable String botCorrelationId,
    @JsonProperty("genesysBotConnector") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, JsonNode> genesysBotConnector,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public TextBotAnswer {
    replyMessages = Copies.list(replyMessages);
    slots = Copies.map(slots);
    genesysBotConnector = Copies.map(genesysBotConnector);
    extra = Copies.byName(extra);
  }
}
