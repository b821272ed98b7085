// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.media.FetchPolicy;
import io.botflow.bridge.media.MediaFetcher;
import io.botflow.bridge.media.MediaHandler;
import io.botflow.bridge.media.MediaLinks;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.media.MediaTooLargeException;
import io.botflow.bridge.media.StoredMedia;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.connector.messenger.MediaContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of every type that people send, from the store by a link through the fetcher of another
 * bridge: what arrives there is what was put here, in bytes, type and name.
 */
class RealFilesTest {
  private static final double MEBIBYTE = 1 << 20;

  @TempDir Path directory;
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private HttpServer server;
  private MediaStore store;
  private MediaLinks links;
  private MediaFetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    store = MediaStore.directory(directory);
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    links = MediaLinks.builder(base, "a secret of the tests").build();
    fetcher = MediaFetcher.of(FetchPolicy.publicHttps().allowing(base));
    server.createContext("/", JdkHttpBinding.of(MediaHandler.of(store, links)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  static Stream<Arguments> files() {
    String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    return Stream.of(
        Arguments.of("фото.jpg", "image/jpeg", RealFiles.picture("jpeg")),
        Arguments.of("знімок екрана.png", "image/png", RealFiles.picture("png")),
        Arguments.of("кіт.gif", "image/gif", RealFiles.picture("gif")),
        Arguments.of("наліпка.webp", "image/webp", RealFiles.webp()),
        Arguments.of("IMG_0001.heic", "image/heic", RealFiles.iso("heic", "mif1", "heic")),
        Arguments.of("відео.mp4", "video/mp4", RealFiles.iso("isom", "isom", "iso2", "mp41")),
        Arguments.of("запис.webm", "video/webm", RealFiles.webm()),
        Arguments.of("голосове.ogg", "audio/ogg", RealFiles.opus()),
        Arguments.of("пісня.mp3", "audio/mpeg", RealFiles.mp3()),
        Arguments.of("запис дзвінка.m4a", "audio/mp4", RealFiles.iso("M4A ", "M4A ", "mp42")),
        Arguments.of("Договір № 5 (їжа).pdf", "application/pdf", RealFiles.pdf()),
        Arguments.of("Заява.docx", docx, RealFiles.docx()),
        Arguments.of("архів.zip", "application/zip", RealFiles.zip("a.txt", "б.txt")),
        Arguments.of("порожній.bin", "application/octet-stream", new byte[0]));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("files")
  void aFileArrivesAsItWasWhetherItsTypeWasToldOrNot(String name, String type, byte[] bytes)
      throws IOException {
    for (String declared : new String[] {type, null, "application/octet-stream"}) {
      StoredMedia stored = put(bytes, declared, name);
      assertEquals(List.of(name, type), List.of(stored.fileName(), stored.mimeType()));
      assertArrives(bytes, stored);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("files")
  void aTypeThatIsALieIsCorrectedWhereTheBytesShowIt(String name, String type, byte[] bytes)
      throws IOException {
    String lie = type.startsWith("image/") ? "text/html" : "image/bmp";
    StoredMedia stored = put(bytes, lie, name);
    assertEquals(bytes.length == 0 ? lie : type, stored.mimeType());
    assertArrives(bytes, stored);
  }

  @ParameterizedTest(name = "{0} is kept as {1}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        // A wrong extension is the sender's: the name stays, the type is right.
        "photo.png|photo.png",
        "photo.exe|photo.exe",
        // None: the one of the type is put behind.
        "фото|фото.jpg",
        "Ґанок, їжак і П’ятниця.jpg|Ґанок, їжак і П’ятниця.jpg",
        "м'яч.jpg|м’яч.jpg",
        "a \"quoted\" name.jpg|a quoted name.jpg",
        "two\\nlines.jpg|two lines.jpg",
        "head\\r\\nX-Evil: yes.jpg|head X-Evil_ yes.jpg",
        "../../etc/passwd.jpg|passwd.jpg",
        "C:\\\\docs\\\\me.jpg|me.jpg",
        "100%.jpg|100_.jpg",
        "📦 посилка.jpg|📦 посилка.jpg",
      })
  void aNameArrivesAsItIsKept(String name, String kept) throws IOException {
    String raw = name.replace("\\r", "\r").replace("\\n", "\n").replace("\\\\", "\\");
    StoredMedia stored = put(RealFiles.picture("jpeg"), "image/jpeg", raw);
    assertEquals(List.of(kept, "image/jpeg"), List.of(stored.fileName(), stored.mimeType()));
    assertArrives(RealFiles.picture("jpeg"), stored);
  }

  @Test
  void thePicturesArePicturesToTheJdkToo() throws IOException {
    for (String format : List.of("jpeg", "png", "gif")) {
      assertNotNull(ImageIO.read(new ByteArrayInputStream(RealFiles.picture(format))), format);
    }
  }

  @Test
  void aFileJustBelowTheLimitIsCarriedAndOneJustAboveIsRefusedWhole() throws IOException {
    int below = (int) (24.9 * MEBIBYTE);
    StoredMedia stored =
        store.put(
            "below",
            content(RealFiles.film(below), "video/mp4", "film.mp4", -1),
            MediaFetcher.DEFAULT_MAX_BYTES);
    assertEquals(below, stored.sizeBytes());
    try (MediaContent arrived = fetcher.open(links.link(stored))) {
      StoredMedia again = store.put("again", arrived, MediaFetcher.DEFAULT_MAX_BYTES);
      assertEquals(
          List.of(stored.sha256(), stored.fileName(), stored.mimeType()),
          List.of(again.sha256(), again.fileName(), again.mimeType()));
    }

    byte[] above = RealFiles.film((int) (25.1 * MEBIBYTE));
    for (long announced : new long[] {above.length, -1, 5}) {
      MediaContent content = content(above, "video/mp4", "film.mp4", announced);
      assertThrows(
          MediaTooLargeException.class,
          () -> store.put("above", content, MediaFetcher.DEFAULT_MAX_BYTES));
    }
    assertTrue(store.find("above").isEmpty());
    StoredMedia tooLarge = store.put("large", content(above, null, "film.mp4", -1), above.length);
    assertThrows(MediaTooLargeException.class, () -> fetcher.open(links.link(tooLarge)));
  }

  private StoredMedia put(byte[] bytes, @Nullable String type, String name) throws IOException {
    return store.put(
        "key", content(bytes, type, name, bytes.length), MediaFetcher.DEFAULT_MAX_BYTES);
  }

  private static MediaContent content(
      byte[] bytes, @Nullable String type, String name, long announced) {
    return MediaContent.of(new ByteArrayInputStream(bytes), type, name, announced);
  }

  private void assertArrives(byte[] bytes, StoredMedia stored) throws IOException {
    URI link = links.link(stored);
    assertTrue(link.getPath().endsWith("/" + stored.fileName()), link.getPath());
    try (MediaContent arrived = fetcher.open(link);
        InputStream in = arrived.stream()) {
      assertArrayEquals(bytes, in.readAllBytes());
      assertEquals(stored.fileName(), arrived.fileName());
      assertEquals(stored.mimeType(), arrived.mimeType());
      assertEquals(bytes.length, arrived.sizeBytes().orElseThrow());
    }
  }
}
