// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.media;

import io.botflow.bridge.media.MediaStore;
import java.time.Clock;

class InMemoryMediaStoreTest extends MediaStoreContract {
  @Override
  protected MediaStore open(Clock clock) {
    return MediaStore.inMemory(clock);
  }
}
