// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.connector.message.PartKind;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.telegram.TelegramContent;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The invariant over everything: each kind of content, in each direction, ends delivered, degraded
 * with what changed, or rejected with a reason that its sender sees; and what arrived is what was
 * sent. A new kind does not compile here until somebody says what becomes of it.
 */
class EveryKindTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WORDS = "слова-що-мають-дійти";
  private static final byte[] PICTURE = Samples.jpeg(1);
  private static final byte[] PAPER = Samples.pdf(2);
  private static final byte[] SOUND = begun("OggS", 500);
  private static final byte[] FILM = begun("\0\0\0\30ftypmp42", 500);

  @AutoClose private final FileHost files = new FileHost();

  @AutoClose
  private final TestRoute route = TestRoute.builder().alsoFetchFrom(files.origin()).start();

  private final TelegramCustomer ivan = route.ivan();

  @ParameterizedTest
  @EnumSource
  void whatACustomerSendsArrivesInGenesysCloud(PartKind kind) {
    Optional<byte[]> expected = sendToGenesys(kind);
    if (expected.isEmpty()) {
      return;
    }
    assertEnded(EntryKind.INBOUND);
    byte[] bytes = expected.get();
    Until.holds(
        kind + " in Genesys Cloud",
        () ->
            route.genesys.conversations().stream()
                .flatMap(record -> record.messages().stream())
                .anyMatch(message -> carries(message, bytes)));
  }

  @ParameterizedTest
  @EnumSource
  void whatGenesysCloudSendsArrivesAtTheCustomer(PartKind kind) throws Exception {
    Optional<ObjectNode> message = fromGenesys(kind);
    if (message.isEmpty()) {
      return;
    }
    assertEquals(200, route.postSigned(JSON.writeValueAsString(message.get())).statusCode());
    BridgeEvent.Finished end = assertEnded(EntryKind.OUTBOUND);
    if (end.state() == EntryState.REJECTED) {
      assertNotNull(end.detail());
      route.heard.await(BridgeEvent.Finished.class, receipt -> receipt.kind() == EntryKind.RECEIPT);
      return;
    }
    byte[] bytes = fileOf(kind);
    assertTrue(
        ivan.messages().stream()
            .anyMatch(
                shown ->
                    bytes == null
                        ? (shown.text() + shown.caption()).contains(WORDS)
                        : Arrays.equals(
                            bytes, shown.file().map(TelegramFile::bytes).orElse(new byte[0]))),
        () -> kind + " is not among " + TestRoute.onPhone(ivan));
  }

  private BridgeEvent.Finished assertEnded(EntryKind kind) {
    BridgeEvent.Finished end =
        route.heard.await(BridgeEvent.Finished.class, event -> event.kind() == kind);
    assertFalse(end.state() == EntryState.DEAD, () -> "a dead letter: " + end.detail());
    assertEquals(end.state() == EntryState.DELIVERED, end.detail() == null, () -> "" + end);
    return end;
  }

  private static boolean carries(MessageRecord message, byte[] expected) {
    String words = new String(expected, StandardCharsets.UTF_8);
    return (message.attachment() != null && Arrays.equals(expected, message.attachment().bytes()))
        || Objects.requireNonNullElse(message.text(), "").contains(words);
  }

  /** Sends it, and says what is to arrive; empty for what no customer of Telegram can send. */
  private Optional<byte[]> sendToGenesys(PartKind kind) {
    return switch (kind) {
      case TEXT -> sent(() -> ivan.sendText(WORDS), words(WORDS));
      case IMAGE -> sent(() -> ivan.sendPhoto(PICTURE, null), PICTURE);
      case VIDEO -> sent(() -> ivan.send(TelegramContent.video(FILM)), FILM);
      case AUDIO ->
          sent(() -> ivan.send(TelegramContent.audio("a.ogg", "audio/ogg", SOUND)), SOUND);
      case VOICE -> sent(() -> ivan.sendVoice(SOUND), SOUND);
      case STICKER -> sent(() -> ivan.sendSticker(webp(), "😀"), webp());
      case FILE -> sent(() -> ivan.sendDocument("a.pdf", "application/pdf", PAPER, null), PAPER);
      case LINK ->
          sent(() -> ivan.sendText("https://shop.example/1"), words("https://shop.example/1"));
      case LOCATION -> sent(() -> ivan.sendLocation(50.45, 30.52), words("50.45,30.52"));
      case CONTACT ->
          sent(() -> ivan.sendContact("+380501234567", "Олена"), words("+380501234567"));
      case OPAQUE -> sent(() -> ivan.send(TelegramContent.dice(6)), words("🎲"));
      // A press needs an offer first: QuickReplyTest.
      case SELECTION, CHOICES, CARD, CAROUSEL, TEMPLATE, DATE_PICKER -> Optional.empty();
    };
  }

  private static Optional<byte[]> sent(Runnable sending, byte[] expected) {
    sending.run();
    return Optional.of(expected);
  }

  /** What Genesys Cloud would send; empty for what it has no word for. */
  private Optional<ObjectNode> fromGenesys(PartKind kind) throws JsonProcessingException {
    return switch (kind) {
      case TEXT -> Optional.of(message(WORDS));
      case IMAGE -> Optional.of(attached("a.jpg", "image/jpeg", "Image", PICTURE));
      case VIDEO -> Optional.of(attached("a.mp4", "video/mp4", "Video", FILM));
      case AUDIO -> Optional.of(attached("a.ogg", "audio/ogg", "Audio", SOUND));
      case FILE -> Optional.of(attached("a.pdf", "application/pdf", "File", PAPER));
      case LINK ->
          Optional.of(
              content(
                  WORDS,
                  "{'contentType':'Attachment','attachment':{'id':'1','mediaType':'Link','url':'https://shop.example/1'}}"));
      case LOCATION ->
          Optional.of(
              content(
                  "",
                  "{'contentType':'Location','location':{'latitude':50.45,'longitude':30.52,'text':'%s','address':'%s'}}"));
      case CHOICES ->
          Optional.of(
              content(
                  WORDS,
                  "{'contentType':'QuickReply','quickReply':{'text':'Так','payload':'yes','action':'Message'}}"));
      case CARD -> Optional.of(content("", "{'contentType':'Card','card':" + CARD + "}"));
      case CAROUSEL ->
          Optional.of(
              content(
                  "",
                  "{'contentType':'Carousel','carousel':{'cards':[" + CARD + "," + CARD + "]}}"));
      case TEMPLATE ->
          Optional.of(
              content(
                  "",
                  "{'contentType':'Notification','template':{'id':'t','language':'uk','body':{'text':'%s','parameters':[]}}}"));
      case DATE_PICKER ->
          Optional.of(
              content(
                  "",
                  "{'contentType':'DatePicker','datePicker':{'title':'%s','availableTimes':[{'dateTime':'2026-12-01T10:00:00Z','duration':30}]}}"));
      case OPAQUE ->
          Optional.of(
              content(WORDS, "{'contentType':'PaymentRequest','paymentRequest':{'sum':1}}"));
      case VOICE, STICKER, CONTACT, SELECTION -> Optional.empty();
    };
  }

  private static final String CARD =
      "{'title':'%s','description':'d','actions':[{'type':'Postback','text':'Взяти','payload':'p'}]}";

  private static byte[] fileOf(PartKind kind) {
    return switch (kind) {
      case IMAGE -> PICTURE;
      case VIDEO -> FILM;
      case AUDIO -> SOUND;
      case FILE -> PAPER;
      default -> null;
    };
  }

  private ObjectNode message(String text) {
    return Webhooks.text("every-kind", ivan.id(), text);
  }

  private ObjectNode attached(String name, String mime, String mediaType, byte[] bytes) {
    URI url = files.serve(name, bytes, 200, 0);
    ObjectNode message = Webhooks.attach(message(""), name, mime, url);
    ((ObjectNode) message.at("/content/0/attachment")).put("mediaType", mediaType);
    message.remove("text");
    return message;
  }

  private ObjectNode content(String text, String json) throws JsonProcessingException {
    ObjectNode message = message(text).put("type", "Structured");
    if (text.isEmpty()) {
      message.remove("text");
    }
    message.putArray("content").add(JSON.readTree(json.replace("%s", WORDS).replace('\'', '"')));
    return message;
  }

  private static byte[] words(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] webp() {
    byte[] bytes = begun("RIFF....WEBPVP8 ", 300);
    bytes[4] = (byte) (bytes.length - 8);
    bytes[5] = (byte) ((bytes.length - 8) >> 8);
    bytes[6] = 0;
    bytes[7] = 0;
    return bytes;
  }

  private static byte[] begun(String beginning, int length) {
    byte[] bytes = new byte[length];
    byte[] head = beginning.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }
}
