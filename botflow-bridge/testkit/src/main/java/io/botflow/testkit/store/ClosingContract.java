// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.bridge.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;

/** What {@code close} promises. */
abstract class ClosingContract extends StoreFixture {

  @Test
  void aClosedStoreIsUnavailable() {
    store.close();

    assertThrows(StoreUnavailableException.class, () -> accept("lane", "1"));
    assertThrows(StoreUnavailableException.class, () -> claim(1));
    assertThrows(StoreUnavailableException.class, () -> store.waiting());
    assertThrows(StoreUnavailableException.class, () -> store.shared("name", "value"));
    assertThrows(StoreUnavailableException.class, () -> store.notes().read("name"));
    assertThrows(
        StoreUnavailableException.class, () -> store.notes().write("name", 0, "text", TICK));
  }

  @Test
  void closingAgainHasNoEffect() {
    store.close();
    store.close();
  }
}
