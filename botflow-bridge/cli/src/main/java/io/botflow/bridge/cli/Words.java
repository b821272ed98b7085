// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.cli;

import io.botflow.bridge.store.JournalRecord;
import io.botflow.bridge.store.Link;
import java.io.PrintWriter;
import java.time.Duration;

/** How things are written for people. */
final class Words {
  private Words() {}

  /** A duration by its two largest units. */
  static String of(Duration duration) {
    if (duration.toDays() > 0) {
      return duration.toDays() + " d " + duration.toHoursPart() + " h";
    }
    if (duration.toHours() > 0) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    return duration.toMinutes() > 0
        ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
        : duration.toSeconds() + " s";
  }

  /** The way of an entry, line by line. */
  static void write(PrintWriter out, JournalRecord entry) {
    out.printf(
        "%d %s %s, route %s%n", entry.sequence(), entry.kind(), entry.state(), entry.route());
    out.printf("  key       %s%n", entry.dedupeKey());
    out.printf("  accepted  %s%n", entry.acceptedAt());
    for (JournalRecord.Failure failure : entry.failures()) {
      out.printf("  failed    %s %s%n", failure.at(), failure.reason());
    }
    for (Link link : entry.links()) {
      out.printf(
          "  part %-4d messenger %s, Genesys Cloud %s, conversation %s%n",
          link.part(),
          link.messengerId(),
          link.genesysId(),
          link.conversationId() == null ? "not known" : link.conversationId());
    }
    if (entry.endedAt() != null) {
      out.printf("  ended     %s%n", entry.endedAt());
    }
    if (entry.detail() != null) {
      out.printf("  detail    %s%n", entry.detail());
    }
  }
}
