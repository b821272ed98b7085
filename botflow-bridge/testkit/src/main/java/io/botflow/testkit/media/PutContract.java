// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.media.StoredMedia;
import io.botflow.connector.messenger.MediaContent;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code put} promises when it succeeds. */
abstract class PutContract extends MediaFixture {

  @Test
  void whatWasPutIsFoundAndReadBack() throws IOException {
    byte[] bytes = bytes(300_000, 1);

    StoredMedia put = store.put("k-1_A", content(bytes, "image/X-TEST; a=b", "фото.x"), LIMIT);

    assertEquals(new StoredMedia("k-1_A", "фото.x", "image/x-test", 300_000, sha256(bytes)), put);
    assertEquals(Optional.of(put), store.find("k-1_A"));
    assertArrayEquals(bytes, read("k-1_A", 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_095, 4_096, 4_097, 65_536, 1_999_999})
  void aFileOfAnySizeIsKeptToTheByte(int size) throws IOException {
    byte[] bytes = bytes(size, size);
    assertEquals(size, put("k", bytes).sizeBytes());
    assertArrayEquals(bytes, read("k", 0));
  }

  @Test
  void aFileWhoseSizeNobodyToldIsKeptAsWell() throws IOException {
    byte[] bytes = bytes(100_000, 2);
    MediaContent content =
        MediaContent.of(new ByteArrayInputStream(bytes), "image/png", "a.png", -1);
    assertEquals(100_000, store.put("k", content, LIMIT).sizeBytes());
    assertArrayEquals(bytes, read("k", 0));
  }

  /** Whoever looks into a file while it is stored says what it found at the end of the stream. */
  @Test
  void theStreamIsReadUntilItSaysThatItEndsAndIsLeftOpen() throws IOException {
    boolean[] seen = {false, false};
    InputStream watched =
        new FilterInputStream(new ByteArrayInputStream(bytes(1_000, 3))) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            seen[0] |= n < 0;
            return n;
          }

          @Override
          public void close() {
            seen[1] = true;
          }
        };
    store.put("k", MediaContent.of(watched, null, null, 1_000), LIMIT);
    assertTrue(seen[0], "read to the end");
    assertFalse(seen[1], "closed");
  }

  @Test
  void aFileThatIsPutAgainIsReplacedAsAWhole() throws IOException {
    put("k", bytes(5_000, 4));
    byte[] bytes = bytes(10, 5);
    StoredMedia second = store.put("k", content(bytes, "text/plain", "new.txt"), LIMIT);

    assertEquals(Optional.of(second), store.find("k"));
    assertEquals("new.txt", second.fileName());
    assertArrayEquals(bytes, read("k", 0));
  }

  @Test
  void keysAreApartEvenWhenTheyDifferInCaseOnlyOrTheirFilesAreEqual() throws IOException {
    byte[] bytes = bytes(100, 6);
    store.put("key", content(bytes, "text/plain", "a.txt"), LIMIT);
    store.put("KEY", content(bytes, "text/plain", "b.txt"), LIMIT);
    store.put("Key", content(bytes(100, 7), "text/plain", "c.txt"), LIMIT);

    assertEquals("a.txt", store.find("key").orElseThrow().fileName());
    assertEquals("b.txt", store.find("KEY").orElseThrow().fileName());
    assertArrayEquals(bytes, read("key", 0));
    assertArrayEquals(bytes(100, 7), read("Key", 0));
    assertEquals("k".repeat(128), put("k".repeat(128), bytes).key());
  }

  @Test
  void aTypeThatIsMissingOrWrongIsTheOneThatTheBytesShow() throws IOException {
    byte[] png = "\u0089PNG\r\n\u001a\n and so on".getBytes(StandardCharsets.ISO_8859_1);
    for (String declared : new String[] {null, "application/octet-stream", "image/jpeg"}) {
      StoredMedia media = store.put("k", content(png, declared, null), LIMIT);
      assertEquals(List.of("image/png", "image.png"), List.of(media.mimeType(), media.fileName()));
    }
    StoredMedia unknown = store.put("k", content(bytes(9, 8), null, null), LIMIT);
    assertEquals("application/octet-stream", unknown.mimeType());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "../../etc/passwd.txt,passwd.txt",
        "a\"b.txt,ab.txt",
        "Рахунок № 7.txt,Рахунок № 7.txt",
        "name,name.txt"
      })
  void aNameIsMadeSafe(String name, String kept) throws IOException {
    assertEquals(kept, store.put("k", content(new byte[1], "text/plain", name), LIMIT).fileName());
    assertEquals(
        "a b.txt",
        store.put("k", content(new byte[1], "text/plain", "a\r\nb.txt"), LIMIT).fileName());
  }

  @Test
  void ofSeveralWhoPutOneKeyAtOnceOneIsThereAsAWhole() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<StoredMedia>> puts = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        byte[] bytes = bytes(20_000 + i, i);
        puts.add(threads.submit(() -> put("k", bytes)));
      }
      List<StoredMedia> all = new ArrayList<>();
      for (Future<StoredMedia> put : puts) {
        all.add(put.get(30, TimeUnit.SECONDS));
      }
      StoredMedia last = store.find("k").orElseThrow();
      assertTrue(all.contains(last));
      assertEquals(last.sha256(), sha256(read("k", 0)));
    } finally {
      threads.shutdownNow();
    }
  }
}
