// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.child;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.media.FetchPolicy;
import io.botflow.bridge.media.MediaFetcher;
import io.botflow.bridge.media.MediaHandler;
import io.botflow.bridge.media.MediaLinks;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.media.StoredMedia;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.connector.messenger.MediaContent;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Carries files of 25 MB from one loopback connection over the disk to another: by the bridge's
 * fetcher, store and handler, or by a plain copy of streams. Asked by a way and a number: {@code
 * bridge 5}, {@code copy 5} and {@code hashed 5} tell how long so many transfers take, {@code heap
 * 8} how much heap so many hold half way.
 */
public final class MediaProcess {
  /** By fetcher, media store and handler. */
  public static final String BRIDGE = "bridge";

  /** By streams alone, with the same way over network and disk. */
  public static final String COPY = "copy";

  /** The same, and the SHA-256 of the bytes, which a link's tag and equal files need. */
  public static final String HASHED_COPY = "hashed";

  /** What transfers by the bridge hold while they stand still half way. */
  public static final String HEAP = "heap";

  /** How large a file is. */
  public static final int FILE_BYTES = 25_000_000;

  private static final int BLOCK = 64 * 1024;
  private static final String SECRET = "a secret of the benchmark";

  private final Path folder;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final URI base;
  private final MediaStore store;
  private final MediaLinks links;
  private final MediaFetcher fetcher;

  private MediaProcess(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    store = MediaStore.directory(folder.resolve("media"));
    links = MediaLinks.builder(base, SECRET).build();
    fetcher = MediaFetcher.of(FetchPolicy.publicHttps().allowing(base));
    server.createContext("/source", MediaProcess::source);
    server.createContext("/copied", this::copied);
    server.createContext("/media", JdkHttpBinding.of(MediaHandler.of(store, links)));
    server.start();
  }

  /** Takes a folder for the files; runs until its input ends. */
  public static void main(String[] args) throws Exception {
    // Or JDK 17 holds each answer back for 44 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    MediaProcess media = new MediaProcess(Path.of(args[0]));
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      String[] question = line.split(" ", -1);
      int transfers = Integer.parseInt(question[1]);
      new Figures(
              question[0].equals(HEAP)
                  ? Map.of("bytes", media.heldBytes(transfers))
                  : media.carried(question[0], transfers))
          .tell();
    }
    System.exit(0);
  }

  private Map<String, Long> carried(String way, int transfers) throws IOException {
    long start = System.nanoTime();
    long bytes = 0;
    for (int i = 0; i < transfers; i++) {
      bytes += way.equals(BRIDGE) ? throughBridge() : throughCopy(way.equals(HASHED_COPY));
    }
    return Map.of("nanos", System.nanoTime() - start, "bytes", bytes);
  }

  private long throughBridge() throws IOException {
    try (MediaContent content = fetcher.open(base.resolve("/source/film.mp4"))) {
      StoredMedia stored = store.put("film", content, FILE_BYTES);
      return drained(links.link(stored));
    }
  }

  private long throughCopy(boolean hashed) throws IOException {
    // A new file each time, as each transfer has one.
    Files.deleteIfExists(folder.resolve("copy"));
    try (InputStream in = base.resolve("/source/film.mp4").toURL().openStream();
        FileChannel file =
            FileChannel.open(
                folder.resolve("copy"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(file);
      copy(in, hashed ? new DigestOutputStream(out, sha256()) : out);
      file.force(true);
    }
    return drained(base.resolve("/copied"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long drained(URI url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    try (InputStream in = connection.getInputStream()) {
      return copy(in, OutputStream.nullOutputStream());
    }
  }

  /**
   * What the heap holds more while so many files stand half way into the store and half way out of
   * it, for each of them.
   */
  private long heldBytes(int transfers) throws Exception {
    StoredMedia film = store.put("film", generated(), FILE_BYTES);
    long idle = liveHeap();
    CountDownLatch halfWay = new CountDownLatch(2 * transfers);
    CountDownLatch go = new CountDownLatch(1);
    Callable<Void> hold =
        () -> {
          halfWay.countDown();
          go.await();
          return null;
        };
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < transfers; i++) {
      String key = "held-" + i;
      running.add(threads.submit(() -> store.put(key, fetchedHolding(hold), FILE_BYTES)));
      running.add(threads.submit(() -> servedHolding(film, hold)));
    }
    halfWay.await();
    long held = liveHeap();
    go.countDown();
    for (Future<?> transfer : running) {
      transfer.get();
    }
    return (held - idle) / transfers;
  }

  private MediaContent fetchedHolding(Callable<Void> hold) throws IOException {
    MediaContent content = fetcher.open(base.resolve("/source/film.mp4"));
    return MediaContent.of(
        new HoldingStream(content.stream(), hold), content.mimeType(), content.fileName(), -1);
  }

  private Void servedHolding(StoredMedia film, Callable<Void> hold) throws IOException {
    try (InputStream in = new HoldingStream(links.link(film).toURL().openStream(), hold)) {
      copy(in, OutputStream.nullOutputStream());
    }
    return null;
  }

  private static MediaContent generated() {
    return MediaContent.of(new Zeros(), "video/mp4", "film.mp4", -1);
  }

  private static long liveHeap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  private static void source(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "video/mp4");
      exchange.sendResponseHeaders(200, FILE_BYTES);
      copy(new Zeros(), exchange.getResponseBody());
    }
  }

  private void copied(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream in = Files.newInputStream(folder.resolve("copy"))) {
      exchange.sendResponseHeaders(200, FILE_BYTES);
      copy(in, exchange.getResponseBody());
    }
  }

  private static long copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BLOCK];
    long bytes = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      bytes += n;
    }
    return bytes;
  }

  /** A file of zeros. */
  private static final class Zeros extends InputStream {
    private int left = FILE_BYTES;

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int n = left <= 0 ? -1 : Math.min(left, length);
      left -= Math.max(n, 0);
      return n;
    }
  }

  /** Stands still once half of a file has been read. */
  private static final class HoldingStream extends FilterInputStream {
    private final Callable<Void> hold;
    private long bytes;
    private boolean held;

    HoldingStream(InputStream in, Callable<Void> hold) {
      super(in);
      this.hold = hold;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      bytes += Math.max(n, 0);
      if (!held && bytes > FILE_BYTES / 2) {
        held = true;
        try {
          hold.call();
        } catch (Exception e) {
          throw new IOException(e);
        }
      }
      return n;
    }
  }
}
