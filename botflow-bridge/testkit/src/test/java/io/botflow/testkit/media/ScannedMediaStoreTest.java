// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.media;

import io.botflow.bridge.media.MediaScanner;
import io.botflow.bridge.media.MediaStore;
import java.time.Clock;

/** A store behind a scanner that finds nothing keeps all promises. */
class ScannedMediaStoreTest extends MediaStoreContract {
  @Override
  protected MediaStore open(Clock clock) {
    return MediaStore.inMemory(clock)
        .scannedBy(
            (fileName, mimeType) ->
                new MediaScanner.Scan() {
                  @Override
                  public void write(byte[] bytes, int offset, int length) {}

                  @Override
                  public MediaScanner.Verdict finish() {
                    return MediaScanner.Verdict.CLEAN;
                  }

                  @Override
                  public void close() {}
                });
  }
}
