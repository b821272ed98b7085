// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.ChoiceLimit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** What stands for buttons where a messenger does not show them. */
final class ChoiceText {
  private ChoiceText() {}

  /**
   * The limit of the first form, buttons or a list, that shows these options; null if none does.
   */
  static @Nullable ChoiceLimit taking(List<Choice> options, Capabilities capabilities) {
    return Stream.of(
            Optional.ofNullable(capabilities.choices()), Optional.ofNullable(capabilities.list()))
        .flatMap(Optional::stream)
        .filter(limit -> limit.refusal(options).isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** Why neither buttons nor a list show these options. */
  static String refusal(List<Choice> options, Capabilities capabilities) {
    ChoiceLimit limit = capabilities.list() == null ? capabilities.choices() : capabilities.list();
    return limit == null
        ? "buttons are not shown"
        : limit.refusal(options).orElse("buttons are not shown");
  }

  /** The options with a payload each, which no button goes without. */
  static List<Choice> withPayloads(List<Choice> options) {
    return options.stream()
        .map(
            option ->
                option.payload().isEmpty()
                    ? new Choice(option.label(), option.label(), option.imageUrl())
                    : option)
        .toList();
  }

  static List<Choice> withoutPictures(List<Choice> options) {
    return options.stream().map(option -> Choice.of(option.label(), option.payload())).toList();
  }

  /** The question with one numbered line for each button. */
  static String numbered(Choices choices, boolean markdown) {
    List<Choice> options = choices.options();
    Composed text = new Composed(markdown).text(choices.text());
    for (int i = 0; i < options.size(); i++) {
      text.words((i + 1) + ". " + options.get(i).label());
    }
    return text.written();
  }

  /** A question in the author's own words where there is none: the labels in one line. */
  static String question(Choices choices, boolean markdown) {
    return Visible.in(choices.text())
        ? choices.text()
        : new Composed(markdown)
            .words(choices.options().stream().map(Choice::label).collect(Collectors.joining(" / ")))
            .written();
  }
}
