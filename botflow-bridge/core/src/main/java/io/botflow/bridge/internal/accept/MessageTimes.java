// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import io.botflow.connector.message.Message;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.Update;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells apart what one customer sends within one second: some messengers give the time in whole
 * seconds, and Genesys Cloud orders a transcript by it. Thread-safe.
 *
 * <p>Such a time gets the milliseconds that had passed when the message came here, at most {@value
 * #LATEST}; and none is before the room that the pieces of the message before it may need. No time
 * leaves its second. It is settled before the message is stored, so that each attempt, by whichever
 * instance, sends the same one.
 */
public final class MessageTimes {
  private static final long LATEST = 900;
  private static final Duration END = Duration.ofMillis(999);
  private static final Duration NEAR = Duration.ofSeconds(2);
  private static final int CUSTOMERS = 10_000;

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();

  /** From when on there is room for each customer's next message, the last to write at the end. */
  private final Map<Peer, Instant> free = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Begins without memory.
   *
   * @param clock tells when messages come
   */
  public MessageTimes(Clock clock) {
    this.clock = clock;
  }

  /** The same update at its own time; receipts keep theirs. */
  Update spread(Update update) {
    if (update instanceof Update.Received it) {
      return new Update.Received(it.id(), spread(it.message()), it.sender());
    }
    if (update instanceof Update.Edited it) {
      return new Update.Edited(it.id(), spread(it.message()));
    }
    if (update instanceof Update.Deleted it) {
      return new Update.Deleted(it.id(), it.peer(), it.messageId(), next(it.peer(), it.at(), 1));
    }
    if (update instanceof Update.Reacted it) {
      Instant at = next(it.peer(), it.at(), 1);
      return new Update.Reacted(it.id(), it.peer(), it.messageId(), it.emoji(), at);
    }
    if (update instanceof Update.Started it) {
      Instant at = next(it.peer(), it.at(), 1);
      return new Update.Started(it.id(), it.peer(), it.sender(), it.reference(), at);
    }
    if (update instanceof Update.Stopped it) {
      return new Update.Stopped(it.id(), it.peer(), next(it.peer(), it.at(), 1));
    }
    return update;
  }

  private Message spread(Message message) {
    // A text of its own may follow the files.
    int pieces = message.parts().size() + 1;
    return message.withSentAt(next(message.peer(), message.sentAt(), pieces));
  }

  private Instant next(Peer peer, Instant sentAt, int pieces) {
    lock.lock();
    try {
      boolean wholeSecond = sentAt.equals(sentAt.truncatedTo(ChronoUnit.SECONDS));
      Instant end = sentAt.plus(END);
      Instant time = wholeSecond ? sentAt.plusMillis(passed(sentAt)) : sentAt;
      Instant room = free.getOrDefault(peer, Instant.MIN);
      if (room.isAfter(time) && room.isBefore(sentAt.plus(NEAR))) {
        time = room.isAfter(end) ? end : room;
      }
      free.put(peer, time.plusMillis(pieces));
      if (free.size() > CUSTOMERS) {
        Iterator<Peer> oldest = free.keySet().iterator();
        oldest.next();
        oldest.remove();
      }
      return time;
    } finally {
      lock.unlock();
    }
  }

  private long passed(Instant sentAt) {
    return Math.max(0, Math.min(LATEST, Duration.between(sentAt, clock.instant()).toMillis()));
  }
}
