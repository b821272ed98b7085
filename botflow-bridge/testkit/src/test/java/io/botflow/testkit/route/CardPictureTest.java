// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Pictures of cards that a messenger does not take: no card is lost for one. */
class CardPictureTest {
  @AutoClose private final FileHost files = new FileHost();

  @AutoClose
  private final TestRoute route = TestRoute.builder().alsoFetchFrom(files.origin()).start();

  private final TelegramCustomer ivan = route.ivan();

  @Test
  void aPictureThatIsRefusedCostsNeitherItsCardNorTheOthers() {
    route.connect(ivan);
    byte[] banner = Samples.picture("png", 420, 20, 2);
    carousel("m-banner", files.serve("banner", banner, 200, 0));

    List<TelegramMessage> shown = awaitCards(4);
    assertEquals(List.of("один", "два", "", "три"), shown.stream().map(this::words).toList());
    assertEquals("sendDocument", shown.get(2).method());
    assertArrayEquals(banner, shown.get(2).file().orElseThrow().bytes());
    assertTrue(degraded().contains("CARD: shown without its picture after: "), degraded());
    assertTrue(degraded().contains("IMAGE: follows as a file"), degraded());
  }

  @Test
  void aPictureOfATypeThatIsNoPhotoGoesBeforeItsCard() {
    route.connect(ivan);
    byte[] bitmap = Samples.picture("bmp", 20, 20, 3);
    carousel("m-bitmap", files.serve("bitmap", bitmap, 200, 0));

    List<TelegramMessage> shown = awaitCards(4);
    assertEquals(List.of("один", "", "два", "три"), shown.stream().map(this::words).toList());
    assertArrayEquals(bitmap, shown.get(1).file().orElseThrow().bytes());
    assertTrue(degraded().contains("CARD: its picture goes apart"), degraded());
  }

  @Test
  void aMovingPictureMovesOnItsCard() {
    route.connect(ivan);
    byte[] moving = Samples.picture("gif", 20, 20, 4);
    carousel("m-gif", files.serve("moving", moving, 200, 0));

    List<TelegramMessage> shown = awaitCards(3);
    assertEquals("sendAnimation", shown.get(1).method());
    assertEquals("два", words(shown.get(1)));
    assertArrayEquals(moving, shown.get(1).file().orElseThrow().bytes());
  }

  private void carousel(String id, URI picture) {
    ObjectNode message = Webhooks.text(id, ivan.id(), "").put("type", "Structured");
    message.remove("text");
    ArrayNode cards =
        message
            .putArray("content")
            .addObject()
            .put("contentType", "Carousel")
            .putObject("carousel")
            .putArray("cards");
    cards.addObject().put("title", "один");
    cards.addObject().put("title", "два").put("image", picture.toString());
    cards.addObject().put("title", "три");
    route.postSigned(message.toString());
  }

  private List<TelegramMessage> awaitCards(int count) {
    Until.holds("the cards", () -> ivan.messages().size() >= count);
    degraded();
    assertEquals(count, ivan.messages().size());
    return ivan.messages();
  }

  private String words(TelegramMessage message) {
    return message.text().isEmpty() ? String.valueOf(message.caption()) : message.text();
  }

  private String degraded() {
    return String.valueOf(
        route.heard.awaitFinished(EntryKind.OUTBOUND, EntryState.DEGRADED).detail());
  }
}
