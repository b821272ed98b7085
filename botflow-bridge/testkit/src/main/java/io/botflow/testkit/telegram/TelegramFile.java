// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.util.Objects;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A file that the simulated Telegram keeps: uploaded by the bot, fetched from a URL, or sent by a
 * customer.
 *
 * <p>Immutable and safe for concurrent use.
 */
public final class TelegramFile {
  private final String id;
  private final String uniqueId;
  private final String path;
  @Nullable private final String fileName;
  private final String mimeType;
  private final byte[] bytes;

  TelegramFile(
      String id,
      String uniqueId,
      String path,
      @Nullable String fileName,
      String mimeType,
      byte[] bytes) {
    this.id = Objects.requireNonNull(id, "id");
    this.uniqueId = Objects.requireNonNull(uniqueId, "uniqueId");
    this.path = Objects.requireNonNull(path, "path");
    this.fileName = fileName;
    this.mimeType = Objects.requireNonNull(mimeType, "mimeType");
    this.bytes = Objects.requireNonNull(bytes, "bytes");
  }

  /**
   * The {@code file_id} that the bot may send again or give to {@code getFile}.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * The {@code file_unique_id}: equal for equal bytes.
   *
   * @return the id
   */
  public String uniqueId() {
    return uniqueId;
  }

  /**
   * The name that the sender gave the file.
   *
   * @return the name, or empty when the file came without one
   */
  public Optional<String> fileName() {
    return Optional.ofNullable(fileName);
  }

  /**
   * The media type: the sender's, else what the name or the first bytes say.
   *
   * @return for example {@code image/jpeg}
   */
  public String mimeType() {
    return mimeType;
  }

  /**
   * The size.
   *
   * @return the number of bytes
   */
  public int size() {
    return bytes.length;
  }

  /**
   * The content.
   *
   * @return a copy of the bytes
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The path below {@code /file/bot<token>/}; Telegram makes it up and drops the real name. */
  String path() {
    return path;
  }

  /** The content itself, for those in this package who only read it. */
  byte[] shared() {
    return bytes;
  }

  @Override
  public String toString() {
    return path + " (" + mimeType + ", " + bytes.length + " bytes)";
  }
}
