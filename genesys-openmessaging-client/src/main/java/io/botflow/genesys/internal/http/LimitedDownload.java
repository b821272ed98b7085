// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import io.botflow.genesys.media.Download;
import io.botflow.genesys.media.DownloadLimitException;
import io.botflow.genesys.media.DownloadLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A response body that fails when it is longer or takes longer than allowed. */
public final class LimitedDownload implements Download, FileTransfer.Done {
  private final int status;
  private final HttpHeaders headers;
  private final Limited body;

  LimitedDownload(HttpResponse<InputStream> response, DownloadLimits limits, Duration timeLeft) {
    this.status = response.statusCode();
    this.headers = response.headers();
    this.body = new Limited(response.body(), limits, contentLength());
    this.body.closeAfter(timeLeft);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Optional<String> contentType() {
    return headers.firstValue("Content-Type");
  }

  @Override
  public OptionalLong contentLength() {
    return headers.firstValueAsLong("Content-Length");
  }

  @Override
  public InputStream body() {
    return body;
  }

  @Override
  public void close() {
    body.close();
  }

  private static final class Limited extends FilterInputStream {
    private final DownloadLimits limits;
    private final CompletableFuture<Void> timer = new CompletableFuture<>();
    private long left;
    private volatile boolean expired;

    Limited(InputStream content, DownloadLimits limits, OptionalLong length) {
      super(content);
      this.limits = limits;
      boolean tooLong = length.isPresent() && length.getAsLong() > limits.maxBytes();
      this.left = tooLong ? -1 : limits.maxBytes();
    }

    /** A reader that waits for bytes is woken by the end of the stream beneath it. */
    void closeAfter(Duration time) {
      timer.completeOnTimeout(null, Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
      CompletableFuture<Void> unused =
          timer.thenRun(
              () -> {
                expired = true;
                closeQuietly();
              });
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int count = read(one, 0, 1);
      return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      failBeyondLimits();
      int count;
      try {
        // One byte more than allowed is asked for, to tell a file that just fits from a longer one.
        count = in.read(target, offset, (int) Math.min(length, left + 1));
      } catch (IOException e) {
        failBeyondLimits();
        throw e;
      }
      if (count < 0) {
        failBeyondLimits();
        return -1;
      }
      left -= count;
      failBeyondLimits();
      return count;
    }

    private void failBeyondLimits() throws IOException {
      if (left < 0) {
        throw new DownloadLimitException(
            "the file is longer than the " + limits.maxBytes() + " bytes allowed");
      }
      if (expired) {
        throw new DownloadLimitException(
            "the download took longer than the " + limits.maxTime() + " allowed");
      }
    }

    @Override
    public long skip(long count) throws IOException {
      byte[] skipped = new byte[8192];
      long done = 0;
      while (done < count) {
        int some = read(skipped, 0, (int) Math.min(skipped.length, count - done));
        if (some < 0) {
          break;
        }
        done += some;
      }
      return done;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public void close() {
      timer.cancel(false);
      closeQuietly();
    }

    private void closeQuietly() {
      try {
        in.close();
      } catch (IOException e) {
        // It is given up either way.
      }
    }
  }
}
