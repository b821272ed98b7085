// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a customer says in one conversation, in order, and the session variables with which the flow
 * begins it. When the bot ends a session before the last utterance, the flow enters it anew.
 *
 * <pre>{@code
 * Dialogue.saying("hello").then(Utterance.press("Call an operator", "operator")).with("name", "Іван")
 * }</pre>
 *
 * @param utterances what is said
 * @param variables session variables by name
 */
public record Dialogue(List<Utterance> utterances, Map<String, String> variables) {

  /** {@inheritDoc} */
  public Dialogue {
    utterances = List.copyOf(utterances);
    variables = Map.copyOf(variables);
  }

  /**
   * A dialogue of words.
   *
   * @param texts what the customer writes, in order
   * @return the dialogue
   */
  public static Dialogue saying(String... texts) {
    return new Dialogue(Stream.of(texts).map(Utterance::of).toList(), Map.of());
  }

  /**
   * The same dialogue with something more said at its end.
   *
   * @param utterance what is said
   * @return the longer dialogue
   */
  public Dialogue then(Utterance utterance) {
    List<Utterance> more = new ArrayList<>(utterances);
    more.add(utterance);
    return new Dialogue(more, variables);
  }

  /**
   * The same dialogue with a session variable.
   *
   * @param name its name
   * @param value its value
   * @return the dialogue with the variable
   */
  public Dialogue with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(variables);
    more.put(name, value);
    return new Dialogue(utterances, more);
  }
}
