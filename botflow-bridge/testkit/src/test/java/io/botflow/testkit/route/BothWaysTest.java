// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.AttachmentRecord;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramFile;
import io.botflow.testkit.telegram.TelegramMessage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What customers and agents send each other, by either way in which Telegram hands updates over.
 */
@ParameterizedClass(name = "updates by {0}")
@EnumSource(TestRoute.Updates.class)
class BothWaysTest {
  @AutoClose private final TestRoute route;
  private final TelegramCustomer ivan;
  private final AgentConversation desk;

  BothWaysTest(TestRoute.Updates updates) {
    route = TestRoute.builder().updates(updates).start();
    ivan = route.ivan();
    desk = route.connect(ivan);
  }

  @Test
  void textsTravelBothWaysUnchangedAndInOrder() {
    List<String> asked = texts("Питання «%d»: де №10457? 📦\nДругий рядок & <b>не жирний</b>");
    List<String> answered = texts("Відповідь %d: *вже* в _дорозі_ 🚚 [так]");
    asked.forEach(ivan::sendText);
    answered.forEach(desk::sendText);

    desk.awaitMessage(message -> message.says(asked.get(9)), TestRoute.PATIENCE);
    ivan.awaitMessage(message -> message.text().equals(answered.get(9)), TestRoute.PATIENCE);
    List<String> inGenesys = route.inGenesys(ivan);
    NothingLost.onceInOrder(asked, inGenesys.subList(1, inGenesys.size()));
    NothingLost.onceInOrder(answered, TestRoute.onPhone(ivan));
  }

  @Test
  void theCustomersPictureArrivesWithItsBytesAndCaption() {
    byte[] picture = Samples.jpeg(1);
    ivan.sendPhoto(picture, "Ось посилка");

    MessageRecord message =
        desk.awaitMessage(each -> each.attachment() != null, TestRoute.PATIENCE);
    AttachmentRecord file = Objects.requireNonNull(message.attachment());
    assertEquals("Ось посилка", message.text());
    assertEquals("Image", file.mediaType());
    assertEquals("image/jpeg", file.mime());
    assertArrayEquals(picture, file.bytes(), file.problem());
  }

  @Test
  void theCustomersFileKeepsItsUkrainianName() {
    byte[] contract = Samples.pdf(2);
    ivan.sendDocument("Договір № 5 (їжа).pdf", "application/pdf", contract, null);

    MessageRecord message =
        desk.awaitMessage(each -> each.attachment() != null, TestRoute.PATIENCE);
    AttachmentRecord file = Objects.requireNonNull(message.attachment());
    assertNull(message.text());
    assertEquals("Договір № 5 (їжа).pdf", file.name());
    assertEquals("application/pdf", file.mime());
    assertArrayEquals(contract, file.bytes(), file.problem());
  }

  @Test
  void anAlbumArrivesAsItsPicturesInOrder() {
    List<byte[]> album = List.of(Samples.jpeg(3), Samples.jpeg(4), Samples.jpeg(5));
    album.forEach(picture -> ivan.sendPhoto(picture, null));

    for (byte[] picture : album) {
      MessageRecord message =
          desk.awaitMessage(each -> each.attachment() != null, TestRoute.PATIENCE);
      assertArrayEquals(picture, Objects.requireNonNull(message.attachment()).bytes());
    }
  }

  @Test
  void theAgentsPictureArrivesAsAPhoto() {
    byte[] picture = Samples.jpeg(6);
    desk.sendFile("склад.jpg", "image/jpeg", picture);

    TelegramMessage message =
        ivan.awaitMessage(each -> each.file().isPresent(), TestRoute.PATIENCE);
    assertEquals("sendPhoto", message.method());
    assertArrayEquals(picture, message.file().orElseThrow().bytes());
  }

  @Test
  void theAgentsFileArrivesAsADocumentWithItsUkrainianName() {
    byte[] invoice = Samples.pdf(7);
    desk.sendFile("Рахунок «10457».pdf", "application/pdf", invoice);

    TelegramMessage message =
        ivan.awaitMessage(each -> each.file().isPresent(), TestRoute.PATIENCE);
    TelegramFile file = message.file().orElseThrow();
    assertEquals("sendDocument", message.method());
    assertEquals(Optional.of("Рахунок «10457».pdf"), file.fileName());
    assertEquals("application/pdf", file.mimeType());
    assertArrayEquals(invoice, file.bytes());
  }

  private static List<String> texts(String format) {
    return IntStream.range(0, 10).mapToObj(format::formatted).toList();
  }
}
