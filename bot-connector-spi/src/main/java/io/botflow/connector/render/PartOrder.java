// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The order in which parts are sent: attachments first, the text with buttons last, with the pieces
 * of its question that go before it.
 */
final class PartOrder {
  private static final int FIRST = 0;
  private static final int MIDDLE = 1;
  private static final int LAST = 2;

  private PartOrder() {}

  static List<Part> arranged(List<Part> parts, Set<Part> beginnings) {
    long questions = parts.stream().filter(part -> rank(part.kind()) == LAST).count();
    return questions > 1
        ? parts
        : parts.stream()
            .sorted(
                Comparator.comparingInt(
                    part -> beginnings.contains(part) ? LAST : rank(part.kind())))
            .toList();
  }

  private static int rank(PartKind kind) {
    return switch (kind) {
      case IMAGE, VIDEO, AUDIO, VOICE, STICKER, FILE -> FIRST;
      case CHOICES, DATE_PICKER -> LAST;
      case TEXT, LINK, LOCATION, CONTACT, CARD, CAROUSEL, TEMPLATE, SELECTION, OPAQUE -> MIDDLE;
    };
  }
}
