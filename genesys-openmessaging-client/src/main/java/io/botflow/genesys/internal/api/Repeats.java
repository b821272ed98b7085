// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import io.botflow.genesys.call.CallAttempt;
import io.botflow.genesys.error.GenesysException;
import java.time.Duration;
import java.time.Instant;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What calls and transfers of files share: whether to go on, waiting, and who is told. */
final class Repeats {
  private static final Logger log = LoggerFactory.getLogger(Repeats.class);

  private final CallSettings settings;
  private final RetryRule rule;

  Repeats(CallSettings settings) {
    this.settings = settings;
    this.rule = new RetryRule(settings.retries(), settings.random());
  }

  RetryRule rule() {
    return rule;
  }

  Instant now() {
    return settings.clock().instant();
  }

  /** Until when something that begins now may start another attempt. */
  Instant lastStart() {
    return now().plus(settings.retries().totalTime());
  }

  /** The delay before the next attempt after so many failed ones, or null for no next one. */
  @Nullable
  Duration pause(boolean allowed, GenesysException failure, int failures, Instant lastStart) {
    if (!allowed
        || failures >= settings.retries().maxAttempts()
        || Thread.currentThread().isInterrupted()) {
      return null;
    }
    Duration delay = rule.delay(failure, failures);
    return now().plus(delay).isAfter(lastStart) ? null : delay;
  }

  void report(CallAttempt attempt) {
    try {
      settings.listener().attempted(attempt);
    } catch (RuntimeException e) {
      log.warn("A call listener failed on {}", attempt.request(), e);
    }
  }

  /** Waits; an interrupted thread keeps its flag and gets the failure instead of another try. */
  void sleep(Duration pause, GenesysException failure) {
    if (pause.isZero()) {
      return;
    }
    try {
      settings.sleeper().sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure.addSuppressed(e);
      throw failure;
    }
  }
}
