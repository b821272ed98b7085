// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import io.botflow.testkit.genesys.AttachmentRecord;
import io.botflow.testkit.genesys.ConversationRecord;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.ParticipantRecord;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramFile;
import io.botflow.testkit.telegram.TelegramMessage;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints Genesys Cloud's record of the conversation, and compares both ends of it. */
final class Verdict {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private static final Pattern CARD =
      Pattern.compile("\"title\":\"([^\"]*)\",\"description\":\"([^\"]*)\"");
  private static final Pattern PAYLOAD = Pattern.compile("\"payload\":\"([^\"]*)\"");

  private final PrintStream out;
  private final Samples samples;
  private final List<String> lost = new ArrayList<>();
  private int media;

  Verdict(PrintStream out, Samples samples) {
    this.out = out;
    this.samples = samples;
  }

  /**
   * True when what the customer wrote is what Genesys Cloud has, and what Genesys Cloud sent is
   * what the customer has.
   */
  boolean of(ConversationRecord record, TelegramCustomer customer) {
    print(record);
    List<MessageRecord> inbound =
        record.messages().stream().filter(MessageRecord::fromCustomer).toList();
    List<MessageRecord> outbound =
        record.messages().stream().filter(m -> !m.fromCustomer()).toList();
    compareInbound(inbound);
    compareOutbound(outbound, customer.messages());
    lost.forEach(line -> out.println("lost: " + line));
    out.printf(
        "%s: %d messages, %d media, %d lost%n",
        lost.isEmpty() ? "route ok" : "route failed",
        inbound.size() + outbound.size(),
        media,
        lost.size());
    return lost.isEmpty();
  }

  private void compareInbound(List<MessageRecord> arrived) {
    List<String> expected =
        List.of(
            "Добрий день! Де моє замовлення 10457?",
            "А це фото посилки 10458",
            "",
            "",
            "",
            "https://maps.google.com/?q=50.45,30.52",
            "Меню",
            "Кур'єр",
            "Відділення",
            "Яке є пакування?",
            "Покличте, будь ласка, оператора",
            "Дякую, все є!");
    compare(
        "to Genesys Cloud",
        expected,
        arrived.stream().map(m -> Objects.requireNonNullElse(m.text(), "")).toList());
    List<AttachmentRecord> files =
        arrived.stream().map(MessageRecord::attachment).filter(Objects::nonNull).toList();
    compareBytes(
        "the customer's files",
        samples.sent(),
        files.stream().map(AttachmentRecord::bytes).toList());
    compare(
        "pressed and typed choices",
        List.of("deliver:courier", "deliver:office"),
        arrived.stream()
            .map(MessageRecord::structured)
            .filter(Objects::nonNull)
            .map(Verdict::payload)
            .toList());
  }

  private void compareOutbound(List<MessageRecord> sent, List<TelegramMessage> arrived) {
    compare(
        "to the customer",
        sent.stream().flatMap(Verdict::shown).toList(),
        arrived.stream()
            .map(
                m ->
                    label(
                        m.text().isEmpty() ? m.caption() : m.text(),
                        m.file().flatMap(TelegramFile::fileName).orElse("")))
            .toList());
    compareBytes(
        "the invoice",
        List.of(samples.invoice()),
        arrived.stream().flatMap(m -> m.file().stream()).map(TelegramFile::bytes).toList());
  }

  private static String label(@javax.annotation.Nullable String text, String file) {
    return Objects.requireNonNullElse(text, "") + (file.isEmpty() ? "" : " [" + file + "]");
  }

  private void compare(String where, List<String> expected, List<String> actual) {
    for (String message : expected) {
      if (!actual.contains(message)) {
        lost.add(where + ": " + message);
      }
    }
    if (lost.isEmpty() && !expected.equals(actual)) {
      lost.add(where + ": repeated or out of order, arrived " + actual);
    }
  }

  private void compareBytes(String what, List<byte[]> expected, List<byte[]> actual) {
    boolean same =
        expected.size() == actual.size()
            && IntStream.range(0, expected.size())
                .allMatch(i -> Arrays.equals(expected.get(i), actual.get(i)));
    if (same) {
      media += expected.size();
    } else {
      lost.add(what + ": " + actual.size() + " files arrived, or other bytes");
    }
  }

  /** What the customer is to see of a message: of a carousel, each card by itself. */
  private static Stream<String> shown(MessageRecord message) {
    String structured = Objects.requireNonNullElse(message.structured(), "");
    List<String> cards =
        CARD.matcher(structured)
            .results()
            .map(card -> card.group(1) + "\n" + card.group(2))
            .toList();
    return cards.isEmpty()
        ? Stream.of(
            label(message.text(), message.attachment() == null ? "" : message.attachment().name()))
        : cards.stream();
  }

  private static String payload(String structured) {
    Matcher payload = PAYLOAD.matcher(structured);
    return payload.find() ? payload.group(1) : structured;
  }

  private void print(ConversationRecord record) {
    out.println();
    out.println("Genesys Cloud's record of conversation " + record.id());
    for (ParticipantRecord participant : record.participants()) {
      out.printf(
          "  %-9s %-12s from %s to %s%n",
          participant.purpose().toString().toLowerCase(java.util.Locale.ROOT),
          participant.name(),
          TIME.format(participant.connectedAt()),
          participant.endedAt() == null ? "now" : TIME.format(participant.endedAt()));
    }
    for (MessageRecord message : record.messages()) {
      String file = message.attachment() == null ? "" : " [" + message.attachment() + "]";
      out.printf(
          "  %s  %-9s %s%s%n",
          TIME.format(message.time()),
          message.speaker().toString().toLowerCase(java.util.Locale.ROOT),
          Objects.requireNonNullElse(message.text(), "").strip().replaceAll("\\s*\\R\\s*", " / "),
          file);
    }
    out.println();
  }
}
