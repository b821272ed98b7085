// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import io.botflow.connector.messenger.MediaContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Contents for the tests of this package. */
final class TestMedia {
  private TestMedia() {}

  static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static MediaContent content(byte[] bytes, String mimeType, String fileName) {
    return MediaContent.of(new ByteArrayInputStream(bytes), mimeType, fileName, bytes.length);
  }

  /** Bytes that go on for a while and then fail, as a broken connection does. */
  static InputStream failingAfter(byte[] bytes) {
    return new SequenceInputStream(
        new ByteArrayInputStream(bytes),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection lost");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
          }
        });
  }

  /** A stream of a length with bytes made on the fly, so that the test holds none of them. */
  static InputStream generated(long length) {
    return new BoundedInputStream(
        new InputStream() {
          private long at;

          @Override
          public int read() {
            return byteAt(at++);
          }

          @Override
          public int read(byte[] buffer, int offset, int count) {
            for (int i = 0; i < count; i++) {
              buffer[offset + i] = (byte) byteAt(at++);
            }
            return count;
          }
        },
        length);
  }

  static int byteAt(long position) {
    return (int) (position * 31 + (position >> 13)) & 0xFF;
  }

  static List<String> filesIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
