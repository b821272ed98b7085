// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.messenger.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;

class PollFailuresTest {
  private final IOException away = new IOException("the messenger is away");

  private final PollFailures failures = new PollFailures();

  @Test
  void restsDoubleUpToHalfAMinute() {
    List<Long> rests =
        IntStream.range(0, 7).mapToObj(i -> failures.rest(away).toSeconds()).toList();
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 30L, 30L), rests);
    failures.over();
    assertEquals(Duration.ofSeconds(1), failures.rest(away));
  }

  @Test
  void aMessengerThatAsksForAPauseGetsAllOfIt() {
    assertEquals(Duration.ofSeconds(47), failures.rest(new Asking(Duration.ofSeconds(47))));
    assertEquals(Duration.ofSeconds(1), failures.rest(new Asking(Duration.ZERO)));
    assertEquals(Duration.ofSeconds(1), failures.rest(new Asking(null)));
    assertEquals(Duration.ofSeconds(2), failures.rest(away), "only the one without a time counted");
  }

  @Test
  void afterThreeFailuresOthersMayTryUntilAPollGoesWell() {
    failures.rest(away);
    failures.rest(away);
    assertFalse(failures.isForOthers());
    failures.rest(away);
    assertTrue(failures.isForOthers());
    failures.rest(away);
    assertTrue(failures.isForOthers());
    failures.over();
    assertFalse(failures.isForOthers());
  }

  @Test
  void aPauseThatIsAskedForIsNoReasonToLetOthersTry() {
    for (int i = 0; i < 10; i++) {
      failures.rest(new Asking(Duration.ofSeconds(5)));
    }
    assertFalse(failures.isForOthers());
  }

  private static final class Asking extends IOException implements RetryAfter {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration pause;

    Asking(@Nullable Duration pause) {
      super("wait");
      this.pause = pause;
    }

    @Override
    public @Nullable Duration retryAfter() {
      return pause;
    }
  }
}
