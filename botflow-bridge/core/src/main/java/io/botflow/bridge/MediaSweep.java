// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import io.botflow.bridge.media.MediaStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes media whose time is over: at the start, and then again and again. Thread-safe. */
final class MediaSweep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MediaSweep.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int SWEEPS_IN_A_LIFE = 24;

  private final MediaStore files;
  private final Duration retention;
  private final Duration pause;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  MediaSweep(MediaStore files, Duration retention) {
    this.files = files;
    this.retention = retention;
    this.pause = pause(retention);
    this.thread = new Thread(this::sweep, "botflow-media-sweep");
    this.thread.setDaemon(true);
  }

  /** Often enough that no file lives much longer than it should. */
  static Duration pause(Duration retention) {
    Duration share = retention.dividedBy(SWEEPS_IN_A_LIFE);
    if (share.compareTo(SHORTEST_PAUSE) < 0) {
      return SHORTEST_PAUSE;
    }
    return share.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : share;
  }

  void start() {
    thread.start();
  }

  /** Starts no further sweep; one under way ends by itself. */
  @Override
  public void close() {
    stopping.countDown();
  }

  private void sweep() {
    try {
      do {
        sweepOnce();
      } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweepOnce() {
    try {
      int removed = files.removeOlderThan(retention);
      log.debug("{} media files older than {} were removed", removed, retention);
    } catch (IOException | RuntimeException e) {
      log.warn("the media store cannot be cleaned: {}", e.getMessage());
    }
  }
}
