// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.media;

import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.media.StoredMedia;
import io.botflow.connector.messenger.MediaContent;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Random;
import javax.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** An empty store per test, and short words for what the tests do with it. */
abstract class MediaFixture {
  static final long LIMIT = 2_000_000;

  final TestClock clock = new TestClock();
  MediaStore store;

  abstract MediaStore open(Clock clock) throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = open(clock);
  }

  StoredMedia put(String key, byte[] bytes) throws IOException {
    return store.put(key, content(bytes, "application/x-test", "file.bin"), LIMIT);
  }

  byte[] read(String key, long offset) throws IOException {
    try (InputStream in = store.open(key, offset)) {
      return in.readAllBytes();
    }
  }

  static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static MediaContent content(byte[] bytes, @Nullable String mimeType, @Nullable String fileName) {
    return MediaContent.of(new ByteArrayInputStream(bytes), mimeType, fileName, bytes.length);
  }

  /** A content whose size nobody knows, and which breaks off after its bytes. */
  static MediaContent breakingOff(byte[] bytes) {
    InputStream broken =
        new FilterInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n < 0) {
              throw new IOException("the line broke");
            }
            return n;
          }
        };
    return MediaContent.of(broken, "image/png", "new.png", -1);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A clock that only moves when told to. */
  static final class TestClock extends Clock {
    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    void advance(Duration step) {
      now = now.plus(step);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
