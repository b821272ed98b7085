// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.media;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that is being downloaded. Read by one thread; closing it ends the download, also when it
 * is not complete.
 */
public interface Download extends AutoCloseable {

  /**
   * What the far side says the file is.
   *
   * @return its MIME type, if it was told
   */
  Optional<String> contentType();

  /**
   * What the far side says about the length.
   *
   * @return bytes, if it was told
   */
  OptionalLong contentLength();

  /**
   * The bytes as they arrive. Reading fails with a {@link DownloadLimitException} when the file is
   * longer or takes longer than allowed.
   *
   * @return the stream; ended by {@link #close()}
   */
  InputStream body();

  /** Ends the download. */
  @Override
  void close();
}
