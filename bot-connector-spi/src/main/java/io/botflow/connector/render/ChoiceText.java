// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.messenger.Capabilities.ChoiceLimit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** What stands for buttons where a messenger does not show them. */
final class ChoiceText {
  private ChoiceText() {}

  /** Why a messenger does not show these buttons; empty when it does. */
  static Optional<String> refusal(List<Choice> options, @Nullable ChoiceLimit limit) {
    if (limit == null) {
      return Optional.of("buttons are not shown");
    }
    if (options.size() > limit.maxCount()) {
      return Optional.of(options.size() + " buttons, at most " + limit.maxCount() + " are shown");
    }
    if (!options.stream().allMatch(option -> limit.label().allows(option.label()))) {
      return Optional.of("a button's label is too long");
    }
    if (!options.stream().allMatch(option -> limit.payload().allows(option.payload()))) {
      return Optional.of("a button's payload is too long");
    }
    return Optional.empty();
  }

  /** The question with one numbered line for each button. */
  static String numbered(Choices choices) {
    List<Choice> options = choices.options();
    Stream<String> lines =
        IntStream.range(0, options.size()).mapToObj(i -> (i + 1) + ". " + options.get(i).label());
    Stream<String> question =
        Visible.in(choices.text()) ? Stream.of(choices.text()) : Stream.empty();
    return Stream.concat(question, lines).collect(Collectors.joining("\n"));
  }

  /** A question in the author's own words where there is none: the labels in one line. */
  static String question(Choices choices) {
    return Visible.in(choices.text())
        ? choices.text()
        : choices.options().stream().map(Choice::label).collect(Collectors.joining(" / "));
  }
}
