package io.botflow.examples.demo;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.testkit.genesys.TrafficEvent;
import io.botflow.testkit.telegram.TelegramTraffic;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import javax.annotation.Nullable;

/** Prints each hop of each message on one line: when, from where, to where, what, and which. Thread-safe. */
final class Hops {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final PrintStream out;
  private final AtomicInteger count = new AtomicInteger();

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
    String what = hop.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    String id = hop.messageId() == null ? hop.conversationId() : hop.messageId();
    print(hop.time(), hop.from(), hop.to(), hop.status() == 0 ? what : what + " " + hop.status(), id);
  }

  void bridge(BridgeEvent event) {
    if (event instanceof BridgeEvent.Accepted accepted && !accepted.repeated()) {
      print(Instant.now(), "bridge", "store", accepted.kind().name().toLowerCase(java.util.Locale.ROOT), accepted.messageId());
    }
    if (event instanceof BridgeEvent.Postponed postponed) {
      print(Instant.now(), "bridge", "store", "waits: " + postponed.reason(), Long.toString(postponed.sequence()));
    }
  }

  private void print(Instant at, String from, String to, String what, @Nullable String id) {
    String line = "%s  %-9s → %-9s  %-28s %s".formatted(TIME.format(at), from, to, what, shortened(id));
    out.println(line.stripTrailing());
    count.incrementAndGet();
  }

  private static String shortened(@Nullable String id) {
    return id == null ? "" : id.length() <= 10 ? id : id.substring(0, 8) + "…";
  }
}
