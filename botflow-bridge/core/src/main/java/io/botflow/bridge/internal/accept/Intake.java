// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.PollCursor;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.connector.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one door through which messages enter the store. Thread-safe. */
public final class Intake {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final BridgeStore store;
  private final BridgeListener listener;
  private final Runnable wake;

  /**
   * Opens the door.
   *
   * @param store where entries go
   * @param listener who is told
   * @param wake called when new entries wait
   */
  public Intake(BridgeStore store, BridgeListener listener, Runnable wake) {
    this.store = store;
    this.listener = listener;
    this.wake = wake;
  }

  /**
   * One message to store.
   *
   * @param messageId its id at the side that wrote it, for observers
   * @param entry the entry
   * @param files the order to fetch its files, or null when it has none; observers are not told of
   *     it
   */
  record Item(String messageId, NewEntry entry, @Nullable NewEntry files) {
    Item(String messageId, NewEntry entry) {
      this(messageId, entry, null);
    }
  }

  /**
   * Stores the items, then gives the response; 503 when they cannot be stored now, so that the
   * sender repeats.
   */
  WebResponse acceptThen(WebResponse response, List<Item> items, String endpoint) {
    try {
      accept(items, null);
      return response;
    } catch (StoreUnavailableException e) {
      log.error(
          "{}: the store is not available, the sender is asked to repeat: {}",
          endpoint,
          e.getMessage());
      listener.onEvent(new BridgeEvent.Refused(endpoint, 503, "the store is not available"));
      return WebResponse.empty(503).withHeader("Retry-After", "5");
    }
  }

  void accept(List<Item> items, @Nullable PollCursor cursor) {
    if (items.isEmpty() && cursor == null) {
      return;
    }
    // The messages first, so that the answers stand at the places of their items.
    List<NewEntry> entries =
        Stream.concat(
                items.stream().map(Item::entry),
                items.stream().map(Item::files).filter(Objects::nonNull))
            .toList();
    List<Boolean> fresh = store.accept(entries, cursor);
    if (fresh.contains(true)) {
      wake.run();
    }
    IntStream.range(0, items.size())
        .forEach(
            i -> {
              Item item = items.get(i);
              listener.onEvent(
                  new BridgeEvent.Accepted(
                      item.entry().route(), item.entry().kind(), item.messageId(), !fresh.get(i)));
            });
  }

  Optional<String> cursor(String source) {
    return store.cursor(source);
  }

  /**
   * Refuses a request, and says so in the log and to the observers.
   *
   * @param endpoint the path, or words for it
   * @param status the status to answer
   * @param reason why
   * @return the empty response
   */
  public WebResponse refuse(String endpoint, int status, String reason) {
    log.warn("{} refused with {}: {}", endpoint, status, reason);
    listener.onEvent(new BridgeEvent.Refused(endpoint, status, reason));
    return WebResponse.empty(status);
  }

  void ignore(String route, String reason) {
    log.info("{}: nothing to carry: {}", route, reason);
    listener.onEvent(new BridgeEvent.Ignored(route, reason));
  }

  static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
