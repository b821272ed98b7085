// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What {@code removeOlderThan} promises, of stores that remove at all. */
abstract class RetentionContract extends MediaFixture {

  abstract boolean removesWhatIsOld();

  @Test
  void onlyWhatIsOlderIsRemoved() throws IOException {
    assumeTrue(removesWhatIsOld());
    put("old", bytes(10, 1));
    clock.advance(Duration.ofDays(3));
    put("new", bytes(10, 2));
    clock.advance(Duration.ofDays(2));

    assertEquals(0, store.removeOlderThan(Duration.ofDays(5)));
    assertEquals(1, store.removeOlderThan(Duration.ofDays(4)));
    assertTrue(store.find("old").isEmpty());
    assertThrows(IOException.class, () -> store.open("old", 0));
    assertArrayEquals(bytes(10, 2), read("new", 0));
  }

  @Test
  void whatIsPutAgainIsYoungAgain() throws IOException {
    assumeTrue(removesWhatIsOld());
    put("k", bytes(10, 1));
    clock.advance(Duration.ofDays(3));
    put("k", bytes(10, 1));
    clock.advance(Duration.ofDays(1));

    assertEquals(0, store.removeOlderThan(Duration.ofDays(2)));
    assertArrayEquals(bytes(10, 1), read("k", 0));
  }

  @Test
  void aYoungKeyKeepsItsBytesWhenAnOldOneWithEqualBytesGoes() throws IOException {
    assumeTrue(removesWhatIsOld());
    put("old", bytes(10, 1));
    clock.advance(Duration.ofDays(3));
    put("new", bytes(10, 1));

    assertEquals(1, store.removeOlderThan(Duration.ofDays(1)));
    assertTrue(store.find("old").isEmpty());
    assertArrayEquals(bytes(10, 1), read("new", 0));
  }

  @Test
  void aNegativeAgeIsRefused() {
    assumeTrue(removesWhatIsOld());
    assertThrows(
        IllegalArgumentException.class, () -> store.removeOlderThan(Duration.ofSeconds(-1)));
  }
}
