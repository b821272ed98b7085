// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.media;

import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Fields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A file to upload: its name, its length, and where its bytes come from. Holds no more in memory
 * than it was given.
 */
public final class MediaFile {
  private static final String FORBIDDEN = "\\{^}%`]\">[~<#|";

  private final String name;
  private final long length;
  private final Supplier<InputStream> content;
  private final boolean repeatable;

  private MediaFile(String name, long length, Supplier<InputStream> content, boolean repeatable) {
    this.name = checked(Fields.text(name, "fileName"));
    this.length = length;
    this.content = Objects.requireNonNull(content, "content");
    this.repeatable = repeatable;
    if (length < 0) {
      throw new InvalidFieldException("contentLengthBytes", "must not be negative");
    }
  }

  private static String checked(String name) {
    boolean forbidden =
        name.chars().anyMatch(c -> Character.isWhitespace(c) || FORBIDDEN.indexOf(c) >= 0);
    if (forbidden || name.startsWith(".") || name.endsWith("/")) {
      throw new InvalidFieldException(
          "fileName",
          "must not begin with a dot, end with a slash, or contain white space or any of "
              + FORBIDDEN);
    }
    return name;
  }

  /**
   * A file of the file system, read while it is sent.
   *
   * @param file the file; its own name is told to the far side
   * @return the file to upload
   * @throws InvalidFieldException if Genesys Cloud would refuse the name
   * @throws UncheckedIOException if the file cannot be read
   */
  public static MediaFile of(Path file) {
    try {
      return of(
          String.valueOf(file.getFileName()),
          Files.size(file),
          () -> {
            try {
              return Files.newInputStream(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file in memory.
   *
   * @param name the file name
   * @param content the bytes; not copied
   * @return the file to upload
   * @throws InvalidFieldException if Genesys Cloud would refuse the name
   */
  public static MediaFile of(String name, byte[] content) {
    return of(name, content.length, () -> new ByteArrayInputStream(content));
  }

  /**
   * A file from anywhere.
   *
   * @param name the file name
   * @param length its length in bytes
   * @param content opens the bytes from their beginning, each time it is asked
   * @return the file to upload
   * @throws InvalidFieldException if Genesys Cloud would refuse the name or the length
   */
  public static MediaFile of(String name, long length, Supplier<InputStream> content) {
    return new MediaFile(name, length, content, true);
  }

  /**
   * A stream that can be read once only. An upload of it is not repeated.
   *
   * @param name the file name
   * @param length its length in bytes
   * @param content the bytes; closed after they are sent
   * @return the file to upload
   * @throws InvalidFieldException if Genesys Cloud would refuse the name or the length
   */
  public static MediaFile once(String name, long length, InputStream content) {
    Objects.requireNonNull(content, "content");
    AtomicBoolean opened = new AtomicBoolean();
    Supplier<InputStream> source =
        () -> {
          if (opened.getAndSet(true)) {
            throw new IllegalStateException("the file can be read once only");
          }
          return content;
        };
    return new MediaFile(name, length, source, false);
  }

  /**
   * The file name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The length.
   *
   * @return bytes
   */
  public long length() {
    return length;
  }

  /**
   * Whether the bytes can be read again, and with that whether an upload may be repeated.
   *
   * @return false for a file of {@link #once}
   */
  public boolean repeatable() {
    return repeatable;
  }

  /**
   * Opens the bytes from their beginning.
   *
   * @return a stream; the caller closes it
   */
  public InputStream open() {
    return content.get();
  }

  @Override
  public String toString() {
    return "MediaFile[" + name + ", " + length + " bytes]";
  }
}
