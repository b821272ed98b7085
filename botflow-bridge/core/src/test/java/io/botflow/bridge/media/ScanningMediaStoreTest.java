// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.media.MediaScanner.Verdict;
import io.botflow.connector.messenger.MediaContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanningMediaStoreTest {
  private static final String MARK = "a-virus-of-the-tests";

  @TempDir Path directory;
  private final Scanner scanner = new Scanner();

  /** Finds a mark, as scanners do; keeps what it saw. */
  private static final class Scanner implements MediaScanner {
    private final List<String> begun = new ArrayList<>();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private String failing = "";
    private RuntimeException broken;
    private int closed;

    @Override
    public Scan begin(String fileName, String mimeType) throws IOException {
      begun.add(fileName + " " + mimeType);
      fail("begin");
      return new Scan() {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          fail("write");
          seen.write(bytes, offset, length);
        }

        @Override
        public Verdict finish() throws IOException {
          fail("finish");
          return seen.toString(StandardCharsets.ISO_8859_1).contains(MARK)
              ? Verdict.infected("Test-Mark")
              : Verdict.CLEAN;
        }

        @Override
        public void close() {
          closed++;
        }
      };
    }

    private void fail(String step) throws IOException {
      if (failing.equals(step)) {
        if (broken != null) {
          throw broken;
        }
        throw new IOException("the scanner is away");
      }
    }
  }

  private MediaStore store() {
    return MediaStore.directory(directory).scannedBy(scanner);
  }

  private static MediaContent content(byte[] bytes) {
    return TestMedia.content(bytes, "application/zip", "a.zip");
  }

  private static byte[] infected() {
    byte[] bytes = TestMedia.bytes(200_000, 1);
    byte[] mark = MARK.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(mark, 0, bytes, bytes.length - mark.length, mark.length);
    return bytes;
  }

  @Test
  void aCleanFileIsSeenAsAWholeAndKept() throws IOException {
    byte[] bytes = TestMedia.bytes(200_000, 1);
    MediaStore store = store();

    StoredMedia media = store.put("k", content(bytes), 200_000);

    assertEquals(Optional.of(media), store.find("k"));
    try (InputStream in = store.open("k", 199_000)) {
      assertEquals(1_000, in.readAllBytes().length);
    }
    assertArrayEquals(bytes, scanner.seen.toByteArray());
    assertEquals(List.of("a.zip application/zip"), scanner.begun);
    assertEquals(1, scanner.closed);
  }

  @Test
  void anInfectedFileIsNeverVisibleAndNotKept() throws IOException {
    MediaStore store = store();

    MediaInfectedException found =
        assertThrows(
            MediaInfectedException.class, () -> store.put("k", content(infected()), 1_000_000));

    assertEquals("the virus scan found Test-Mark", found.getMessage());
    assertTrue(store.find("k").isEmpty());
    assertEquals(List.of(), TestMedia.filesIn(directory));
    assertEquals(1, scanner.closed);
  }

  @Test
  void aScannerThatFailsIsForNowWhateverItThrows() throws IOException {
    MediaStore store = store();
    for (String step : List.of("begin", "write", "finish")) {
      for (RuntimeException broken : new RuntimeException[] {null, new IllegalStateException()}) {
        scanner.failing = step;
        scanner.broken = broken;
        IOException failure =
            assertThrows(IOException.class, () -> store.put("k", content(new byte[9]), 10), step);
        assertEquals(IOException.class, failure.getClass());
        assertTrue(store.find("k").isEmpty());
      }
    }
    scanner.failing = "";
    scanner.seen.reset();
    assertEquals(9, store.put("k", content(new byte[9]), 10).sizeBytes());
    assertEquals(9, scanner.seen.size());
  }

  @Test
  void anEmptyFileIsScannedToo() throws IOException {
    assertEquals(0, store().put("k", content(new byte[0]), 10).sizeBytes());
    assertEquals(1, scanner.begun.size());
  }

  @Test
  void aFileThatIsAnnouncedTooLargeIsNotScanned() {
    assertThrows(MediaTooLargeException.class, () -> store().put("k", content(new byte[11]), 10));
    assertEquals(List.of(), scanner.begun);
  }

  @Test
  void aStoreThatDoesNotReadToTheEndIsFoundOut() {
    MediaStore hasty =
        new MediaStore() {
          @Override
          public StoredMedia put(String key, MediaContent content, long maxBytes)
              throws IOException {
            content.stream().readNBytes(5);
            return new StoredMedia(key, "a", "b/c", 9, "0");
          }

          @Override
          public Optional<StoredMedia> find(String key) {
            return Optional.empty();
          }

          @Override
          public InputStream open(String key, long offset) {
            return InputStream.nullInputStream();
          }
        };
    assertThrows(
        IllegalStateException.class,
        () -> hasty.scannedBy(scanner).put("k", content(new byte[9]), 10));
  }

  @Test
  void retentionReachesTheStoreBehind() throws IOException {
    TestClock clock = new TestClock();
    MediaStore store = MediaStore.directory(directory, clock).scannedBy(scanner);
    store.put("k", content(new byte[1]), 10);
    clock.advance(Duration.ofDays(2));
    assertEquals(1, store.removeOlderThan(Duration.ofDays(1)));
  }
}
