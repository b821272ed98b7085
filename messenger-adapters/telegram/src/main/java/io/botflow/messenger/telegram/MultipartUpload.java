// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.Nullable;

/**
 * A {@code multipart/form-data} body with some fields and one file, whose bytes are read from their
 * stream only as fast as the connection takes them. For one request.
 */
final class MultipartUpload {
  private static final int CHUNK = 16 * 1024;

  private final String boundary = "botflow-" + UUID.randomUUID();
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final FilePart file;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile @Nullable IOException failure;

  /**
   * The file of an upload.
   *
   * @param field the field's name
   * @param fileName the file's name as the receiver shall see it
   * @param contentType its MIME type
   * @param bytes its content
   * @param sizeBytes its size, or a negative number when it is not known
   * @param maxBytes the largest size that may leave, for when it is not known
   */
  record FilePart(
      String field,
      String fileName,
      String contentType,
      InputStream bytes,
      long sizeBytes,
      long maxBytes) {}

  /** Thrown when a file turns out to be larger than it may be. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long maxBytes) {
      super("the file is larger than " + maxBytes + " bytes");
    }
  }

  MultipartUpload(FilePart file) {
    this.file = file;
  }

  MultipartUpload field(String name, String value) {
    fields.put(name, value);
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** The body, with a {@code Content-Length} when the file's size is known, else in chunks. */
  BodyPublisher publisher() {
    byte[] head = head();
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    BodyPublisher chunks = BodyPublishers.ofByteArrays(() -> new Chunks(head, tail));
    return file.sizeBytes() < 0
        ? chunks
        : BodyPublishers.fromPublisher(chunks, head.length + file.sizeBytes() + tail.length);
  }

  /** Why the file could not be read to its end: then Telegram never got a whole request. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  private byte[] head() {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) -> {
          write(head, "--" + boundary + "\r\n");
          write(head, "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n");
          write(head, value + "\r\n");
        });
    write(head, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.field());
    write(head, "\"; filename=\"" + quotable(file.fileName()) + "\"\r\n");
    write(head, "Content-Type: " + file.contentType() + "\r\n\r\n");
    return head.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A name that cannot end its quotes, its line or its folder. */
  private static String quotable(String fileName) {
    return fileName.replace('"', '\'').replaceAll("[\\p{Cntrl}\\\\/]", "_");
  }

  /**
   * Head, file and tail in pieces. Only {@link #next} reads, since the JDK expects {@link #hasNext}
   * never to fail.
   */
  private final class Chunks implements Iterator<byte[]> {
    private final byte[] tail;
    private @Nullable byte[] head;
    private long sent;
    private boolean done;

    Chunks(byte[] head, byte[] tail) {
      this.head = head;
      this.tail = tail;
      if (!started.compareAndSet(false, true)) {
        throw new IllegalStateException("the file's stream can be read only once");
      }
    }

    @Override
    public boolean hasNext() {
      return !done;
    }

    @Override
    public byte[] next() {
      if (done) {
        throw new NoSuchElementException();
      }
      byte[] first = head;
      if (first != null) {
        head = null;
        return first;
      }
      try {
        return fileOrTail();
      } catch (IOException e) {
        failure = e;
        done = true;
        throw new UncheckedIOException(e);
      }
    }

    private byte[] fileOrTail() throws IOException {
      byte[] buffer = new byte[CHUNK];
      int count = file.bytes().read(buffer);
      if (count < 0) {
        if (file.sizeBytes() >= 0 && sent != file.sizeBytes()) {
          throw new IOException("the file ended after " + sent + " bytes");
        }
        done = true;
        return tail;
      }
      sent += count;
      if (sent > file.maxBytes()) {
        throw new TooLargeException(file.maxBytes());
      }
      if (file.sizeBytes() >= 0 && sent > file.sizeBytes()) {
        throw new IOException("the file is larger than the " + file.sizeBytes() + " bytes told");
      }
      return count == CHUNK ? buffer : Arrays.copyOf(buffer, count);
    }
  }
}
