// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import io.botflow.connector.messenger.MediaContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link MediaStore} that holds all bytes in memory and ends with the process. */
final class InMemoryMediaStore implements MediaStore {

  private static final class Kept {
    private final StoredMedia media;
    private final byte[] bytes;
    private final Instant at;

    Kept(StoredMedia media, byte[] bytes, Instant at) {
      this.media = media;
      this.bytes = bytes;
      this.at = at;
    }
  }

  private final Map<String, Kept> files = new ConcurrentHashMap<>();
  private final Clock clock;

  InMemoryMediaStore(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public StoredMedia put(String key, MediaContent content, long maxBytes) throws IOException {
    MediaKeys.check(key);
    if (content.sizeBytes().orElse(0) > maxBytes) {
      throw new MediaTooLargeException(maxBytes);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StoredMedia media = HashedCopy.copy(key, content, maxBytes, bytes);
    files.put(key, new Kept(media, bytes.toByteArray(), clock.instant()));
    return media;
  }

  @Override
  public Optional<StoredMedia> find(String key) {
    return Optional.ofNullable(files.get(MediaKeys.check(key))).map(kept -> kept.media);
  }

  @Override
  public InputStream open(String key, long offset) throws IOException {
    Kept kept = files.get(MediaKeys.check(key));
    MediaKeys.checkOffset(offset);
    if (kept == null) {
      throw new NoSuchFileException(key, null, "no media under this key");
    }
    int start = (int) Math.min(offset, kept.bytes.length);
    return new ByteArrayInputStream(kept.bytes, start, kept.bytes.length - start);
  }

  @Override
  public int removeOlderThan(Duration age) {
    Instant limit = clock.instant().minus(MediaKeys.checkAge(age));
    int removed = 0;
    for (Iterator<Kept> all = files.values().iterator(); all.hasNext(); ) {
      if (all.next().at.isBefore(limit)) {
        all.remove();
        removed++;
      }
    }
    return removed;
  }
}
