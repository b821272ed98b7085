// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import io.botflow.connector.messenger.MediaContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the bridge keeps the bytes of pictures, sounds and files on their way.
 *
 * <p>Implementations stream: no method holds a whole file in memory. A file that {@link #put} has
 * returned survives a crash of the process; one that it has not returned is never visible. Safe for
 * concurrent use. The testkit has these promises as tests, {@code MediaStoreContract}.
 */
public interface MediaStore {

  /**
   * A store in a directory of the file system, which several processes may share.
   *
   * <p>A file is written beside its place, forced to disk and moved there in one step, so that it
   * is either there as a whole or not at all. Files of equal bytes are kept once, whatever their
   * keys and names. What a crashed write left behind is removed here. Keys have at most 128
   * characters.
   *
   * @param directory where to keep the files; made when it does not exist
   * @return the store
   * @throws java.io.UncheckedIOException if the directory cannot be made or read
   */
  static MediaStore directory(Path directory) {
    return directory(directory, Clock.systemUTC());
  }

  /**
   * A store in a directory, as {@link #directory(Path)}, with a clock of its own.
   *
   * @param directory where to keep the files; made when it does not exist
   * @param clock gives the files their times, which {@link #removeOlderThan} compares
   * @return the store
   * @throws java.io.UncheckedIOException if the directory cannot be made or read
   */
  static MediaStore directory(Path directory, Clock clock) {
    return DirectoryMediaStore.open(directory, clock);
  }

  /**
   * A store that holds all files in memory and ends with the process: for tests, and for trying
   * things out. It is the one store that does hold whole files.
   *
   * @param clock gives the files their times, which {@link #removeOlderThan} compares
   * @return an empty store
   */
  static MediaStore inMemory(Clock clock) {
    return new InMemoryMediaStore(clock);
  }

  /**
   * This store behind a scanner: what it finds infected is not kept, and was never visible.
   *
   * @param scanner sees each file while it is stored
   * @return a store whose {@link #put} also throws {@link MediaInfectedException}
   */
  default MediaStore scannedBy(MediaScanner scanner) {
    return new ScanningMediaStore(this, scanner);
  }

  /**
   * Stores a file under a key; a file that is there already is replaced as a whole.
   *
   * <p>The type is kept without parameters. Where the first bytes show that a file is of another
   * type than declared, or none was declared, the type they show is kept. The name is made safe.
   *
   * @param key letters, digits, {@code -} and {@code _}
   * @param content the bytes with their type and name; read until the stream says that it ends, not
   *     closed
   * @param maxBytes the largest size to take
   * @return what was stored
   * @throws MediaTooLargeException if there are more bytes; nothing is kept
   * @throws IOException if reading or storing failed; nothing is kept
   */
  StoredMedia put(String key, MediaContent content, long maxBytes) throws IOException;

  /**
   * Looks a file up.
   *
   * @param key its key
   * @return what is stored, or empty when there is none
   * @throws IOException if the store cannot be read
   */
  Optional<StoredMedia> find(String key) throws IOException;

  /**
   * Opens a file.
   *
   * @param key its key
   * @param offset the first byte to read, from 0
   * @return its bytes from there; the caller closes them
   * @throws java.nio.file.NoSuchFileException if there is none
   * @throws IOException if the store cannot be read
   */
  InputStream open(String key, long offset) throws IOException;

  /**
   * Removes what was stored longer ago than an age. Choose it above the lifetime of the links that
   * {@link MediaLinks} makes. A store whose files expire by themselves, as in object storage, keeps
   * this default, which removes nothing.
   *
   * @param age the age, 0 or more
   * @return how many files were removed
   * @throws IOException if the store cannot be read or changed
   */
  default int removeOlderThan(Duration age) throws IOException {
    return 0;
  }
}
