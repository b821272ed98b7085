// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * The files of customers' messages that Genesys Cloud fetched from their URLs and keeps for a
 * while. Thread-safe. Obtained from {@link Conversations}; implemented outside only by tests, since
 * later versions add methods.
 *
 * <p>Mirrors {@code /api/v2/conversations/messages/cachedmedia}.
 *
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public interface CachedMedia {

  /**
   * Lists all. Pages are read as the stream is.
   *
   * @return the files, lazily; read by one thread
   */
  default Stream<CachedMediaItem> list() {
    return list(null);
  }

  /**
   * Lists those of one URL. Pages are read as the stream is.
   *
   * @param url where the file was fetched from; null for all
   * @return the files, lazily; read by one thread
   */
  Stream<CachedMediaItem> list(@Nullable String url);

  /**
   * Reads one.
   *
   * @param id the id in the cache
   * @return the file
   * @throws io.botflow.genesys.error.NotFoundException if there is none of that id
   */
  CachedMediaItem read(String id);

  /**
   * Deletes one. That goes on after the call.
   *
   * @param id the id in the cache
   */
  void delete(String id);
}
