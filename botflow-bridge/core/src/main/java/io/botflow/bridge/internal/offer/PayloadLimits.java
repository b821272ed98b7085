// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.offer;

import io.botflow.connector.message.PartKind;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.CardLimit;
import io.botflow.connector.messenger.CarouselLimit;
import io.botflow.connector.messenger.ChoiceLimit;
import io.botflow.connector.messenger.TextLimit;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * How long payloads may be in all forms that a messenger may give to a part.
 *
 * @param each one limit for each form
 */
record PayloadLimits(List<TextLimit> each) {

  /** The forms of a kind: its own, and those of what it becomes where it cannot be shown. */
  static PayloadLimits of(Capabilities target, PartKind kind) {
    Stream<TextLimit> choices = Stream.concat(of(target.choices()), of(target.list()));
    CarouselLimit carousel = target.carousel();
    return new PayloadLimits(
        switch (kind) {
          case CHOICES -> choices.toList();
          case CARD -> Stream.concat(of(target.card()), choices).toList();
          case CAROUSEL ->
              Stream.concat(
                      of(carousel == null ? null : carousel.card()),
                      Stream.concat(of(target.card()), choices))
                  .toList();
          default -> List.of();
        });
  }

  private static Stream<TextLimit> of(@Nullable ChoiceLimit limit) {
    return Stream.ofNullable(limit).map(ChoiceLimit::payload);
  }

  private static Stream<TextLimit> of(@Nullable CardLimit limit) {
    return Stream.ofNullable(limit).map(CardLimit::payload);
  }

  boolean allow(String payload) {
    return each.stream().allMatch(limit -> limit.allows(payload));
  }
}
