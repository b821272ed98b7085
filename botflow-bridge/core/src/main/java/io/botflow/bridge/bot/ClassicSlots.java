// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.SlotValue.OfBoolean;
import io.botflow.connector.bot.SlotValue.OfCollection;
import io.botflow.connector.bot.SlotValue.OfCurrency;
import io.botflow.connector.bot.SlotValue.OfDatetime;
import io.botflow.connector.bot.SlotValue.OfDecimal;
import io.botflow.connector.bot.SlotValue.OfInteger;
import io.botflow.genesys.botconnector.v1.SlotValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Spells slot values as the typed JSON of version 1. */
final class ClassicSlots {
  private ClassicSlots() {}

  static SlotValue json(io.botflow.connector.bot.SlotValue value) {
    if (value instanceof OfCollection collection) {
      return SlotValue.collection(collection.values().stream().map(ClassicSlots::json).toList());
    }
    if (value instanceof OfInteger integer) {
      return SlotValue.of(integer.value());
    }
    if (value instanceof OfDecimal decimal) {
      return SlotValue.of(plain(decimal.value()));
    }
    if (value instanceof OfBoolean bool) {
      return SlotValue.of(bool.value());
    }
    if (value instanceof OfCurrency money) {
      return SlotValue.currency(money.amount(), money.code());
    }
    if (value instanceof OfDatetime time) {
      return SlotValue.of(local(time.value()));
    }
    return SlotValue.of(SlotForms.text(value));
  }

  /** Without a zone, as the only known example of version 1 has it; the time is in UTC. */
  private static String local(Instant time) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
        LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC));
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }
}
