// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.testkit.store.BridgeStoreContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends BridgeStoreContract {
  @TempDir Path directory;

  @Override
  protected BridgeStore open(Clock clock) {
    return JdbcStore.sqliteBuilder(directory.resolve("bridge.db")).clock(clock).build();
  }
}
