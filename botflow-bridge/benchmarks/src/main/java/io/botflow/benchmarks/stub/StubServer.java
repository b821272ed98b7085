// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.stub;

import io.botflow.benchmarks.contestant.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Stands in for Genesys Cloud where only its speed counts: takes well-formed inbound messages on
 * kept connections and answers each with the same text. One thread does everything, so that it
 * takes little from the two or more cores it shares with the contestants.
 */
public final class StubServer implements AutoCloseable {
  private final ServerSocketChannel listener;
  private final Selector selector;
  private final Consumer<String> observer;
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final Thread thread;

  private StubServer(Consumer<String> observer) throws IOException {
    this.observer = observer;
    this.selector = Selector.open();
    this.listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
    this.thread = new Thread(this::serve, "stub");
    thread.setDaemon(true);
  }

  /**
   * Starts a server on a free port of the loopback address.
   *
   * @return the running server
   */
  public static StubServer start() {
    return start(request -> {});
  }

  /**
   * Starts a server that shows what it takes.
   *
   * @param observer gets each accepted request, head and body, on the server's thread
   * @return the running server
   */
  public static StubServer start(Consumer<String> observer) {
    try {
      StubServer server = new StubServer(observer);
      server.thread.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + listener.socket().getLocalPort());
  }

  /** How many messages it took. */
  public long accepted() {
    return accepted.get();
  }

  /** How many requests were not the message that everybody is to send. */
  public long refused() {
    return refused.get();
  }

  private void serve() {
    try {
      while (selector.isOpen()) {
        selector.select();
        Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
        while (ready.hasNext()) {
          SelectionKey key = ready.next();
          ready.remove();
          if (key.isAcceptable()) {
            accept();
          } else if (key.attachment() instanceof Connection connection) {
            connection.read();
          }
        }
      }
    } catch (java.nio.channels.ClosedSelectorException e) {
      // Closed while it waited: that is its end.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() throws IOException {
    SocketChannel channel = listener.accept();
    if (channel == null) {
      return;
    }
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.register(selector, SelectionKey.OP_READ, new Connection(channel));
  }

  @Override
  public void close() {
    try {
      selector.close();
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One client's connection; requests come one after the other on it. */
  private final class Connection {
    private final SocketChannel channel;
    private final byte[] bytes = new byte[64 * 1024];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);

    Connection(SocketChannel channel) {
      this.channel = channel;
    }

    void read() throws IOException {
      int count;
      try {
        count = channel.read(buffer);
      } catch (IOException e) {
        count = -1;
      }
      if (count < 0) {
        channel.close();
        return;
      }
      RequestHead head = RequestHead.of(bytes, buffer.position());
      if (head == null || buffer.position() < head.length() + head.bodyLength()) {
        return;
      }
      int whole = head.length() + head.bodyLength();
      boolean good = head.isInboundMessage() && buffer.position() == whole;
      if (good) {
        accepted.incrementAndGet();
        observer.accept(new String(bytes, 0, whole, StandardCharsets.UTF_8));
      } else {
        refused.incrementAndGet();
      }
      buffer.clear();
      // The answer is far shorter than a socket's buffer: it goes in one write.
      channel.write(ByteBuffer.wrap(good ? Sample.response() : Sample.refusal()));
    }
  }
}
