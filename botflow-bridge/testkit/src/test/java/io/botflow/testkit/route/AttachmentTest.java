// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.MessageStatus;
import io.botflow.testkit.genesys.TrafficEvent;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Files of agents and bots that need another form, another try, or cannot be had. */
class AttachmentTest {
  @AutoClose private final FileHost files = new FileHost();

  @AutoClose
  private final TestRoute route = TestRoute.builder().alsoFetchFrom(files.origin()).start();

  private final TelegramCustomer ivan = route.ivan();
  private final AgentConversation desk = route.connect(ivan);

  @Test
  void aPictureOfATypeThatIsNoPhotoArrivesAsADocument() {
    byte[] bitmap = Samples.picture("bmp", 20, 20, 1);
    desk.sendFile("план.bmp", "image/bmp", bitmap);

    TelegramMessage message = awaitFile();
    assertEquals("sendDocument", message.method());
    assertArrayEquals(bitmap, message.file().orElseThrow().bytes());
    assertEquals(
        "IMAGE: shown as file",
        route.heard.awaitFinished(EntryKind.OUTBOUND, EntryState.DEGRADED).detail());
  }

  @Test
  void aPictureThatTelegramCannotShowArrivesAsADocument() {
    byte[] banner = Samples.picture("png", 420, 20, 2);
    MessageRecord sent = desk.sendFile("банер.png", "image/png", banner);

    TelegramMessage message = awaitFile();
    assertEquals("sendDocument", message.method());
    assertArrayEquals(banner, message.file().orElseThrow().bytes());
    String detail = route.heard.awaitFinished(EntryKind.OUTBOUND, EntryState.DEGRADED).detail();
    assertTrue(String.valueOf(detail).startsWith("IMAGE: sent as a file"), detail);
    assertEquals(List.of(), route.recorded(desk, sent).receipts());
  }

  @Test
  void severalFilesOfOneMessageArriveInOrder() {
    byte[] picture = Samples.jpeg(3);
    byte[] document = Samples.pdf(4);
    var message = Webhooks.text("m-two-files", ivan.id(), "Два файли");
    Webhooks.attach(message, "a.jpg", "image/jpeg", files.serve("a.jpg", picture, 200, 0));
    Webhooks.attach(message, "б.pdf", "application/pdf", files.serve("b.pdf", document, 200, 0));
    route.postSigned(message.toString());

    Until.holds("three messages", () -> ivan.messages().size() == 3);
    List<TelegramMessage> shown = ivan.messages();
    List<byte[]> arrived =
        shown.stream().flatMap(each -> each.file().stream()).map(file -> file.bytes()).toList();
    assertArrayEquals(picture, arrived.get(0));
    assertArrayEquals(document, arrived.get(1));
    assertEquals(1, shown.stream().filter(each -> each.text().equals("Два файли")).count());
  }

  @Test
  void aFileWithATextIsOneMessageWithACaption() {
    URI url = files.serve("c.jpg", Samples.jpeg(5), 200, 0);
    route.postSigned(
        Webhooks.attach(Webhooks.text("m-caption", ivan.id(), "підпис"), "c.jpg", "image/jpeg", url)
            .toString());

    assertEquals("підпис", awaitFile().caption());
    assertEquals(1, ivan.messages().size());
  }

  @Test
  void aDownloadThatFailsForNowIsRepeated() {
    byte[] document = Samples.pdf(6);
    URI url = files.serve("later.pdf", document, 503, 3);
    route.postSigned(withFile("m-later", "later.pdf", url));
    desk.sendText("після файла");

    ivan.awaitMessage(message -> message.text().equals("після файла"), TestRoute.PATIENCE);
    assertArrayEquals(document, ivan.messages().get(0).file().orElseThrow().bytes());
    assertEquals(4, files.requests("later.pdf"));
  }

  @Test
  void aFileIsFetchedOnceHoweverOftenItIsSent() {
    route.telegram.faults().next("sendDocument", 502, 3);
    URI url = files.serve("once.pdf", Samples.pdf(7), 200, 0);
    route.postSigned(withFile("m-once", "once.pdf", url));

    awaitFile();
    assertEquals(1, files.requests("once.pdf"));
  }

  @Test
  void aFileThatIsGoneIsReportedAndTheRestGoesOn() {
    List<TrafficEvent> receipts = new CopyOnWriteArrayList<>();
    route.genesys.onTraffic(
        hop -> {
          if (hop.kind() == TrafficEvent.Kind.INBOUND_RECEIPT) {
            receipts.add(hop);
          }
        });
    route.postSigned(withFile("m-gone", "gone.pdf", files.serve("gone.pdf", new byte[0], 404, 99)));
    desk.sendText("далі");

    ivan.awaitMessage(message -> message.text().equals("далі"), TestRoute.PATIENCE);
    BridgeEvent.Finished rejected =
        route.heard.awaitFinished(EntryKind.OUTBOUND, EntryState.REJECTED);
    assertTrue(String.valueOf(rejected.detail()).contains("404"), rejected.detail());
    Until.holds("a receipt", () -> !receipts.isEmpty());
    assertEquals("m-gone", receipts.get(0).messageId());
    assertEquals("Failed", receipts.get(0).note());
    assertEquals(1, files.requests("gone.pdf"));
  }

  @Test
  void anAddressThatMustNotBeFetchedIsReportedToTheOperator() throws IOException {
    try (TestRoute strict = TestRoute.builder().fetchFromPublicHostsOnly().start()) {
      TelegramCustomer oksana = strict.oksana();
      AgentConversation conversation = strict.connect(oksana);
      MessageRecord sent = conversation.sendFile("a.pdf", "application/pdf", Samples.pdf(8));
      conversation.sendText("далі");

      oksana.awaitMessage(message -> message.text().equals("далі"), TestRoute.PATIENCE);
      Until.holds(
          "the operator sees that it failed",
          () -> strict.recorded(conversation, sent).status() == MessageStatus.FAILED);
      String reason = strict.recorded(conversation, sent).receipts().get(0).reasons().get(0);
      assertTrue(reason.contains("cannot be fetched"), reason);
    }
  }

  private String withFile(String id, String name, URI url) {
    var message = Webhooks.text(id, ivan.id(), "");
    message.remove("text");
    return Webhooks.attach(message, name, "application/pdf", url).toString();
  }

  private TelegramMessage awaitFile() {
    return ivan.awaitMessage(message -> message.file().isPresent(), TestRoute.PATIENCE);
  }
}
