// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.botflow.bridge.store.Pacing.Rate;
import io.botflow.genesys.call.CallAttempt;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.call.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

  @Test
  void theLimitIsLearnedFromAnswers() {
    RequestLimit limit = new RequestLimit(OptionalInt.empty());
    assertNull(limit.messages());
    assertNull(limit.receipts());
    assertNull(limit.typing());
    limit.attempted(answer(null));
    assertNull(limit.messages());
    limit.attempted(answer(300));
    assertEquals(Rate.perMinute(300), limit.messages());
    limit.attempted(answer(1200));
    assertEquals(Rate.perMinute(1200), limit.messages());
  }

  @Test
  void aSettingIsKeptToWhateverAnswersSay() {
    RequestLimit limit = new RequestLimit(OptionalInt.of(100));
    limit.attempted(answer(300));

    assertEquals(Rate.perMinute(100), limit.messages());
  }

  @Test
  void messagesComeBeforeReceiptsAndThoseBeforeTyping() {
    RequestLimit limit = new RequestLimit(OptionalInt.of(300));

    assertEquals(12, limit.messages().burst());
    assertEquals(6, limit.receipts().burst());
    assertEquals(3, limit.typing().burst());
    assertEquals(limit.messages().interval(), limit.typing().interval());
  }

  private static CallAttempt answer(Integer allowed) {
    return new CallAttempt(
        Operation.SEND_MESSAGE,
        "POST /messages",
        1,
        Instant.EPOCH,
        Duration.ZERO,
        200,
        null,
        null,
        allowed == null ? null : new RateLimit(1, allowed, Duration.ofMinutes(1)),
        null);
  }
}
