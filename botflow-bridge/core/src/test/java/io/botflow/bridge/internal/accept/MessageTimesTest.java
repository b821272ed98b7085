// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Message;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Update;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageTimesTest {
  private static final Instant SECOND = Instant.parse("2026-01-05T10:00:00Z");
  private static final Peer ANNA = new Peer("letters", "us", "anna");
  private static final Peer BORYS = new Peer("letters", "us", "borys");

  private final MessageTimes times = at(SECOND.plusMillis(300));

  private static MessageTimes at(Instant now) {
    return new MessageTimes(Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Instant sent(MessageTimes times, Peer peer, Instant at, int parts) {
    List<Part> content = Collections.nCopies(parts, new Text("x"));
    Update update = new Update.Received("u", Message.of("m", peer, at, content), null);
    return ((Update.Received) times.spread(update)).message().sentAt();
  }

  @Test
  void aWholeSecondGetsTheMillisecondsThatHadPassed() {
    assertEquals(SECOND.plusMillis(300), sent(times, ANNA, SECOND, 1));
    assertEquals(SECOND.plusMillis(900), sent(at(SECOND.plusSeconds(90)), ANNA, SECOND, 1));
    assertEquals(SECOND, sent(at(SECOND.minusSeconds(1)), ANNA, SECOND, 1), "their clock is fast");
  }

  @Test
  void theNextMessageStandsBehindAllPiecesOfTheOneBefore() {
    Instant first = sent(times, ANNA, SECOND, 3);
    Instant second = sent(times, ANNA, SECOND, 1);
    Update reaction = times.spread(new Update.Reacted("r", ANNA, "m", "\ud83d\udc4d", SECOND));

    assertTrue(second.isAfter(first.plusMillis(3)), "three pieces, and a text behind them");
    assertTrue(((Update.Reacted) reaction).at().isAfter(second.plusMillis(1)));
    assertEquals(first, sent(times, BORYS, SECOND, 1), "another customer is no matter");
  }

  @Test
  void noTimeLeavesItsSecondNorGoesBack() {
    List<Instant> all =
        IntStream.range(0, 1_000).mapToObj(i -> sent(times, ANNA, SECOND, 4)).toList();

    assertEquals(all.stream().sorted().toList(), all);
    assertEquals(SECOND.plusMillis(999), all.get(999));
    assertTrue(sent(times, ANNA, SECOND.plusSeconds(1), 1).isAfter(all.get(999)));
  }

  @Test
  void aTimeThatIsFinerOrOlderStays() {
    Instant fine = SECOND.plusMillis(777);
    assertEquals(fine, sent(times, ANNA, fine, 1));
    assertEquals(
        SECOND.minusSeconds(5).plusMillis(900), sent(times, ANNA, SECOND.minusSeconds(5), 1));
  }
}
