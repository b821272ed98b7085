// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import io.botflow.connector.message.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.Nullable;

/** A bot's answer to a {@link Turn}: what to say, and what happens next. */
public sealed interface Reply {

  /**
   * What to say, in order.
   *
   * @return the messages; may be empty
   */
  List<Part> messages();

  /**
   * Says something and waits for the customer.
   *
   * @param messages what to say
   * @return the reply
   */
  static Reply awaitMore(Part... messages) {
    return new AwaitMore(List.of(messages));
  }

  /**
   * Says something and ends the dialogue with an intent.
   *
   * @param intent a declared intent
   * @param messages what to say
   * @return the reply
   */
  static Reply complete(String intent, Part... messages) {
    return new Complete(List.of(messages), intent, null, Map.of(), Map.of());
  }

  /**
   * Says something and hands the customer over to a group.
   *
   * @param intent a declared intent whose path in the flow transfers to an operator
   * @param group the group, a queue's name in Genesys Cloud
   * @param messages what to say
   * @return the reply
   */
  static Reply handOver(String intent, String group, Part... messages) {
    return new HandOver(List.of(messages), intent, group, null, List.of(), null);
  }

  /**
   * Gives up: the flow takes its failure path.
   *
   * @param code a short code for the flow
   * @param reason what happened, for the flow's author; without customers' content
   * @return the reply
   */
  static Reply fail(String code, String reason) {
    return new Fail(List.of(), code, reason);
  }

  /**
   * Says something for now; the answer follows by the turn's {@link Answers}.
   *
   * @param messages what to say meanwhile
   * @return the reply
   */
  static Reply later(Part... messages) {
    return new Later(List.of(messages));
  }

  /**
   * The dialogue goes on with the customer's next message.
   *
   * @param messages what to say
   */
  record AwaitMore(List<Part> messages) implements Reply {
    /** {@inheritDoc} */
    public AwaitMore {
      messages = List.copyOf(messages);
    }
  }

  /**
   * The dialogue is over.
   *
   * @param messages what to say
   * @param intent the outcome; declared by the addressed version
   * @param confidence from 0 to 1, or null for certain
   * @param slots the values of the intent's slots by name
   * @param parameters output variables for the flow, by name
   */
  record Complete(
      List<Part> messages,
      String intent,
      @Nullable Double confidence,
      Map<String, SlotValue> slots,
      Map<String, String> parameters)
      implements Reply {
    /** {@inheritDoc} */
    public Complete {
      messages = List.copyOf(messages);
      Objects.requireNonNull(intent, "intent");
      slots = Map.copyOf(slots);
      parameters = Map.copyOf(parameters);
      if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException(
            "confidence must lie between 0 and 1, was " + confidence);
      }
    }

    /** Shows intent and confidence, never values, which may be the customer's own words. */
    @Override
    public String toString() {
      return "Complete[" + intent + ", " + confidence + ", " + messages.size() + " messages]";
    }
  }

  /**
   * The dialogue is over, and an operator goes on.
   *
   * <p>Bot Connector has no word for this: it is a {@link Complete} whose intent's path in the flow
   * transfers to a queue. Group, priority, skills and summary travel as the output parameters
   * {@code group}, {@code priority}, {@code skills} (separated by commas) and {@code summary}.
   *
   * @param messages what to say
   * @param intent the declared escalation intent
   * @param group the group, a queue's name in Genesys Cloud
   * @param priority the routing priority, or null for the flow's own
   * @param skills the skills wanted, by name
   * @param summary what the operator should know, or null
   */
  record HandOver(
      List<Part> messages,
      String intent,
      String group,
      @Nullable Integer priority,
      List<String> skills,
      @Nullable String summary)
      implements Reply {
    /** {@inheritDoc} */
    public HandOver {
      messages = List.copyOf(messages);
      Objects.requireNonNull(intent, "intent");
      Objects.requireNonNull(group, "group");
      skills = List.copyOf(skills);
    }

    /**
     * The output parameters that carry this hand-over to the flow.
     *
     * @return the parameters in a stable order, texts only
     */
    public Map<String, String> parameters() {
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("group", group);
      if (priority != null) {
        parameters.put("priority", priority.toString());
      }
      if (!skills.isEmpty()) {
        parameters.put("skills", String.join(",", skills));
      }
      if (summary != null) {
        parameters.put("summary", summary);
      }
      return parameters;
    }

    /** Shows intent and group, never the summary, which may hold the customer's own words. */
    @Override
    public String toString() {
      return "HandOver[" + intent + ", " + group + ", " + messages.size() + " messages]";
    }
  }

  /**
   * The answer follows, by {@link Turn#answers()}. What the customer writes meanwhile is a turn of
   * its own.
   *
   * @param messages what to say meanwhile
   */
  record Later(List<Part> messages) implements Reply {
    /** {@inheritDoc} */
    public Later {
      messages = List.copyOf(messages);
    }
  }

  /**
   * The dialogue failed.
   *
   * @param messages what to say
   * @param code a short code for the flow
   * @param reason what happened, for the flow's author; without customers' content
   */
  record Fail(List<Part> messages, String code, String reason) implements Reply {
    /** {@inheritDoc} */
    public Fail {
      messages = List.copyOf(messages);
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
