// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.media.MediaInfectedException;
import io.botflow.bridge.media.MediaScanner;
import io.botflow.bridge.media.MediaTooLargeException;
import io.botflow.bridge.media.StoredMedia;
import io.botflow.connector.messenger.MediaContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code put} promises when it fails: nothing changed. */
abstract class FailedPutContract extends MediaFixture {

  @Test
  void aStreamThatBreaksOffLeavesNothingAndItsFailureComesThrough() throws IOException {
    IOException failure =
        assertThrows(IOException.class, () -> store.put("k", breakingOff(bytes(9_000, 1)), LIMIT));
    assertEquals("the line broke", failure.getMessage());
    assertTrue(store.find("k").isEmpty());
  }

  @Test
  void aFailedReplacementKeepsTheOldFile() throws IOException {
    byte[] old = bytes(100, 2);
    StoredMedia media = put("k", old);

    assertThrows(IOException.class, () -> store.put("k", breakingOff(bytes(9_000, 3)), LIMIT));
    assertThrows(MediaTooLargeException.class, () -> store.put("k", sized(11, 11), 10));

    assertEquals(Optional.of(media), store.find("k"));
    assertArrayEquals(old, read("k", 0));
  }

  @Test
  void oneByteTooManyIsRefusedWhateverWasAnnouncedAndTheLimitItselfIsNot() throws IOException {
    for (long announced : new long[] {11, -1, 5}) {
      assertThrows(MediaTooLargeException.class, () -> store.put("k", sized(11, announced), 10));
      assertTrue(store.find("k").isEmpty());
    }
    assertEquals(10, store.put("k", sized(10, -1), 10).sizeBytes());
  }

  private static MediaContent sized(int size, long announced) {
    return MediaContent.of(new ByteArrayInputStream(new byte[size]), null, null, announced);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "..", "../x", "a/b", "a\\b", "a.b", "ключ", "a\0", "a\n", "a b", "%2e"})
  void aKeyOfAnotherFormIsRefusedByEveryMethod(String key) {
    assertThrows(IllegalArgumentException.class, () -> put(key, new byte[1]));
    assertThrows(IllegalArgumentException.class, () -> store.find(key));
    assertThrows(IllegalArgumentException.class, () -> store.open(key, 0));
  }

  @Test
  void whatAScannerRefusesAtTheEndWasNeverVisible() {
    boolean[] visible = {false};
    MediaScanner scanner =
        (name, type) ->
            new MediaScanner.Scan() {
              @Override
              public void write(byte[] bytes, int offset, int length) throws IOException {
                visible[0] |= store.find("k").isPresent();
              }

              @Override
              public MediaScanner.Verdict finish() throws IOException {
                visible[0] |= store.find("k").isPresent();
                return MediaScanner.Verdict.infected("Test");
              }

              @Override
              public void close() {}
            };
    assertThrows(
        MediaInfectedException.class,
        () -> store.scannedBy(scanner).put("k", content(bytes(9_000, 4), null, null), LIMIT));
    assertEquals(false, visible[0]);
    assertThrows(IOException.class, () -> store.open("k", 0));
  }
}
