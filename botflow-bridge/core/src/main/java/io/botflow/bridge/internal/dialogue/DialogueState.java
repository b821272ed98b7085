// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.dialogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * What is remembered of one conversation with one bot.
 *
 * @param sessionId the bot session of the last turn, or null before the first
 * @param variables the flow's session variables, each as it was last sent
 * @param attributes what the bot remembers, as texts
 * @param kept answers that wait for the customer's next message, in the form of the protocol
 * @param ending whether the last of them ends the session
 * @param outcome the intent and slots of the last completion, or null
 * @param repetitions how often the same outcome came in a row
 */
public record DialogueState(
    @JsonProperty("session") @Nullable String sessionId,
    @JsonProperty("variables") Map<String, String> variables,
    @JsonProperty("attributes") Map<String, String> attributes,
    @JsonProperty("kept") List<String> kept,
    @JsonProperty("ending") boolean ending,
    @JsonProperty("outcome") @Nullable String outcome,
    @JsonProperty("repetitions") int repetitions) {
  static final DialogueState NEW =
      new DialogueState(null, Map.of(), Map.of(), List.of(), false, null, 0);

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** {@inheritDoc} */
  public DialogueState {
    variables = variables == null ? Map.of() : Map.copyOf(variables);
    attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    kept = kept == null ? List.of() : List.copyOf(kept);
  }

  /**
   * Whether no turn was ever taken.
   *
   * @return true before the first
   */
  @JsonIgnore
  public boolean isNew() {
    return equals(NEW);
  }

  /**
   * A turn begins. What was kept in another session is said all the same, but ends nothing.
   *
   * @param session the turn's bot session
   * @param more the variables that came with it
   * @return the state with both
   */
  public DialogueState entered(String session, Map<String, String> more) {
    Map<String, String> merged = new HashMap<>(variables);
    merged.putAll(more);
    return new DialogueState(
        session,
        merged,
        attributes,
        kept,
        ending && session.equals(sessionId),
        outcome,
        repetitions);
  }

  /**
   * An answer waits for the customer's next message.
   *
   * @param session the bot session that it belongs to
   * @param answer the answer in the form of the protocol
   * @param ends whether it ends the session
   * @return the state with it; unchanged when {@link #takes} says no
   */
  public DialogueState keeping(String session, String answer, boolean ends) {
    if (!takes(session)) {
      return this;
    }
    List<String> more = new ArrayList<>(kept);
    more.add(answer);
    return new DialogueState(sessionId, variables, attributes, more, ends, outcome, repetitions);
  }

  /**
   * Whether anything more can be said in a session.
   *
   * @param session the bot session
   * @return false when it is over, or ends with what is kept
   */
  public boolean takes(String session) {
    return session.equals(sessionId) && !ending;
  }

  DialogueState emptied() {
    return new DialogueState(
        sessionId, variables, attributes, List.of(), false, outcome, repetitions);
  }

  /**
   * The bot session is over.
   *
   * @param result intent and slots, or null when it came to none
   * @return the state that counts the result, in no session
   */
  public DialogueState ended(@Nullable String result) {
    return new DialogueState(
        null, variables, attributes, List.of(), false, result, timesWith(result));
  }

  /**
   * How often an outcome would have come in a row.
   *
   * @param result intent and slots, or null for none
   * @return at least 1
   */
  public int timesWith(@Nullable String result) {
    return result != null && result.equals(outcome) ? repetitions + 1 : 1;
  }

  DialogueState withAttribute(String name, @Nullable String value) {
    Map<String, String> changed = new HashMap<>(attributes);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new DialogueState(sessionId, variables, changed, kept, ending, outcome, repetitions);
  }

  static DialogueState parse(String text) {
    try {
      return JSON.readValue(text, DialogueState.class);
    } catch (JsonProcessingException e) {
      // Jackson's message quotes the text, which may hold a customer's words: it is not kept.
      throw new IllegalStateException("a dialogue in the store cannot be read");
    }
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a dialogue could not be written", e);
    }
  }

  /** Shows how much there is, never what. */
  @Override
  public String toString() {
    return "DialogueState[session "
        + sessionId
        + ", "
        + variables.size()
        + " variables, "
        + attributes.size()
        + " attributes, "
        + kept.size()
        + " kept]";
  }
}
