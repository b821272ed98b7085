// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way of what customers do to the bot's updates.
 *
 * @param bot the bot as Telegram's {@code User}
 * @param queryLifetime how long a pressed button waits for its answer
 * @param queries numbers for callback queries
 */
record Uplink(
    Clock clock,
    ObjectNode bot,
    UpdateQueue queue,
    FileVault files,
    MediaObjects objects,
    Traffic traffic,
    Duration queryLifetime,
    AtomicLong queries) {
  /** What the kinds of updates are called in the chats of business accounts. */
  private static final Map<String, String> BUSINESS =
      Map.of("message", "business_message", "edited_message", "edited_business_message");

  /** Sends an update; the listeners hear of it before the bot can. */
  void send(String kind, Chat chat, String id, ObjectNode content) {
    String name = chat.connection() == null ? kind : BUSINESS.getOrDefault(kind, kind);
    traffic.fromCustomer(name, chat.id(), id);
    queue.add(name, chat.id(), content);
  }
}
