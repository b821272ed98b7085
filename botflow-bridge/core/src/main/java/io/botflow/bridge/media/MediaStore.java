// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import io.botflow.connector.messenger.MediaContent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where the bridge keeps the bytes of pictures, sounds and files on their way.
 *
 * <p>Implementations stream: no method holds a whole file in memory. A file that {@link #put} has
 * returned survives a crash of the process; one that it has not returned is never visible. Safe for
 * concurrent use.
 */
public interface MediaStore {

  /**
   * Stores a file under a key; a file that is there already is replaced as a whole.
   *
   * @param key letters, digits, {@code -} and {@code _}
   * @param content the bytes with their type and name; read to the end, not closed
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
}
