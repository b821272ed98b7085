// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import io.botflow.connector.message.Choice;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Nullable;

/**
 * How many choices a text may have, and how long they may be.
 *
 * @param maxCount the largest number of choices
 * @param label how long a label may be
 * @param payload how long a hidden value may be
 * @param text how long the question may be, or null when it may be as long as any text
 * @param distinctLabels true when no two labels may be equal
 * @param pictures true when choices may have pictures
 */
public record ChoiceLimit(
    int maxCount,
    TextLimit label,
    TextLimit payload,
    @Nullable TextLimit text,
    boolean distinctLabels,
    boolean pictures) {
  /** {@inheritDoc} */
  public ChoiceLimit {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(payload, "payload");
    if (maxCount <= 0) {
      throw new IllegalArgumentException("maxCount must be positive, was " + maxCount);
    }
  }

  /**
   * Choices without pictures, at a question of any length that a text may have.
   *
   * @param maxCount the largest number of choices
   * @param label how long a label may be
   * @param payload how long a hidden value may be
   */
  public ChoiceLimit(int maxCount, TextLimit label, TextLimit payload) {
    this(maxCount, label, payload, null, false, false);
  }

  /**
   * The same limit at a shorter question.
   *
   * @param limit how long the question may be
   * @return a copy
   */
  public ChoiceLimit withText(TextLimit limit) {
    return new ChoiceLimit(
        maxCount, label, payload, Objects.requireNonNull(limit, "limit"), distinctLabels, pictures);
  }

  /**
   * The same limit where no two labels may be equal.
   *
   * @return a copy
   */
  public ChoiceLimit withDistinctLabels() {
    return new ChoiceLimit(maxCount, label, payload, text, true, pictures);
  }

  /**
   * The same limit where choices may have pictures.
   *
   * @return a copy
   */
  public ChoiceLimit withPictures() {
    return new ChoiceLimit(maxCount, label, payload, text, distinctLabels, true);
  }

  /**
   * Why choices are not shown so. The question is not judged.
   *
   * @param options the choices
   * @return the reason, in words for a log and without content; empty when they are shown
   */
  public Optional<String> refusal(List<Choice> options) {
    if (options.size() > maxCount) {
      return Optional.of(options.size() + " buttons, at most " + maxCount + " are shown");
    }
    Set<String> labels = new HashSet<>();
    for (Choice option : options) {
      if (!label.allows(option.label())) {
        return Optional.of("a button's label is too long");
      }
      if (option.payload().isEmpty() || !payload.allows(option.payload())) {
        return Optional.of("a button's payload is empty or too long");
      }
      if (option.imageUrl() != null && !pictures) {
        return Optional.of("a button has a picture");
      }
      if (!labels.add(option.label()) && distinctLabels) {
        return Optional.of("two buttons have the same label");
      }
    }
    return Optional.empty();
  }
}
