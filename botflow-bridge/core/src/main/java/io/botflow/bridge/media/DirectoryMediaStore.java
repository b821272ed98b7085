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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link MediaStore} with one file per key: the bytes, then their description (see {@link
 * Trailer}).
 *
 * <p>Bytes and description share a file so that one atomic move makes both visible, also when a key
 * is replaced; whoever is reading the old file keeps it. The name on disk is a hash of the key:
 * nothing outside the directory can be named, and file systems that ignore case do not mix keys up.
 * A writer holds a lock on its temporary file, which tells a write that goes on, in this process or
 * another, from one that crashed.
 */
final class DirectoryMediaStore implements MediaStore {
  private static final Logger log = LoggerFactory.getLogger(DirectoryMediaStore.class);

  private static final String SUFFIX = ".media";
  private static final String TEMPORARY_PREFIX = "put-";
  private static final String TEMPORARY_SUFFIX = ".tmp";
  private static final int BUFFER_BYTES = 64 * 1024;

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
      store.removeLeftovers();
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException("directory: " + directory + " cannot hold media", e);
    }
  }

  @Override
  public StoredMedia put(String key, MediaContent content, long maxBytes) throws IOException {
    MediaKeys.check(key);
    Objects.requireNonNull(content, "content");
    if (content.sizeBytes().orElse(0) > maxBytes) {
      throw new MediaTooLargeException(maxBytes);
    }
    Path temporary = Files.createTempFile(directory, TEMPORARY_PREFIX, TEMPORARY_SUFFIX);
    try {
      StoredMedia media = write(temporary, key, content, maxBytes);
      Files.setLastModifiedTime(temporary, FileTime.from(clock.instant()));
      moveIntoPlace(temporary, fileOf(key));
      return media;
    } catch (IOException | RuntimeException | Error e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  private static StoredMedia write(Path temporary, String key, MediaContent content, long maxBytes)
      throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      OutputStream out = Channels.newOutputStream(channel);
      InputStream in = content.stream();
      byte[] head = in.readNBytes(MimeSniffer.HEAD_BYTES);
      String mimeType = MimeSniffer.typeOf(content.mimeType(), head);
      HashedCopy copy = new HashedCopy(out, maxBytes);
      copy.write(head, head.length);
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        copy.write(buffer, n);
      }
      StoredMedia media =
          new StoredMedia(
              key,
              FileNames.safe(content.fileName(), mimeType),
              mimeType,
              copy.bytes(),
              copy.sha256());
      out.write(Trailer.encode(media));
      channel.force(true);
      return media;
    }
  }

  private void moveIntoPlace(Path temporary, Path target) throws IOException {
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the media directory's file system cannot move files atomically", e);
    }
    forceDirectory();
  }

  /** Makes the new name itself durable. Windows cannot open a directory, and needs no such step. */
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
    MediaKeys.check(key);
    try (FileChannel channel = FileChannel.open(fileOf(key), StandardOpenOption.READ)) {
      return Optional.of(Trailer.read(channel));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public InputStream open(String key, long offset) throws IOException {
    MediaKeys.check(key);
    if (offset < 0) {
      throw new IllegalArgumentException("offset: must not be negative, was " + offset);
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(fileOf(key), StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new NoSuchFileException(key, null, "no media under this key");
    }
    try {
      long size = Trailer.read(channel).sizeBytes();
      channel.position(Math.min(offset, size));
      return new BoundedInputStream(Channels.newInputStream(channel), Math.max(0, size - offset));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public int removeOlderThan(Duration age) throws IOException {
    if (age.isNegative()) {
      throw new IllegalArgumentException("age: must not be negative, was " + age);
    }
    Instant limit = clock.instant().minus(age);
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : files) {
        if (isOlder(file, limit) && Files.deleteIfExists(file)) {
          removed++;
        }
      }
    }
    return removed;
  }

  private static boolean isOlder(Path file, Instant limit) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
    } catch (NoSuchFileException removedMeanwhile) {
      return false;
    }
  }

  private void removeLeftovers() throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, TEMPORARY_PREFIX + "*" + TEMPORARY_SUFFIX)) {
      for (Path file : files) {
        if (isAbandoned(file) && Files.deleteIfExists(file)) {
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

  private Path fileOf(String key) {
    byte[] hash = HashedCopy.sha256Digest().digest(key.getBytes(StandardCharsets.US_ASCII));
    return directory.resolve(HexFormat.of().formatHex(hash) + SUFFIX);
  }
}
