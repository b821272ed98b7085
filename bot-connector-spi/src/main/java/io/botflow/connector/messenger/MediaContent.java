// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.OptionalLong;
import javax.annotation.Nullable;

/**
 * An open file: its bytes as a stream, and what its holder says of it. Not thread-safe; whoever
 * opened it closes it.
 */
public final class MediaContent implements AutoCloseable {
  private final InputStream stream;
  private final @Nullable String mimeType;
  private final @Nullable String fileName;
  private final long sizeBytes;

  private MediaContent(
      InputStream stream, @Nullable String mimeType, @Nullable String fileName, long sizeBytes) {
    this.stream = Objects.requireNonNull(stream, "stream");
    this.mimeType = mimeType;
    this.fileName = fileName;
    this.sizeBytes = sizeBytes;
  }

  /**
   * Wraps an open stream.
   *
   * @param stream the bytes
   * @param mimeType the type as the holder names it
   * @param fileName the name as the holder names it; not to be trusted as a path
   * @param sizeBytes the size in bytes, or a negative number when it is not known
   * @return the content
   */
  public static MediaContent of(
      InputStream stream, @Nullable String mimeType, @Nullable String fileName, long sizeBytes) {
    return new MediaContent(stream, mimeType, fileName, sizeBytes);
  }

  /**
   * The bytes.
   *
   * @return the open stream, the same on each call
   */
  public InputStream stream() {
    return stream;
  }

  /**
   * The type as the holder names it.
   *
   * @return for example {@code image/jpeg}, or null
   */
  public @Nullable String mimeType() {
    return mimeType;
  }

  /**
   * The name as the holder names it.
   *
   * @return for example {@code photo.jpg}, or null
   */
  public @Nullable String fileName() {
    return fileName;
  }

  /**
   * The size.
   *
   * @return the size in bytes, or empty when it is not known
   */
  public OptionalLong sizeBytes() {
    return sizeBytes < 0 ? OptionalLong.empty() : OptionalLong.of(sizeBytes);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
