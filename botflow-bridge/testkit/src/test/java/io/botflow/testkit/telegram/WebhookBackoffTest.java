// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookBackoffTest {
  private final WebhookBackoff backoff = new WebhookBackoff(WebhookRetries.telegram());

  @Test
  void theFirstRetryIsImmediateAndLaterOnesDouble() {
    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      seconds.add(backoff.failed(Duration.ZERO, 0.5).toSeconds());
    }
    assertEquals(List.of(0L, 2L, 4L, 8L, 16L, 32L, 64L, 90L, 90L), seconds);
  }

  @Test
  void theLongestPauseLiesBetweenOneAndTwoMinutes() {
    for (int i = 0; i < 10; i++) {
      backoff.failed(Duration.ZERO, 0);
    }
    assertEquals(Duration.ofMinutes(1), backoff.failed(Duration.ZERO, 0));
    assertEquals(Duration.ofMinutes(2), backoff.failed(Duration.ZERO, 1));
  }

  @Test
  void retryAfterReplacesThePauseUpToAnHour() {
    assertEquals(Duration.ofSeconds(30), backoff.failed(Duration.ofSeconds(30), 0));
    assertEquals(Duration.ofHours(1), backoff.failed(Duration.ofDays(1), 0));
    assertEquals(Duration.ofSeconds(2), backoff.failed(Duration.ZERO, 0));
  }

  @Test
  void impossibleSchedulesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> WebhookRetries.telegram().scaled(0));
  }
}
