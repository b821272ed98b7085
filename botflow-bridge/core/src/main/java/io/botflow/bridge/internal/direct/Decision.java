// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.direct;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.message.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * What a bot's reply comes to when there is no flow to take it.
 *
 * @param next what happens after the messages are shown
 * @param messages what the customer reads
 * @param parameters what the operator's flow gets, when an operator goes on
 * @param summary what the operator should know, or null
 */
record Decision(
    @JsonProperty("next") Next next,
    @JsonProperty("messages") List<Part> messages,
    @JsonProperty("parameters") Map<String, String> parameters,
    @JsonProperty("summary") @Nullable String summary) {

  /** What happens next. */
  enum Next {
    /** The customer's next message goes to the bot, in the same session. */
    AWAIT,
    /** The session is over; the next message begins another. */
    END,
    /** An operator goes on. */
    OPERATOR
  }

  Decision {
    messages = List.copyOf(messages);
    parameters = Map.copyOf(parameters);
  }

  /** What a reply means; null is a failure like others. */
  static Decision of(@Nullable Reply reply, @Nullable String failureGroup) {
    if (reply instanceof Reply.AwaitMore || reply instanceof Reply.Later) {
      return new Decision(Next.AWAIT, reply.messages(), Map.of(), null);
    }
    if (reply instanceof Reply.Complete complete) {
      return new Decision(Next.END, complete.messages(), Map.of(), null);
    }
    if (reply instanceof Reply.HandOver handOver) {
      Map<String, String> parameters = new LinkedHashMap<>(handOver.parameters());
      parameters.remove("summary");
      parameters.put("intent", handOver.intent());
      return new Decision(Next.OPERATOR, handOver.messages(), parameters, handOver.summary());
    }
    if (reply instanceof Reply.Fail fail) {
      return failed(fail.messages(), fail.code(), failureGroup);
    }
    return failed(List.of(), "NullReply", failureGroup);
  }

  /** A bot that failed is followed by an operator, as on a flow's failure path. */
  static Decision failed(List<Part> messages, String code, @Nullable String group) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("botError", code.isBlank() ? "BotFailed" : code);
    if (group != null) {
      parameters.put("group", group);
    }
    return new Decision(Next.OPERATOR, messages, parameters, null);
  }

  /** Shows what happens next, never what was said. */
  @Override
  public String toString() {
    return "Decision[" + next + ", " + messages.size() + " messages]";
  }
}
