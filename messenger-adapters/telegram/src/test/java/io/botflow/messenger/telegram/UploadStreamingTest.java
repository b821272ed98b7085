// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.SendResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * A server that stops reading shows how far an upload runs ahead of it: what was read from the file
 * and not taken by the server must be somewhere, and the heap is where it must not be.
 */
class UploadStreamingTest {
  private static final int FILE_BYTES = 25 * 1024 * 1024;
  private static final int TAKEN_FIRST = 1024 * 1024;

  /** What the two sockets' buffers may hold between them, and some for the client. */
  private static final long MOST_AHEAD = 12L * 1024 * 1024;

  @Test
  void aLargeFileIsReadNoFasterThanTheServerTakesIt() throws Exception {
    Counting file = new Counting();
    try (SlowServer server = new SlowServer(file.read)) {
      TelegramAdapter adapter =
          TelegramAdapter.builder(BotServer.TOKEN).apiUri(server.uri()).showUploads(false).build();
      MediaContent content = MediaContent.of(file, null, null, FILE_BYTES);
      assertEquals(
          new SendResult.Sent("56"),
          adapter.send(media(), BotServer.CUSTOMER, BotServer.context(null, content)));
      assertTrue(
          server.ahead() < MOST_AHEAD, "the upload ran ahead by " + server.ahead() + " bytes");
      assertTrue(server.taken() > FILE_BYTES);
    }
  }

  @Test
  void aFileHeldInMemoryWouldBeSeen() throws Exception {
    Counting file = new Counting();
    try (SlowServer server = new SlowServer(file.read)) {
      TelegramAdapter adapter =
          TelegramAdapter.builder(BotServer.TOKEN).apiUri(server.uri()).showUploads(false).build();
      InputStream held = new ByteArrayInputStream(file.readAllBytes());
      MediaContent content = MediaContent.of(held, null, null, FILE_BYTES);
      adapter.send(media(), BotServer.CUSTOMER, BotServer.context(null, content));
      assertTrue(server.ahead() > MOST_AHEAD, "the check sees nothing");
    }
  }

  private static Media media() {
    return Media.of(Media.Type.FILE, new MediaSource.Stored("k"));
  }

  /** A file of zeros that counts what was read of it. */
  private static final class Counting extends InputStream {
    final AtomicLong read = new AtomicLong();

    @Override
    public int read() {
      return read.get() < FILE_BYTES && read.incrementAndGet() > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = (int) Math.min(length, FILE_BYTES - read.get());
      read.addAndGet(count);
      return count == 0 && length > 0 ? -1 : count;
    }
  }

  /** Takes a first megabyte, waits until the file is read no further, then takes the rest. */
  private static final class SlowServer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket();
    private final CompletableFuture<Long> ahead = new CompletableFuture<>();
    private final CompletableFuture<Long> taken = new CompletableFuture<>();

    SlowServer(AtomicLong read) throws IOException {
      listener.setReceiveBufferSize(64 * 1024);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Thread thread = new Thread(() -> serve(read), "slow-server");
      thread.setDaemon(true);
      thread.start();
    }

    private void serve(AtomicLong read) {
      try (Socket socket = listener.accept()) {
        InputStream in = socket.getInputStream();
        in.readNBytes(TAKEN_FIRST);
        awaitStandstill(read);
        ahead.complete(read.get() - TAKEN_FIRST);
        byte[] buffer = new byte[64 * 1024];
        long count = TAKEN_FIRST;
        String end = "";
        while (!end.endsWith("--\r\n")) {
          int more = in.read(buffer);
          count += more;
          end =
              new String(buffer, Math.max(0, more - 4), Math.min(4, more), StandardCharsets.UTF_8);
        }
        taken.complete(count);
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + BotServer.SENT.length() + "\r\n\r\n";
        socket.getOutputStream().write((head + BotServer.SENT).getBytes(StandardCharsets.UTF_8));
        in.read();
      } catch (IOException e) {
        ahead.completeExceptionally(e);
        taken.completeExceptionally(e);
      }
    }

    /** Ends when nothing more was read for a while, at the latest after ten seconds. */
    private static void awaitStandstill(AtomicLong read) {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      long last = -1;
      int still = 0;
      while (still < 10 && System.nanoTime() < deadline) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
        long now = read.get();
        still = now == last ? still + 1 : 0;
        last = now;
      }
    }

    URI uri() {
      return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    long ahead() throws Exception {
      return ahead.get(10, TimeUnit.SECONDS);
    }

    long taken() throws Exception {
      return taken.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
