// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.Notes.Note;
import io.botflow.connector.messenger.MediaUnavailableException;
import io.botflow.connector.messenger.MediaWithheldException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a file is asked for that its messenger keeps to itself, counted from the first refusal
 * on whatever instance: a message that waited long for its turn has lost nothing of it.
 * Thread-safe.
 */
public final class FilePatience {
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Notes notes;
  private final Duration limit;
  private final Clock clock;

  /**
   * Sets the limit.
   *
   * @param notes where first refusals are kept
   * @param limit how long a file is asked for
   * @param clock the time of refusals
   */
  public FilePatience(Notes notes, Duration limit, Clock clock) {
    this.notes = notes;
    this.limit = limit;
    this.clock = clock;
  }

  /** What a refusal means: itself as long as it may pass, and a final one from then on. */
  IOException judged(String key, MediaWithheldException refusal) {
    String name = "withheld:" + key;
    Instant now = clock.instant();
    Optional<Note> first = notes.read(name);
    if (first.isEmpty()) {
      notes.write(name, Notes.ABSENT, now.toString(), limit.plus(REMEMBERED));
      return refusal;
    }
    return Instant.parse(first.get().text()).plus(limit).isAfter(now)
        ? refusal
        : new MediaUnavailableException(refusal.getMessage() + "; asked for " + limit);
  }
}
