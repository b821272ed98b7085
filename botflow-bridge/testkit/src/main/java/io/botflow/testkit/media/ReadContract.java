// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What {@code find} and {@code open} promise. */
abstract class ReadContract extends MediaFixture {

  @Test
  void anUnknownKeyIsEmptyAndCannotBeOpened() throws IOException {
    assertTrue(store.find("nothing").isEmpty());
    assertThrows(NoSuchFileException.class, () -> store.open("nothing", 0));
  }

  @Test
  void readingStartsAtTheOffsetAndEndsWithTheFile() throws IOException {
    byte[] bytes = bytes(100_000, 1);
    put("k", bytes);

    assertArrayEquals(Arrays.copyOfRange(bytes, 1, bytes.length), read("k", 1));
    assertArrayEquals(Arrays.copyOfRange(bytes, 70_000, bytes.length), read("k", 70_000));
    assertEquals(0, read("k", 100_000).length);
    assertEquals(0, read("k", Long.MAX_VALUE).length);
    assertThrows(IllegalArgumentException.class, () -> store.open("k", -1));
  }

  @Test
  void severalReadersDoNotDisturbEachOther() throws IOException {
    byte[] bytes = bytes(10_000, 2);
    put("k", bytes);
    try (InputStream first = store.open("k", 0);
        InputStream second = store.open("k", 5_000)) {
      assertArrayEquals(Arrays.copyOf(bytes, 100), first.readNBytes(100));
      assertArrayEquals(Arrays.copyOfRange(bytes, 5_000, 10_000), second.readAllBytes());
      assertArrayEquals(Arrays.copyOfRange(bytes, 100, 10_000), first.readAllBytes());
    }
  }

  @Test
  void whoeverReadsAFileThatIsReplacedReadsOneOfTheTwoToItsEnd() throws IOException {
    byte[] old = bytes(300_000, 3);
    put("k", old);
    try (InputStream in = store.open("k", 0)) {
      byte[] start = in.readNBytes(10);
      put("k", bytes(10, 4));
      byte[] rest = in.readAllBytes();
      assertArrayEquals(Arrays.copyOf(old, 10), start);
      assertArrayEquals(Arrays.copyOfRange(old, 10, old.length), rest);
    }
    assertArrayEquals(bytes(10, 4), read("k", 0));
  }
}
