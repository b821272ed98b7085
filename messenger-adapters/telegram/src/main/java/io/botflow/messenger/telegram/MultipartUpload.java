// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.Nullable;

/**
 * A {@code multipart/form-data} body with some fields and files, whose bytes are read from their
 * streams only as fast as the connection takes them. For one request.
 */
final class MultipartUpload {
  private static final int CHUNK = 16 * 1024;
  private static final byte[] NEW_LINE = {'\r', '\n'};

  private final String boundary = "botflow-" + UUID.randomUUID();
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final List<FilePart> files;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile @Nullable IOException failure;

  /**
   * A file of an upload.
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

  MultipartUpload(List<FilePart> files) {
    this.files = List.copyOf(files);
  }

  /** Adds parameters: texts as they are, all else as JSON. */
  MultipartUpload fields(ObjectNode parameters) {
    parameters
        .properties()
        .forEach(field -> fields.put(field.getKey(), Json.plain(field.getValue())));
    return this;
  }

  /** The chat to which this goes. */
  Optional<Long> chat() {
    return Optional.ofNullable(fields.get("chat_id")).map(Long::valueOf);
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** The body, with a {@code Content-Length} when the files' sizes are known, else in chunks. */
  BodyPublisher publisher() {
    BodyPublisher chunks = BodyPublishers.ofByteArrays(Chunks::new);
    long length = (long) head().length + tail().length;
    for (FilePart file : files) {
      if (file.sizeBytes() < 0) {
        return chunks;
      }
      length += header(file).length + file.sizeBytes() + NEW_LINE.length;
    }
    return BodyPublishers.fromPublisher(chunks, length);
  }

  /** Why a file could not be read to its end: then Telegram never got a whole request. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  private byte[] head() {
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"")
                .append(name + "\"\r\n\r\n" + value + "\r\n"));
    return bytes(head.toString());
  }

  private byte[] header(FilePart file) {
    return bytes(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                .formatted(boundary, file.field(), quotable(file.fileName()))
            + "Content-Type: "
            + file.contentType()
            + "\r\n\r\n");
  }

  private byte[] tail() {
    return bytes("--" + boundary + "--\r\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A name that cannot end its quotes, its line or its folder. */
  private static String quotable(String fileName) {
    return fileName.replace('"', '\'').replaceAll("[\\p{Cntrl}\\\\/]", "_");
  }

  /**
   * Fields, files and tail in pieces. Only {@link #next} reads, since the JDK expects {@link
   * #hasNext} never to fail.
   */
  private final class Chunks implements Iterator<byte[]> {
    private final Iterator<FilePart> rest = files.iterator();
    private @Nullable FilePart current;
    private long sent;
    private boolean begun;
    private boolean done;

    Chunks() {
      if (!started.compareAndSet(false, true)) {
        throw new IllegalStateException("the files' streams can be read only once");
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
      if (!begun) {
        begun = true;
        return head();
      }
      FilePart file = current;
      if (file != null) {
        return chunk(file);
      }
      if (rest.hasNext()) {
        FilePart next = rest.next();
        current = next;
        sent = 0;
        return header(next);
      }
      done = true;
      return tail();
    }

    private byte[] chunk(FilePart file) {
      try {
        byte[] buffer = new byte[CHUNK];
        int count = file.bytes().read(buffer);
        check(file, count);
        if (count < 0) {
          current = null;
          return NEW_LINE.clone();
        }
        return count == CHUNK ? buffer : Arrays.copyOf(buffer, count);
      } catch (IOException e) {
        failure = e;
        done = true;
        throw new UncheckedIOException(e);
      }
    }

    private void check(FilePart file, int count) throws IOException {
      long told = file.sizeBytes();
      sent += Math.max(count, 0);
      if (sent > file.maxBytes()) {
        throw new TooLargeException(file.maxBytes());
      }
      if (told >= 0 && sent > told) {
        throw new IOException("the file is larger than the " + told + " bytes told");
      }
      if (told >= 0 && count < 0 && sent != told) {
        throw new IOException("the file ended after " + sent + " bytes");
      }
    }
  }
}
