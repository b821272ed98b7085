// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection and its counterpart to the server, pumped by a thread for each way. */
final class Connection {
  private static final Logger log = LoggerFactory.getLogger(Connection.class);
  private static final int TICKS_PER_SECOND = 50;

  private final Socket client;
  private final Socket server;
  private final Plan plan;
  private final Runnable onEnd;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger pumping = new AtomicInteger(2);
  private volatile Exchange exchange = new Exchange(Fault.NONE);
  private boolean begun;

  Connection(Socket client, Socket server, Plan plan, Runnable onEnd) {
    this.client = client;
    this.server = server;
    this.plan = plan;
    this.onEnd = onEnd;
  }

  void pumpRequests() {
    pump(
        () -> {
          byte[] buffer = new byte[8192];
          InputStream in = client.getInputStream();
          OutputStream out = server.getOutputStream();
          int length;
          while ((length = in.read(buffer)) >= 0) {
            if (!request(buffer, length, out)) {
              return;
            }
          }
          server.shutdownOutput();
        });
  }

  void pumpAnswers() {
    pump(
        () -> {
          byte[] buffer = new byte[8192];
          InputStream in = server.getInputStream();
          OutputStream out = client.getOutputStream();
          int length;
          while ((length = in.read(buffer)) >= 0) {
            if (!answer(buffer, length, out)) {
              return;
            }
          }
          client.shutdownOutput();
        });
  }

  /** Returns false when the connection is over. */
  private boolean request(byte[] buffer, int length, OutputStream out) throws IOException {
    if (!begun || exchange.answering()) {
      begun = true;
      exchange = new Exchange(plan.take());
    }
    Exchange now = exchange;
    int admitted = now.admitRequest(buffer, length);
    write(out, buffer, admitted, now);
    if (admitted == length) {
      return true;
    }
    strike(now);
    if (now.fault().kind() == Fault.Kind.LOST_REQUEST) {
      return true;
    }
    reset();
    return false;
  }

  /** Returns false when the connection is over. */
  private boolean answer(byte[] buffer, int length, OutputStream out) throws IOException {
    Exchange now = exchange;
    boolean isNew = now.answerIsNew();
    int admitted = now.admitAnswer(length);
    if (isNew && now.fault().kind() == Fault.Kind.LATENCY) {
      strike(now);
      pause(now.fault().delay());
    }
    write(out, buffer, admitted, now);
    if (admitted == length) {
      return true;
    }
    strike(now);
    switch (now.fault().kind()) {
      case LOST_ANSWER -> {
        return true;
      }
      case TRUNCATED_ANSWER -> close();
      default -> reset();
    }
    return false;
  }

  private void write(OutputStream out, byte[] buffer, int length, Exchange now) throws IOException {
    if (now.fault().kind() != Fault.Kind.SLOW) {
      out.write(buffer, 0, length);
      return;
    }
    strike(now);
    int rate = now.fault().bytes();
    int chunk = Math.max(1, rate / TICKS_PER_SECOND);
    for (int i = 0; i < length; i += chunk) {
      pause(Duration.ofNanos(TimeUnit.SECONDS.toNanos(1) * chunk / rate));
      out.write(buffer, i, Math.min(chunk, length - i));
    }
  }

  private void pause(Duration duration) throws SocketException {
    try {
      if (closed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new SocketException("the proxy closed the connection");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SocketException("interrupted");
    }
  }

  private void strike(Exchange now) {
    if (now.toTell()) {
      plan.struck(now.fault());
    }
  }

  private interface Pumping {
    void run() throws IOException;
  }

  private void pump(Pumping pumping) {
    try {
      pumping.run();
    } catch (IOException e) {
      // One side broke its connection: so does the other one's.
      reset();
    } finally {
      if (this.pumping.decrementAndGet() == 0) {
        close();
        onEnd.run();
      }
    }
  }

  /** Whether nothing is pumped any more. */
  boolean ended() {
    return pumping.get() == 0;
  }

  /** Ends both sides as a crash does. */
  void reset() {
    onBoth(socket -> socket.setSoLinger(true, 0));
    close();
  }

  /** Ends both sides in good order. */
  void close() {
    closed.countDown();
    onBoth(Socket::close);
  }

  private interface SocketAction {
    void on(Socket socket) throws IOException;
  }

  private void onBoth(SocketAction action) {
    for (Socket socket : List.of(client, server)) {
      try {
        action.on(socket);
      } catch (IOException e) {
        log.trace("A socket was closed already", e);
      }
    }
  }
}
