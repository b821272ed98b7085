// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.web.ResponseBody;
import io.botflow.connector.web.WebRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 25 MB on its way into the store and out of it, never in memory as a whole. */
class MediaStreamingTest {
  private static final long SIZE = 25_000_000;
  private static final int AHEAD = 64 * 1024;

  @TempDir Path directory;
  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private HttpServer server;
  private MediaStore store;
  private MediaLinks links;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    store = MediaStore.directory(directory);
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/app");
    links = MediaLinks.builder(base, "a secret of the tests").build();
    server.createContext("/app", JdkHttpBinding.of(MediaHandler.of(store, links)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    executor.shutdownNow();
  }

  @Test
  void storingReadsInSmallSteps() throws IOException {
    int[] largest = {0};
    InputStream watched =
        new FilterInputStream(TestMedia.generated(SIZE)) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            largest[0] = Math.max(largest[0], length);
            return super.read(buffer, offset, length);
          }
        };
    assertEquals(SIZE, put(watched).sizeBytes());
    assertTrue(largest[0] <= AHEAD, "one read asked for " + largest[0]);
  }

  @Test
  void servingReadsHardlyMoreThanIsWritten() throws IOException {
    StoredMedia media = put(TestMedia.generated(SIZE));
    CountingStore counting = new CountingStore(store);
    ResponseBody body =
        MediaHandler.of(counting, links)
            .handle(WebRequest.builder("GET", links.link(media).getRawPath()).build())
            .body();

    long[] seen = {0, 0};
    body.writeTo(
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new AssertionError("bytes must go in blocks");
          }

          @Override
          public void write(byte[] buffer, int offset, int length) {
            seen[1] = Math.max(seen[1], counting.read - seen[0]);
            seen[0] += length;
          }
        });

    assertEquals(SIZE, seen[0]);
    assertTrue(seen[1] > 0 && seen[1] <= AHEAD, "the reader ran ahead by " + seen[1]);
  }

  @Test
  void theJdkServerCarriesWholeFilesRangesAndHeads() throws Exception {
    URI link = links.link(put(TestMedia.generated(SIZE)));
    HttpClient client = HttpClient.newHttpClient();

    HttpResponse<InputStream> whole =
        client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofInputStream());
    assertEquals(200, whole.statusCode());
    assertEquals(SIZE, whole.headers().firstValueAsLong("Content-Length").orElseThrow());
    try (InputStream in = whole.body()) {
      assertEquals(SIZE, matchingBytes(in, 0));
    }

    HttpRequest range =
        HttpRequest.newBuilder(link).header("Range", "bytes=20000000-20099999").build();
    HttpResponse<InputStream> part = client.send(range, BodyHandlers.ofInputStream());
    assertEquals(206, part.statusCode());
    assertEquals(100_000, part.headers().firstValueAsLong("Content-Length").orElseThrow());
    try (InputStream in = part.body()) {
      assertEquals(100_000, matchingBytes(in, 20_000_000));
    }

    HttpRequest head =
        HttpRequest.newBuilder(link).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<Void> headed = client.send(head, BodyHandlers.discarding());
    assertEquals(200, headed.statusCode());
    assertEquals(SIZE, headed.headers().firstValueAsLong("Content-Length").orElseThrow());
    assertEquals(Optional.of("bytes"), headed.headers().firstValue("Accept-Ranges"));
  }

  private StoredMedia put(InputStream in) throws IOException {
    return store.put("k", MediaContent.of(in, "video/mp4", "фільм.mp4", -1), SIZE);
  }

  /** How many bytes are as generated, up to the first that is not. */
  private static long matchingBytes(InputStream in, long from) throws IOException {
    byte[] buffer = new byte[8192];
    long at = from;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      for (int i = 0; i < n; i++, at++) {
        if ((buffer[i] & 0xFF) != TestMedia.byteAt(at)) {
          return at - from;
        }
      }
    }
    return at - from;
  }

  /** Counts what is read from the files of another store. */
  private static final class CountingStore implements MediaStore {
    private final MediaStore store;
    private long read;

    CountingStore(MediaStore store) {
      this.store = store;
    }

    @Override
    public StoredMedia put(String key, MediaContent content, long maxBytes) throws IOException {
      return store.put(key, content, maxBytes);
    }

    @Override
    public Optional<StoredMedia> find(String key) throws IOException {
      return store.find(key);
    }

    @Override
    public InputStream open(String key, long offset) throws IOException {
      return new FilterInputStream(store.open(key, offset)) {
        @Override
        public int read() throws IOException {
          int b = super.read();
          read += b < 0 ? 0 : 1;
          return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          int n = super.read(buffer, offset, length);
          read += Math.max(n, 0);
          return n;
        }
      };
    }
  }
}
