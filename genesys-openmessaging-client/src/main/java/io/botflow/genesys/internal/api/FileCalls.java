// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import io.botflow.genesys.call.CallAttempt;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.internal.http.FileTransfer;
import io.botflow.genesys.media.Download;
import io.botflow.genesys.media.DownloadLimits;
import io.botflow.genesys.media.MediaFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import javax.annotation.Nullable;

/**
 * Files to and from the addresses that the API hands out, under the connection's rules: repeated
 * where that is safe, and told to the listener. They do not count against the budget, which is the
 * API's. Thread-safe.
 */
public final class FileCalls {
  private final FileTransfer transfer;
  private final Repeats repeats;

  FileCalls(FileTransfer transfer, CallSettings settings) {
    this.transfer = transfer;
    this.repeats = new Repeats(settings);
  }

  /**
   * Uploads a file to a prepared place. Repeated if the file can be read again: the same bytes at
   * the same place are the same file.
   *
   * @param address where to
   * @param headers what to send along
   * @param file the file, read while it is sent
   */
  public void put(@Nullable String address, Map<String, String> headers, MediaFile file) {
    run(
        Operation.UPLOAD_FILE,
        FileTransfer.PUT,
        file.repeatable(),
        () -> transfer.put(address, headers, file));
  }

  /**
   * Uploads a file as a form, in the deprecated way. Repeated only when nothing can have arrived.
   *
   * @param address where to
   * @param token what to prove oneself with, null for nothing
   * @param file the file, read while it is sent
   */
  public void post(@Nullable String address, @Nullable String token, MediaFile file) {
    run(
        Operation.UPLOAD_FILE_DEPRECATED,
        FileTransfer.POST,
        file.repeatable(),
        () -> transfer.post(address, token, file));
  }

  /**
   * Opens a file. Repeated until its bytes begin to arrive.
   *
   * @param address where it is
   * @param limits what it may cost, over all attempts
   * @return the download under way
   */
  public Download open(@Nullable String address, DownloadLimits limits) {
    Instant deadline = repeats.now().plus(limits.maxTime());
    return run(
        Operation.DOWNLOAD_FILE,
        FileTransfer.GET,
        true,
        () -> transfer.open(address, limits, deadline));
  }

  private <T extends FileTransfer.Done> T run(
      Operation operation, String name, boolean repeatable, Supplier<T> transferring) {
    Instant lastStart = repeats.lastStart();
    for (int number = 1; ; number++) {
      Instant start = repeats.now();
      try {
        T done = transferring.get();
        report(operation, name, number, start, done.status(), null, null);
        return done;
      } catch (GenesysException failure) {
        boolean allowed = repeatable && repeats.rule().allows(operation, true, failure, true);
        Duration pause = repeats.pause(allowed, failure, number, lastStart);
        report(operation, name, number, start, failure.status(), failure, pause);
        if (pause == null) {
          throw failure;
        }
        repeats.sleep(pause, failure);
      }
    }
  }

  private void report(
      Operation operation,
      String name,
      int number,
      Instant start,
      int status,
      @Nullable GenesysException failure,
      @Nullable Duration pause) {
    repeats.report(
        new CallAttempt(
            operation,
            name,
            number,
            start,
            Duration.between(start, repeats.now()),
            status,
            failure == null ? null : failure.correlationId().orElse(null),
            failure,
            null,
            pause));
  }
}
