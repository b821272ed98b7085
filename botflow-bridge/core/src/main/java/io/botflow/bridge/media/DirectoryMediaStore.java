// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import io.botflow.connector.messenger.MediaContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link MediaStore} with one file for each content, named by its hash, and one small {@link
 * Description} for each key: what is sent a thousand times is kept once.
 *
 * <p>The bytes are in place before a description names them, each by one atomic move, so that a key
 * shows a whole file or none, also when it is replaced; whoever is reading keeps the file that was
 * opened. The names on disk are hashes: nothing outside the directory can be named, and file
 * systems that ignore case do not mix keys up. A writer holds a lock on its temporary file, which
 * tells a write that goes on, in this process or another, from one that crashed.
 */
final class DirectoryMediaStore implements MediaStore {
  private static final Logger log = LoggerFactory.getLogger(DirectoryMediaStore.class);

  private static final String BYTES = ".bytes";
  private static final String DESCRIPTION = ".json";
  private static final String TEMPORARY_PREFIX = "put-";
  private static final String TEMPORARY = ".tmp";

  private final Path directory;
  private final Clock clock;

  private DirectoryMediaStore(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  static DirectoryMediaStore open(Path directory, Clock clock) {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(clock, "clock");
    try {
      DirectoryMediaStore store =
          new DirectoryMediaStore(Files.createDirectories(directory).toRealPath(), clock);
      store.removeLeftovers(Instant.MAX);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException("directory: " + directory + " cannot hold media", e);
    }
  }

  @Override
  public StoredMedia put(String key, MediaContent content, long maxBytes) throws IOException {
    Path description = descriptionOf(key);
    if (content.sizeBytes().orElse(0) > maxBytes) {
      throw new MediaTooLargeException(maxBytes);
    }
    StoredMedia media =
        create(
            out -> HashedCopy.copy(key, content, maxBytes, out),
            copied -> bytesOf(copied.sha256()));
    create(
        out -> {
          out.write(Description.encode(media));
          return media;
        },
        described -> description);
    forceDirectory();
    return media;
  }

  /** Writes a file. */
  private interface Writing {
    StoredMedia to(OutputStream out) throws IOException;
  }

  /**
   * Writes a file beside its place and moves it there. What is there already is replaced even by
   * the same bytes: the file becomes younger, and is kept as long as the youngest key needs it.
   */
  private StoredMedia create(Writing writing, Function<StoredMedia, Path> place)
      throws IOException {
    Path temporary = Files.createTempFile(directory, TEMPORARY_PREFIX, TEMPORARY);
    try {
      StoredMedia media;
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        media = writing.to(Channels.newOutputStream(channel));
        channel.force(true);
      }
      Files.setLastModifiedTime(temporary, FileTime.from(clock.instant()));
      moveIntoPlace(temporary, place.apply(media));
      return media;
    } catch (IOException | RuntimeException | Error e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  private static void moveIntoPlace(Path temporary, Path target) throws IOException {
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the media directory's file system cannot move files atomically", e);
    }
  }

  /**
   * Makes new names themselves durable. Windows cannot open a directory, and needs no such step.
   */
  private void forceDirectory() throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(directory, StandardOpenOption.READ);
    } catch (IOException notOnThisSystem) {
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }

  @Override
  public Optional<StoredMedia> find(String key) throws IOException {
    try {
      StoredMedia media = Description.decode(Files.readAllBytes(descriptionOf(key)));
      if (Files.size(bytesOf(media.sha256())) != media.sizeBytes()) {
        throw new MediaDamagedException(
            "a file in the media directory is damaged: its size has changed");
      }
      return Optional.of(media);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public InputStream open(String key, long offset) throws IOException {
    MediaKeys.checkOffset(offset);
    Optional<StoredMedia> media = find(key);
    if (media.isEmpty()) {
      throw new NoSuchFileException(key, null, "no media under this key");
    }
    FileChannel channel = FileChannel.open(bytesOf(media.get().sha256()), StandardOpenOption.READ);
    try {
      channel.position(Math.min(offset, media.get().sizeBytes()));
      return Channels.newInputStream(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public int removeOlderThan(Duration age) throws IOException {
    Instant limit = clock.instant().minus(MediaKeys.checkAge(age));
    int removed = removeOlder("*" + DESCRIPTION, limit);
    removeOlder("*" + BYTES, limit);
    removeLeftovers(limit);
    return removed;
  }

  private int removeOlder(String names, Instant limit) throws IOException {
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, names)) {
      for (Path file : files) {
        if (isOlder(file, limit) && removeUnlessReplaced(file, limit)) {
          removed++;
        }
      }
    }
    return removed;
  }

  /**
   * Takes a file away before it looks again, since a put may have replaced it by a young one
   * between the look and the removal; that one is put back.
   */
  private boolean removeUnlessReplaced(Path file, Instant limit) throws IOException {
    Path aside = directory.resolve(TEMPORARY_PREFIX + UUID.randomUUID() + TEMPORARY);
    try {
      moveIntoPlace(file, aside);
    } catch (NoSuchFileException removedMeanwhile) {
      return false;
    }
    if (isOlder(aside, limit)) {
      Files.deleteIfExists(aside);
      return true;
    }
    moveIntoPlace(aside, file);
    return false;
  }

  private static boolean isOlder(Path file, Instant limit) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
    } catch (NoSuchFileException removedMeanwhile) {
      return false;
    }
  }

  private void removeLeftovers(Instant limit) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, TEMPORARY_PREFIX + "*" + TEMPORARY)) {
      for (Path file : files) {
        if (isOlder(file, limit) && isAbandoned(file) && Files.deleteIfExists(file)) {
          log.info("Removed what a crashed write left in the media directory");
        }
      }
    }
  }

  private static boolean isAbandoned(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException writtenByThisProcess) {
      return false;
    } catch (NoSuchFileException finishedMeanwhile) {
      return false;
    }
  }

  private Path descriptionOf(String key) {
    byte[] hash =
        HashedCopy.sha256Digest().digest(MediaKeys.check(key).getBytes(StandardCharsets.US_ASCII));
    return directory.resolve(HexFormat.of().formatHex(hash) + DESCRIPTION);
  }

  private Path bytesOf(String sha256) {
    return directory.resolve(sha256 + BYTES);
  }
}
