// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.Notes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PollTurnTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Notes notes = Notes.inMemory(new HandClock());
  private final PollTurn first = new PollTurn(notes, "telegram:1", "first");
  private final PollTurn second = new PollTurn(notes, "telegram:1", "second");

  @Test
  void oneInstancePollsAndKeepsItsTurn() {
    assertTrue(first.isOurs());
    assertFalse(second.isOurs());
    for (int i = 0; i < 10; i++) {
      pass(PollTurn.RENEWAL);
      first.renew();
    }
    assertFalse(second.isOurs());
  }

  @Test
  void anotherGoesOnWhenItStops() {
    assertTrue(first.isOurs());
    first.end();
    pass(Duration.ofMillis(2));
    assertTrue(second.isOurs());
    assertFalse(first.isOurs());
  }

  @Test
  void anotherGoesOnWhenItDies() {
    assertTrue(first.isOurs());
    pass(Duration.ofSeconds(16));
    assertTrue(second.isOurs());
  }

  @Test
  void whoHasNoTurnEndsNone() {
    assertTrue(first.isOurs());
    assertFalse(second.isOurs());
    second.end();
    pass(Duration.ofMillis(2));
    assertFalse(second.isOurs());
  }

  @Test
  void whoHasNoTurnRenewsNone() {
    second.renew();
    assertTrue(first.isOurs());
  }

  @Test
  void accountsAreApart() {
    assertTrue(first.isOurs());
    assertTrue(new PollTurn(notes, "telegram:2", "second").isOurs());
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private final class HandClock extends Clock {
    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
