// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.annotation.Nullable;

/**
 * A response body as a stream that never waits for ever. The JDK's request timeout ends with the
 * response's headers; from there on this bounds each pause and the whole transfer.
 *
 * <p>At most two buffers of the connection are held, however large the body is. One thread reads.
 */
final class TimedBody extends InputStream implements BodySubscriber<InputStream> {
  private final Duration pause;
  private final long deadline;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Queue<ByteBuffer> buffers = new ArrayDeque<>();
  private volatile @Nullable Subscription subscription;
  private volatile boolean closed;
  private boolean ended;

  private TimedBody(Duration pause, Duration total) {
    this.pause = pause;
    this.deadline = System.nanoTime() + total.toNanos();
  }

  /**
   * Makes a body per response.
   *
   * @param pause the longest wait for the next bytes
   * @param total the longest time for the whole body
   */
  static BodyHandler<InputStream> handler(Duration pause, Duration total) {
    return response -> new TimedBody(pause, total);
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    if (closed) {
      subscription.cancel();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    events.add(new Event(item, null));
  }

  @Override
  public void onError(Throwable failure) {
    events.add(new Event(List.of(), failure));
  }

  @Override
  public void onComplete() {
    events.add(new Event(List.of(), null));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    ByteBuffer buffer = current();
    if (buffer == null) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(target, offset, count);
    return count;
  }

  /** The buffer with the next bytes; null at the end. */
  private @Nullable ByteBuffer current() throws IOException {
    while (!ended) {
      ByteBuffer head = buffers.peek();
      if (head == null) {
        await();
      } else if (head.hasRemaining()) {
        return head;
      } else {
        buffers.remove();
        if (buffers.isEmpty()) {
          more();
        }
      }
    }
    return null;
  }

  private void await() throws IOException {
    if (closed) {
      throw new IOException("the stream is closed");
    }
    Event event;
    try {
      long nanos = Math.min(pause.toNanos(), deadline - System.nanoTime());
      event = events.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new InterruptedIOException("interrupted while the body was read");
    }
    if (event == null) {
      close();
      throw new HttpTimeoutException("the body did not go on in time");
    }
    if (event.failure() != null) {
      throw new IOException("the body broke off: " + event.failure().getMessage());
    }
    if (event.bytes().isEmpty()) {
      ended = true;
    } else {
      buffers.addAll(event.bytes());
    }
  }

  private void more() {
    Subscription current = subscription;
    if (current != null) {
      current.request(1);
    }
  }

  @Override
  public void close() {
    closed = true;
    Subscription current = subscription;
    if (current != null) {
      current.cancel();
    }
  }

  /** Bytes, or the end when there are none, or a failure. */
  private record Event(List<ByteBuffer> bytes, @Nullable Throwable failure) {}
}
