// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.media.StoredMedia;
import io.botflow.connector.messenger.MediaContent;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaSweepTest {
  private final BlockingQueue<Duration> asked = new LinkedBlockingQueue<>();

  private final MediaStore files =
      new MediaStore() {
        @Override
        public StoredMedia put(String key, MediaContent content, long maxBytes) throws IOException {
          throw new IOException("not asked here");
        }

        @Override
        public Optional<StoredMedia> find(String key) {
          return Optional.empty();
        }

        @Override
        public InputStream open(String key, long offset) {
          return InputStream.nullInputStream();
        }

        @Override
        public int removeOlderThan(Duration age) throws IOException {
          asked.add(age);
          throw new IOException("the disk is away");
        }
      };

  @Test
  void theFirstSweepIsAtTheStartAndAFailureDoesNotEndTheBridge() throws Exception {
    try (MediaSweep sweep = new MediaSweep(files, Duration.ofDays(14))) {
      sweep.start();
      assertEquals(Duration.ofDays(14), asked.poll(10, TimeUnit.SECONDS));
    }
  }

  @ParameterizedTest(name = "kept {0}: every {1}")
  @CsvSource({"PT1S, PT1M", "PT24H, PT1H", "P14D, PT6H", "P36500D, PT6H"})
  void sweepsComeOftenForAShortLifeAndSeldomForALongOne(Duration retention, Duration pause) {
    assertEquals(pause, MediaSweep.pause(retention));
  }
}
