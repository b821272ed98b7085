// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.StoreUnavailableException;

/** The one wording for failures of the database. */
final class Unavailable {
  private Unavailable() {}

  static StoreUnavailableException because(Throwable failure) {
    return new StoreUnavailableException(
        "The store's database failed: " + failure.getMessage(), failure);
  }

  static StoreUnavailableException closed() {
    return new StoreUnavailableException("The store is closed");
  }
}
