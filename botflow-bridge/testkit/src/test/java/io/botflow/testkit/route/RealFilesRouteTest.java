// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.testkit.genesys.AttachmentRecord;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.TrafficEvent;
import io.botflow.testkit.media.RealFiles;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramFile;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of every type that people send, over the whole route: the bytes are equal at the other end,
 * or the sender is told why not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealFilesRouteTest {
  private static final double MEBIBYTE = 1 << 20;
  private static final int TELEGRAM_GIVES = 20 << 20;
  private static final int GENESYS_GIVES = 25 << 20;

  private final FileHost files = new FileHost();
  private final TestRoute route = TestRoute.builder().alsoFetchFrom(files.origin()).start();
  private final TelegramCustomer ivan = route.ivan();
  private final List<TrafficEvent> receipts = new CopyOnWriteArrayList<>();
  private final AtomicInteger sent = new AtomicInteger();

  static Stream<Arguments> files() {
    String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    byte[] jpeg = RealFiles.picture("jpeg");
    return Stream.of(
        same("фото.jpg", "image/jpeg", jpeg),
        same("знімок екрана.png", "image/png", RealFiles.picture("png")),
        same("наліпка.webp", "image/webp", RealFiles.webp()),
        same("кіт.gif", "image/gif", RealFiles.picture("gif")),
        same("IMG_0001.heic", "image/heic", RealFiles.iso("heic", "mif1", "heic")),
        same("відео.mp4", "video/mp4", RealFiles.iso("isom", "isom", "iso2", "mp41")),
        same("запис.webm", "video/webm", RealFiles.webm()),
        same("голосове.ogg", "audio/ogg", RealFiles.opus()),
        same("пісня.mp3", "audio/mpeg", RealFiles.mp3()),
        same("запис дзвінка.m4a", "audio/mp4", RealFiles.iso("M4A ", "M4A ", "mp42")),
        same("Договір № 5 (їжа).pdf", "application/pdf", RealFiles.pdf()),
        same("Заява.docx", docx, RealFiles.docx()),
        same("архів.zip", "application/zip", RealFiles.zip("a.txt", "б.txt")),
        same("порожній.bin", "application/octet-stream", new byte[0]),
        same("24,9.mp4", "video/mp4", RealFiles.film((int) (24.9 * MEBIBYTE))),
        same("25,1.mp4", "video/mp4", RealFiles.film((int) (25.1 * MEBIBYTE))),
        Arguments.of(
            "насправді-png.jpg",
            "image/jpeg",
            RealFiles.picture("png"),
            "насправді-png.jpg",
            "image/png"),
        Arguments.of(
            "насправді-pdf.exe",
            "application/x-msdownload",
            RealFiles.pdf(),
            "насправді-pdf.exe",
            "application/pdf"),
        Arguments.of(
            "a \"quoted\" name.pdf",
            "application/pdf",
            RealFiles.pdf(),
            "a quoted name.pdf",
            "application/pdf"),
        Arguments.of(
            "two\nlines\r\nX-Evil: yes.pdf",
            "application/pdf",
            RealFiles.pdf(),
            "two lines X-Evil_ yes.pdf",
            "application/pdf"));
  }

  /** What arrives under its own name and type. */
  private static Arguments same(String name, String type, byte[] bytes) {
    return Arguments.of(name, type, bytes, name, type);
  }

  @BeforeAll
  void connect() {
    route.connect(ivan);
    route.genesys.onTraffic(
        hop -> {
          if (hop.kind() == TrafficEvent.Kind.INBOUND_RECEIPT) {
            receipts.add(hop);
          }
        });
  }

  @AfterAll
  void stop() throws Exception {
    route.close();
    files.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("files")
  void aCustomersFile(
      String name, String type, byte[] bytes, String arrivedName, String arrivedType) {
    int before = fromCustomer().size();
    int shown = ivan.messages().size();
    String words = "файл " + sent.incrementAndGet();

    ivan.sendDocument(name, type, bytes, words);

    Until.holds("it in Genesys Cloud", () -> fromCustomer().size() > before);
    String text = fromCustomer().get(before).text();
    assertTrue(String.valueOf(text).contains(words), text);
    if (bytes.length <= TELEGRAM_GIVES) {
      Until.holds(
          "Genesys Cloud has the file",
          () -> fromCustomer().get(before).attachment().state() == AttachmentRecord.State.STORED);
      AttachmentRecord arrived = fromCustomer().get(before).attachment();
      assertTrue(Arrays.equals(bytes, arrived.bytes()), "the bytes are equal");
      assertEquals(arrivedName, arrived.name());
      assertEquals(arrivedType, arrived.mime());
      return;
    }
    Until.holds("a notice", () -> ivan.messages().size() > shown);
    assertEquals(
        "⚠️ " + name + ": this file could not be delivered", ivan.messages().get(shown).text());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("files")
  void anOperatorsFile(
      String name, String type, byte[] bytes, String arrivedName, String arrivedType) {
    String id = "file-" + sent.incrementAndGet();
    URI url = files.serve(id, bytes, 200, 0);
    int before = ivan.messages().size();
    int finished = finished().size();
    ObjectNode message = Webhooks.text(id, ivan.id(), "слова " + id);

    route.postSigned(Webhooks.attach(message, name, type, url).toString());

    if (bytes.length > GENESYS_GIVES) {
      assertEquals(EntryState.REJECTED, next(finished).state());
      awaitFailed(id);
      return;
    }
    Until.holds("it on the telephone", () -> ivan.messages().size() > before);
    var shown = ivan.messages().get(before);
    assertEquals("слова " + id, shown.text() + shown.caption());
    // Each file waits for its own end, or the next one would take it for its own.
    BridgeEvent.Finished end = next(finished);
    if (bytes.length == 0) {
      assertEquals("FILE: left out: the file is empty", end.detail());
      awaitFailed(id);
    } else {
      TelegramFile arrived = shown.file().orElseThrow();
      assertTrue(Arrays.equals(bytes, arrived.bytes()), "the bytes are equal");
      assertEquals(arrivedName, arrived.fileName().orElse(""));
      assertEquals(arrivedType, arrived.mimeType());
    }
  }

  private List<MessageRecord> fromCustomer() {
    return route.genesys.conversations().stream()
        .flatMap(record -> record.messages().stream())
        .filter(MessageRecord::fromCustomer)
        .toList();
  }

  private List<BridgeEvent.Finished> finished() {
    return route.heard.all(BridgeEvent.Finished.class).stream()
        .filter(event -> event.kind() == EntryKind.OUTBOUND)
        .toList();
  }

  private BridgeEvent.Finished next(int finished) {
    Until.holds("its end", () -> finished().size() > finished);
    return finished().get(finished);
  }

  private void awaitFailed(String messageId) {
    Until.holds(
        "a receipt",
        () ->
            receipts.stream()
                .anyMatch(
                    hop ->
                        Objects.equals(messageId, hop.messageId()) && "Failed".equals(hop.note())));
  }
}
