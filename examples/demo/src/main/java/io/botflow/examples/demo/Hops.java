// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.testkit.genesys.TrafficEvent;
import io.botflow.testkit.telegram.TelegramTraffic;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.annotation.Nullable;

/**
 * Prints each hop of each message on one line: when, from where, to where, what, and which.
 * Thread-safe.
 */
final class Hops {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final PrintStream out;
  private boolean closed;

  Hops(PrintStream out) {
    this.out = out;
  }

  void telegram(TelegramTraffic hop) {
    switch (hop.direction()) {
      case FROM_CUSTOMER -> print(hop.at(), "customer", "telegram", hop.kind(), hop.id());
      case TO_BOT -> print(hop.at(), "telegram", "bridge", hop.kind(), hop.id());
      case FROM_BOT -> {
        if (!hop.kind().equals("getUpdates")) {
          print(hop.at(), "bridge", "telegram", hop.kind() + " " + hop.status(), hop.id());
        }
      }
      case TO_CUSTOMER -> print(hop.at(), "telegram", "customer", hop.kind(), hop.id());
    }
  }

  void genesys(TrafficEvent hop) {
    String what = words(hop.kind().name()) + (hop.status() == 0 ? "" : " " + hop.status());
    String id = hop.messageId() == null ? hop.conversationId() : hop.messageId();
    String from = hop.kind() == TrafficEvent.Kind.WEBHOOK ? "genesys" : side(hop.from());
    print(hop.time(), from, side(hop.to()), what, id);
  }

  void bridge(BridgeEvent event) {
    if (event instanceof BridgeEvent.Accepted accepted && !accepted.repeated()) {
      print(Instant.now(), "bridge", "store", words(accepted.kind().name()), accepted.messageId());
    }
    if (event instanceof BridgeEvent.Postponed postponed) {
      print(
          Instant.now(),
          "bridge",
          "store",
          "waits: " + postponed.reason(),
          Long.toString(postponed.sequence()));
    }
  }

  /** Prints nothing more, so that what follows stands by itself. */
  synchronized void close() {
    closed = true;
  }

  /**
   * The simulator names each thing in full; on one line its kind is enough, and what is ours is the
   * bridge.
   */
  private static String side(String name) {
    if (name.startsWith("integration ") || name.equals("client") || name.equals("media")) {
      return "bridge";
    }
    return name.contains("bot") ? "bot" : name.replaceFirst("^(queue|agent) ", "");
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void print(Instant at, String from, String to, String what, @Nullable String id) {
    String line =
        "%s  %-8s → %-8s  %-24s %s".formatted(TIME.format(at), from, to, what, shortened(id));
    synchronized (this) {
      if (!closed) {
        out.println(line.stripTrailing());
      }
    }
  }

  private static String shortened(@Nullable String id) {
    return id == null ? "" : id.length() <= 10 ? id : id.substring(0, 8) + "…";
  }
}
