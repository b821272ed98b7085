// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port on loopback that is listened at, or refuses, and stays the same all its life. */
final class Door implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Door.class);
  private static final int BACKLOG = 1_000;

  /** Who takes a client in; it may throw when the client is gone already. */
  interface Guest {
    void enters(Socket client) throws IOException;
  }

  private final Guest guest;
  private final Executor threads;
  private final InetSocketAddress address;

  /** Held while it opens or shuts, and never by the thread that accepts. */
  private final ReentrantLock lock = new ReentrantLock();

  @Nullable private ServerSocket listening;
  private CountDownLatch accepting = new CountDownLatch(0);
  @Nullable private Socket placeholder;
  private boolean closed;

  Door(Guest guest, Executor threads) throws IOException {
    this.guest = guest;
    this.threads = threads;
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    ServerSocket first = listen(new InetSocketAddress(loopback, 0));
    address = new InetSocketAddress(loopback, first.getLocalPort());
    serve(first);
  }

  InetSocketAddress address() {
    return address;
  }

  /** Refuses until {@link #open}; when this returns, nobody enters any more. */
  void shut() throws IOException {
    lock.lock();
    try {
      if (!stopListening()) {
        return;
      }
      // A port that is bound and not listened at refuses, and nobody else can take it.
      placeholder = new Socket();
      placeholder.setReuseAddress(true);
      placeholder.bind(address);
    } finally {
      lock.unlock();
    }
  }

  void open() throws IOException {
    lock.lock();
    try {
      if (closed || placeholder == null) {
        return;
      }
      placeholder.close();
      placeholder = null;
      serve(listen(address));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closed = true;
      stopListening();
      if (placeholder != null) {
        placeholder.close();
      }
    } finally {
      lock.unlock();
    }
  }

  private static ServerSocket listen(InetSocketAddress at) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(at, BACKLOG);
    return socket;
  }

  private void serve(ServerSocket socket) {
    CountDownLatch ended = new CountDownLatch(1);
    listening = socket;
    accepting = ended;
    threads.execute(
        () -> {
          try {
            accept(socket);
          } finally {
            ended.countDown();
          }
        });
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        guest.enters(socket.accept());
      } catch (IOException e) {
        log.trace("Closed, or the one client is gone already", e);
      }
    }
  }

  /** Returns false when nobody listened; the port is free only when nobody waits at it. */
  private boolean stopListening() throws IOException {
    ServerSocket socket = listening;
    if (socket == null) {
      return false;
    }
    listening = null;
    socket.close();
    try {
      accepting.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
