// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v2;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import io.botflow.genesys.botconnector.dialog.MalformedRequestException;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import io.botflow.genesys.internal.json.WireJson;
import io.botflow.genesys.internal.json.WireStrings;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.Nullable;

/**
 * What a bot says in a session without being asked: a late answer, a word on progress, a reminder.
 * With the state {@code Complete} or {@code Failed} it ends the session, and the flow goes on.
 *
 * <p>Mirrors the request of <i>Digital Bot Connector, Customer API Spec</i>, of July 2025: the
 * session, and the fields of {@link BotMessageResponse}. It carries no id of the sender.
 *
 * @param botId the id of the bot
 * @param botVersion the version
 * @param botSessionId the session
 * @param languageCode the language of the flow
 * @param botState where the dialogue stands
 * @param intent the outcome; required when the dialogue is complete
 * @param confidence 0 to 1
 * @param replyMessages the replies
 * @param entities values for the flow
 * @param parameters session variables for the flow
 * @param errorInfo why it failed
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutgoingMessage(
    @JsonProperty("botId") @Nullable String botId,
    @JsonProperty("botVersion") @Nullable String botVersion,
    @JsonProperty("botSessionId") @Nullable String botSessionId,
    @JsonProperty("languageCode") @Nullable String languageCode,
    @JsonProperty("botState") @Nullable BotState botState,
    @JsonProperty("intent") @Nullable String intent,
    @JsonProperty("confidence") @Nullable BigDecimal confidence,
    @JsonProperty("replyMessages") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ReplyMessage> replyMessages,
    @JsonProperty("entities") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<EntityValue> entities,
    @JsonProperty("parameters") @WireStrings Map<String, String> parameters,
    @JsonProperty("errorInfo") @Nullable ErrorInfo errorInfo,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** What an answer may hold beside its own fields, but an outgoing message has itself or not. */
  private static final Set<String> NOT_TAKEN =
      Set.of("botId", "botVersion", "botSessionId", "languageCode", "messageId", "correlationId");

  /** {@inheritDoc} */
  public OutgoingMessage {
    replyMessages = Copies.list(replyMessages);
    entities = Copies.list(entities);
    parameters = Copies.map(parameters);
    extra = Copies.byName(extra);
  }

  /**
   * What a bot would have answered, as an outgoing message.
   *
   * @param session where it goes
   * @param answer what to say; its state is required
   * @return the message
   * @throws InvalidFieldException if the answer has no state, or is complete without an intent
   */
  public static OutgoingMessage of(BotSessionAddress session, BotMessageResponse answer) {
    BotState state = Fields.present(answer.botState(), "botState");
    if (state.equals(BotState.COMPLETE)) {
      Fields.text(answer.intent(), "intent");
    }
    Map<String, JsonNode> extra = new LinkedHashMap<>(answer.extra());
    extra.keySet().removeAll(NOT_TAKEN);
    return new OutgoingMessage(
        session.botId(),
        session.botVersion(),
        session.botSessionId(),
        session.languageCode(),
        state,
        answer.intent(),
        answer.confidence(),
        answer.replyMessages(),
        answer.entities(),
        answer.parameters(),
        answer.errorInfo(),
        extra);
  }

  /**
   * Replies that leave the session open.
   *
   * @param session where they go
   * @param replies one or more, in the order in which the customer sees them
   * @return the message, of the state {@code MoreData}
   * @throws InvalidFieldException if there is no reply
   */
  public static OutgoingMessage replies(BotSessionAddress session, List<ReplyMessage> replies) {
    Fields.size(replies, 1, Integer.MAX_VALUE, "replyMessages");
    BotMessageResponse.Builder answer = BotMessageResponse.builder(BotState.MORE_DATA);
    replies.forEach(answer::reply);
    return of(session, answer.build());
  }

  /**
   * Reads a message leniently: unknown fields are kept, absent ones stay absent.
   *
   * @param json the whole document, UTF-8
   * @return the message
   * @throws MalformedRequestException if it is not a JSON object of this shape
   */
  public static OutgoingMessage parse(byte[] json) {
    return WireJson.readOr(json, OutgoingMessage.class, MalformedRequestException::new);
  }

  /**
   * The message as JSON.
   *
   * @return compact JSON
   */
  public String toJson() {
    return WireJson.text(this);
  }
}
