// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.operations;

import io.botflow.bridge.internal.deliver.FileNotice;
import io.botflow.bridge.internal.fetch.FetchOrder;
import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.Update;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Entries of each kind, as the bridge makes them for a customer. */
final class EveryKind {
  private static final Media FILE =
      Media.of(Media.Type.FILE, new MediaSource.MessengerFile("file"));

  private EveryKind() {}

  static List<NewEntry> of(EntryKind kind, String route, String userId) {
    String key = "key of " + userId;
    return switch (kind) {
      case INBOUND, OUTBOUND, STATUS, RECEIPT ->
          List.of(LaneKeys.entry(kind, route, userId, key, "{}"));
      case HAND_OVER ->
          List.of(LaneKeys.entryAmong(kind, EntryKind.INBOUND, route, userId, key, "{}"));
      case OWN_MESSAGE ->
          new FileNotice("%s is lost", null, Clock.systemUTC())
              .of(route, peer(userId), key, List.of("a file"));
      case FETCH -> fetch(route, userId);
    };
  }

  private static List<NewEntry> fetch(String route, String userId) {
    Message message = Message.of("m", peer(userId), Instant.EPOCH, List.of(FILE));
    Update update = new Update.Received("update of " + userId, message, null);
    return Stream.of(
            FetchOrder.inbound(route, update),
            FetchOrder.outbound(route, userId, "message to " + userId, List.of(FILE)))
        .map(order -> order.orElseThrow())
        .toList();
  }

  private static Peer peer(String userId) {
    return new Peer("test", "account", userId);
  }
}
