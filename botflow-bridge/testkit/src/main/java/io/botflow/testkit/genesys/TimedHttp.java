// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** HTTP exchanges with one bound on time and one on size that also cover the response body. */
final class TimedHttp {
  /** A complete response. */
  static final class Answer {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    private Answer(int status, HttpHeaders headers, byte[] body) {
      this.status = status;
      this.headers = headers;
      this.body = body;
    }

    int status() {
      return status;
    }

    HttpHeaders headers() {
      return headers;
    }

    byte[] body() {
      return body;
    }
  }

  /** The body is larger than the caller allows. */
  static final class TooLargeException extends IOException {
    TooLargeException(int maxBytes) {
      super("larger than " + maxBytes + " bytes");
    }
  }

  private final HttpClient client;
  private final Workers workers;

  TimedHttp(Workers workers, HttpClient.Redirect redirects) {
    this.workers = workers;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(redirects)
            .executor(workers.pool())
            .build();
  }

  Answer send(HttpRequest.Builder request, Duration timeout, int maxBytes) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    HttpResponse<InputStream> response;
    try {
      response =
          client.send(request.timeout(timeout).build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    // The client's own timeout ends with the headers; a slow body is cut off by closing it.
    AtomicBoolean late = new AtomicBoolean();
    try (InputStream in = response.body()) {
      Duration left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
      Runnable cancel =
          workers.schedule(
              () -> {
                late.set(true);
                closeQuietly(in);
              },
              left);
      byte[] body = in.readNBytes(maxBytes + 1);
      cancel.run();
      if (late.get()) {
        throw new HttpTimeoutException("the response body took too long");
      }
      if (body.length > maxBytes) {
        throw new TooLargeException(maxBytes);
      }
      return new Answer(response.statusCode(), response.headers(), body);
    } catch (IOException e) {
      if (late.get()) {
        throw new HttpTimeoutException("the response body took too long");
      }
      throw e;
    }
  }

  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException alreadyBroken) {
      // The reader sees the same failure.
    }
  }
}
