// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.messenger.MediaContent;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryMediaStoreTest {
  private static final long LIMIT = 1_000_000;

  @TempDir Path directory;
  private final TestClock clock = new TestClock();
  private MediaStore store;

  @BeforeEach
  void open() {
    store = MediaStore.directory(directory, clock);
  }

  @Test
  void whatWasPutIsFoundAndReadBackAlsoAfterReopening() throws Exception {
    byte[] bytes = TestMedia.bytes(300_000, 1);
    StoredMedia put = store.put("k-1_A", TestMedia.content(bytes, "image/JPEG", "фото.jpg"), LIMIT);

    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    assertEquals(new StoredMedia("k-1_A", "фото.jpg", "image/jpeg", 300_000, sha256), put);
    MediaStore reopened = MediaStore.directory(directory);
    assertEquals(put, reopened.find("k-1_A").orElseThrow());
    assertArrayEquals(bytes, read(reopened, "k-1_A", 0));
  }

  @Test
  void keysThatDifferInCaseAreDifferent() throws Exception {
    store.put("key", TestMedia.content(new byte[] {1}, "image/png", "a.png"), LIMIT);
    store.put("KEY", TestMedia.content(new byte[] {2}, "image/png", "a.png"), LIMIT);

    assertArrayEquals(new byte[] {1}, read(store, "key", 0));
    assertArrayEquals(new byte[] {2}, read(store, "KEY", 0));
  }

  @Test
  void readingStartsAtTheOffsetAndNeverReachesTheDescription() throws Exception {
    store.put("k", TestMedia.content(new byte[] {1, 2, 3, 4}, "image/png", "a.png"), LIMIT);

    assertArrayEquals(new byte[] {3, 4}, read(store, "k", 2));
    assertArrayEquals(new byte[0], read(store, "k", 4));
    assertArrayEquals(new byte[0], read(store, "k", 400));
    try (InputStream in = store.open("k", 3)) {
      assertEquals(1, in.skip(100));
      assertEquals(-1, in.read());
    }
  }

  @Test
  void anEmptyFileIsAFile() throws Exception {
    StoredMedia put = store.put("k", TestMedia.content(new byte[0], null, null), LIMIT);

    assertEquals(0, put.sizeBytes());
    assertEquals("file", put.fileName());
    assertEquals("application/octet-stream", put.mimeType());
    assertArrayEquals(new byte[0], read(store, "k", 0));
  }

  @Test
  void anUnknownKeyIsEmptyAndCannotBeOpened() throws Exception {
    assertTrue(store.find("nothing").isEmpty());
    assertThrows(NoSuchFileException.class, () -> store.open("nothing", 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "..", "../x", "a/b", "a\\b", "a.b", "ключ", "a\0", "a\n", "a b", "%2e"})
  void aKeyOfAnotherFormIsRefusedByEveryMethod(String key) {
    MediaContent content = TestMedia.content(new byte[1], null, null);
    assertThrows(IllegalArgumentException.class, () -> store.put(key, content, LIMIT));
    assertThrows(IllegalArgumentException.class, () -> store.find(key));
    assertThrows(IllegalArgumentException.class, () -> store.open(key, 0));
  }

  @Test
  void aKeyHasABound() throws Exception {
    store.put("k".repeat(128), TestMedia.content(new byte[1], null, null), LIMIT);
    assertThrows(IllegalArgumentException.class, () -> store.find("k".repeat(129)));
  }

  @Test
  void aStreamThatFailsMidwayLeavesNothing() {
    MediaContent content =
        MediaContent.of(
            TestMedia.failingAfter(TestMedia.bytes(200_000, 2)), "image/png", "a.png", -1);

    IOException failure = assertThrows(IOException.class, () -> store.put("k", content, LIMIT));

    assertEquals("connection lost", failure.getMessage());
    assertEquals(List.of(), TestMedia.filesIn(directory));
  }

  @Test
  void aFailedReplacementKeepsTheOldFile() throws Exception {
    byte[] old = TestMedia.bytes(100, 3);
    store.put("k", TestMedia.content(old, "image/png", "old.png"), LIMIT);
    MediaContent content =
        MediaContent.of(TestMedia.failingAfter(new byte[50_000]), "image/png", "new.png", -1);

    assertThrows(IOException.class, () -> store.put("k", content, LIMIT));

    assertEquals("old.png", store.find("k").orElseThrow().fileName());
    assertArrayEquals(old, read(store, "k", 0));
  }

  @Test
  void aReplacedFileIsReadToItsEndByWhoeverHasItOpen() throws Exception {
    byte[] old = TestMedia.bytes(200_000, 4);
    store.put("k", TestMedia.content(old, "image/png", "old.png"), LIMIT);
    try (InputStream in = store.open("k", 0)) {
      in.readNBytes(10);
      store.put("k", TestMedia.content(new byte[] {9}, "image/png", "new.png"), LIMIT);
      assertEquals(old.length - 10, in.readAllBytes().length);
    }
    assertArrayEquals(new byte[] {9}, read(store, "k", 0));
  }

  @Test
  void equalBytesAreKeptOnceWhateverTheirKeysAndNames() throws Exception {
    byte[] bytes = TestMedia.bytes(10_000, 6);
    for (int i = 0; i < 5; i++) {
      store.put("k" + i, TestMedia.content(bytes, "image/png", i + ".png"), LIMIT);
    }

    assertEquals(
        1, TestMedia.filesIn(directory).stream().filter(f -> f.endsWith(".bytes")).count());
    assertEquals("3.png", store.find("k3").orElseThrow().fileName());
    assertArrayEquals(bytes, read(store, "k4", 0));
  }

  @Test
  void bytesStayAsLongAsTheYoungestKeyThatNamesThem() throws Exception {
    byte[] bytes = TestMedia.bytes(100, 7);
    store.put("old", TestMedia.content(bytes, "image/png", "a.png"), LIMIT);
    clock.advance(Duration.ofDays(3));
    store.put("new", TestMedia.content(bytes, "image/png", "b.png"), LIMIT);
    clock.advance(Duration.ofDays(1));

    assertEquals(1, store.removeOlderThan(Duration.ofDays(2)));
    assertTrue(store.find("old").isEmpty());
    assertArrayEquals(bytes, read(store, "new", 0));
    clock.advance(Duration.ofDays(2));
    assertEquals(1, store.removeOlderThan(Duration.ofDays(2)));
    assertEquals(List.of(), TestMedia.filesIn(directory));
  }

  @Test
  void whatHasLostItsBytesIsAsIfItWereNotThere() throws Exception {
    store.put("k", TestMedia.content(new byte[3], "image/png", "a.png"), LIMIT);
    Files.delete(directory.resolve(only(".bytes")));

    assertTrue(store.find("k").isEmpty());
    assertThrows(NoSuchFileException.class, () -> store.open("k", 0));
    store.put("k", TestMedia.content(new byte[3], "image/png", "a.png"), LIMIT);
    assertArrayEquals(new byte[3], read(store, "k", 0));
  }

  @Test
  void oneByteTooManyIsRefusedAndTheLimitItselfIsNot() throws Exception {
    MediaContent announced = TestMedia.content(new byte[11], null, null);
    assertThrows(MediaTooLargeException.class, () -> store.put("k", announced, 10));
    MediaContent unannounced = MediaContent.of(TestMedia.generated(11), null, null, -1);
    assertThrows(MediaTooLargeException.class, () -> store.put("k", unannounced, 10));
    MediaContent lying = MediaContent.of(TestMedia.generated(200_000), null, null, 5);
    assertThrows(MediaTooLargeException.class, () -> store.put("k", lying, 100_000));
    assertEquals(List.of(), TestMedia.filesIn(directory));

    assertEquals(10, store.put("k", TestMedia.content(new byte[10], null, null), 10).sizeBytes());
  }

  @Test
  void leftoversOfACrashAreRemovedAtOpenAndOtherFilesAreNot() throws Exception {
    store.put("k", TestMedia.content(new byte[1], null, null), LIMIT);
    Files.writeString(directory.resolve("put-123.tmp"), "half a pict");
    Files.writeString(directory.resolve("notes.txt"), "of the administrator");

    MediaStore.directory(directory);

    assertFalse(Files.exists(directory.resolve("put-123.tmp")));
    assertTrue(Files.exists(directory.resolve("notes.txt")));
    assertEquals(3, TestMedia.filesIn(directory).size());
  }

  @Test
  void openingDoesNotDisturbAWriteThatGoesOn() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch opened = new CountDownLatch(1);
    InputStream slow =
        new FilterInputStream(TestMedia.generated(100_000)) {
          private int reads;

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            if (reads++ == 1) {
              writing.countDown();
              await(opened);
            }
            return super.read(buffer, offset, length);
          }
        };
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<StoredMedia> put =
          executor.submit(() -> store.put("k", MediaContent.of(slow, null, null, -1), LIMIT));
      await(writing);
      MediaStore.directory(directory);
      assertTrue(store.find("k").isEmpty());
      opened.countDown();
      assertEquals(100_000, put.get(10, TimeUnit.SECONDS).sizeBytes());
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void concurrentPutsOfOneKeyLeaveOneOfThemWhole() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      List<Future<StoredMedia>> puts = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        byte[] bytes = TestMedia.bytes(20_000 + i, i);
        puts.add(
            executor.submit(
                () -> store.put("k", TestMedia.content(bytes, "image/png", "a.png"), LIMIT)));
      }
      List<StoredMedia> all = new ArrayList<>();
      for (Future<StoredMedia> put : puts) {
        all.add(put.get(30, TimeUnit.SECONDS));
      }
      StoredMedia last = store.find("k").orElseThrow();
      assertTrue(all.contains(last));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(read(store, "k", 0));
      assertEquals(last.sha256(), HexFormat.of().formatHex(hash));
      assertTrue(TestMedia.filesIn(directory).stream().noneMatch(file -> file.endsWith(".tmp")));
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void aDamagedFileIsAnErrorAndNotContent() throws Exception {
    store.put("k", TestMedia.content(TestMedia.bytes(100, 5), "image/png", "a.png"), LIMIT);
    for (String name : List.of(only(".bytes"), only(".json"))) {
      Path file = directory.resolve(name);
      byte[] whole = Files.readAllBytes(file);
      for (int kept : new int[] {0, 5, 50, whole.length - 1}) {
        Files.write(file, Arrays.copyOf(whole, kept));
        assertThrows(IOException.class, () -> store.find("k"), name + " cut to " + kept);
        assertThrows(IOException.class, () -> store.open("k", 0), name + " cut to " + kept);
      }
      Files.write(file, whole);
      Files.writeString(file, "more", StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
      assertThrows(IOException.class, () -> store.find("k"), name);
      Files.write(file, whole);
    }
    assertTrue(store.find("k").isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "", "ABCDEF", "null"})
  void aDescriptionThatNamesAnotherPlaceIsDamaged(String hash) throws Exception {
    StoredMedia media = store.put("k", TestMedia.content(new byte[1], null, null), LIMIT);
    Path file = directory.resolve(only(".json"));
    Files.writeString(file, Files.readString(file).replace(media.sha256(), hash));

    String message = assertThrows(IOException.class, () -> store.find("k")).getMessage();
    assertEquals("a description in the media directory is damaged", message);
  }

  @Test
  void retentionGoesByTheClockOfThePut() throws Exception {
    store.put("old", TestMedia.content(new byte[1], null, null), LIMIT);
    clock.advance(Duration.ofDays(3));
    store.put("new", TestMedia.content(new byte[1], null, null), LIMIT);
    clock.advance(Duration.ofDays(2));

    assertEquals(0, store.removeOlderThan(Duration.ofDays(5)));
    assertEquals(1, store.removeOlderThan(Duration.ofDays(4)));
    assertTrue(store.find("old").isEmpty());
    assertTrue(store.find("new").isPresent());
    assertThrows(
        IllegalArgumentException.class, () -> store.removeOlderThan(Duration.ofSeconds(-1)));
  }

  @Test
  void aDirectoryThatIsAFileIsNamedWhenOpening() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "x");
    String message =
        assertThrows(UncheckedIOException.class, () -> MediaStore.directory(file)).getMessage();
    assertTrue(message.contains(file.toString()), message);
  }

  /** The name of the one file that ends so. */
  private String only(String end) {
    List<String> found =
        TestMedia.filesIn(directory).stream().filter(file -> file.endsWith(end)).toList();
    assertEquals(1, found.size(), "files " + end);
    return found.get(0);
  }

  private static byte[] read(MediaStore store, String key, long offset) throws IOException {
    try (InputStream in = store.open(key, offset)) {
      return in.readAllBytes();
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IOException("the other thread did not come");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
