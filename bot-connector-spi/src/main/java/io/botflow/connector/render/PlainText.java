// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Template;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The texts that stand for places, people, templates and times. */
final class PlainText {
  // The label keeps the 20 characters that the narrowest messengers give to a button.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private PlainText() {}

  static String of(Location location, boolean markdown) {
    return new Composed(markdown)
        .words(location.name())
        .words(location.address())
        .words(
            "https://maps.google.com/?q="
                + plain(location.latitude())
                + ","
                + plain(location.longitude()))
        .written();
  }

  static String of(Contact contact, boolean markdown) {
    return of(
        Visible.in(contact.name())
            ? contact.name() + ": " + contact.phoneNumber()
            : contact.phoneNumber(),
        markdown);
  }

  /** Words that nobody formatted. */
  static String of(String words, boolean markdown) {
    return Visible.in(words) ? new Composed(markdown).words(words).written() : words;
  }

  static String of(Template template) {
    return Lines.paragraphs(template.header(), template.body(), template.footer());
  }

  static List<Choice> times(DatePicker picker) {
    return picker.times().stream()
        .map(slot -> Choice.of(label(slot.start()), slot.start().toString()))
        .toList();
  }

  private static String label(Instant time) {
    return TIME.format(time);
  }

  /** Never in scientific notation, which maps do not read. */
  private static String plain(double degrees) {
    return BigDecimal.valueOf(degrees).toPlainString();
  }
}
