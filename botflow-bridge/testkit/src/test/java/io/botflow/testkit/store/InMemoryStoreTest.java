// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.InMemoryStore;
import java.time.Clock;

class InMemoryStoreTest extends BridgeStoreContract {
  @Override
  protected BridgeStore open(Clock clock) {
    return new InMemoryStore(clock);
  }
}
