// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.media;

import io.botflow.bridge.media.MediaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class DirectoryMediaStoreTest extends MediaStoreContract {
  @TempDir Path folder;

  @Override
  protected MediaStore open(Clock clock) throws IOException {
    return MediaStore.directory(Files.createTempDirectory(folder, "media"), clock);
  }
}
