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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * The bot's answer to one turn.
 *
 * @param botState where the dialogue stands
 * @param intent the outcome; required when the dialogue is complete
 * @param confidence 0 to 1
 * @param replyMessages the replies
 * @param entities values for the flow
 * @param parameters session variables for the flow
 * @param errorInfo why it failed
 * @param extra fields that this version does not know, by name; they are written back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BotMessageResponse(
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

  /** {@inheritDoc} */
  public BotMessageResponse {
    replyMessages = Copies.list(replyMessages);
    entities = Copies.list(entities);
    parameters = Copies.map(parameters);
    extra = Copies.byName(extra);
  }

  /**
   * Starts an answer.
   *
   * @param botState where the dialogue stands
   * @return a builder
   */
  public static Builder builder(BotState botState) {
    return new Builder(botState);
  }

  /**
   * Reads a response leniently: unknown fields are kept, absent ones stay absent.
   *
   * @param json the whole document, UTF-8
   * @return the response
   * @throws MalformedRequestException if it is not a JSON object of this shape
   */
  public static BotMessageResponse parse(byte[] json) {
    return WireJson.readOr(json, BotMessageResponse.class, MalformedRequestException::new);
  }

  /**
   * The response as JSON.
   *
   * @return compact JSON
   */
  public String toJson() {
    return WireJson.text(this);
  }

  /** Collects the parts of an answer. Not thread-safe. */
  public static final class Builder {
    private final BotState botState;
    private final List<ReplyMessage> replies = new ArrayList<>();
    private final List<EntityValue> entities = new ArrayList<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    @Nullable private String intent;
    @Nullable private BigDecimal confidence;
    @Nullable private ErrorInfo errorInfo;

    private Builder(BotState botState) {
      this.botState = Fields.present(botState, "botState");
    }

    /**
     * Adds a reply.
     *
     * @param reply shown to the customer
     * @return this builder
     */
    public Builder reply(ReplyMessage reply) {
      replies.add(Fields.present(reply, "replyMessages"));
      return this;
    }

    /**
     * Sets the outcome. Required when complete.
     *
     * @param intent an intent of the list
     * @return this builder
     */
    public Builder intent(@Nullable String intent) {
      this.intent = intent;
      return this;
    }

    /**
     * Sets how sure the bot is.
     *
     * @param confidence 0 to 1
     * @return this builder
     */
    public Builder confidence(@Nullable BigDecimal confidence) {
      this.confidence = Fields.share(confidence, "confidence");
      return this;
    }

    /**
     * Adds a value for the flow.
     *
     * @param entity an entity of the intent with its value
     * @return this builder
     */
    public Builder entity(EntityValue entity) {
      entities.add(Fields.present(entity, "entities"));
      return this;
    }

    /**
     * Adds a session variable for the flow.
     *
     * @param name the name
     * @param value a text; the wire knows no other kind
     * @return this builder
     */
    public Builder parameter(String name, String value) {
      parameters.put(Fields.text(name, "parameters"), Fields.present(value, "parameters." + name));
      return this;
    }

    /**
     * Sets why the bot failed.
     *
     * @param errorInfo the error
     * @return this builder
     */
    public Builder errorInfo(@Nullable ErrorInfo errorInfo) {
      this.errorInfo = errorInfo;
      return this;
    }

    /**
     * Builds the answer.
     *
     * @return the answer
     * @throws InvalidFieldException if it is complete without an intent
     */
    public BotMessageResponse build() {
      if (botState.equals(BotState.COMPLETE)) {
        Fields.text(intent, "intent");
      }
      return new BotMessageResponse(
          botState, intent, confidence, replies, entities, parameters, errorInfo, Map.of());
    }
  }
}
