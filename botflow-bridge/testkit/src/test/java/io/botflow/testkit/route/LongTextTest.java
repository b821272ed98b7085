// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import io.botflow.testkit.telegram.TelegramTraffic;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts beyond Telegram's limits come in several parts. */
class LongTextTest {
  private static final int TELEGRAMS_LIMIT = 4096;
  private static final String LONG = Samples.text(9_000);

  @AutoClose private final FileHost files = new FileHost();

  @AutoClose
  private final TestRoute route = TestRoute.builder().alsoFetchFrom(files.origin()).start();

  private final TelegramCustomer ivan = route.ivan();

  @BeforeEach
  void connect() {
    route.connect(ivan);
  }

  @Test
  void aTextOfNineThousandCharactersIsSplitInOrder() {
    route.postSigned(Webhooks.text("m-long", ivan.id(), LONG).toString());

    assertSplit();
    assertEquals(
        "TEXT: split into 3 pieces",
        route.heard.awaitFinished(EntryKind.OUTBOUND, EntryState.DEGRADED).detail());
  }

  @Test
  void aPartThatFailsIsTheFirstToBeSentAgain() {
    AtomicBoolean once = new AtomicBoolean(true);
    route.telegram.onTraffic(
        hop -> {
          if (hop.direction() == TelegramTraffic.Direction.TO_CUSTOMER && once.getAndSet(false)) {
            route.telegram.faults().next("sendMessage", 502, 3);
          }
        });
    route.postSigned(Webhooks.text("m-long", ivan.id(), LONG).toString());

    assertSplit();
    assertEquals(3, route.heard.all(BridgeEvent.Postponed.class).size());
    assertEquals(3 + 3, calls("sendMessage"), "three parts and three refusals");
  }

  @Test
  void aPartThatIsRefusedForGoodEndsTheMessageButNotTheLane() {
    AtomicBoolean once = new AtomicBoolean(true);
    route.telegram.onTraffic(
        hop -> {
          if (hop.direction() == TelegramTraffic.Direction.TO_CUSTOMER && once.getAndSet(false)) {
            route.telegram.faults().next("sendMessage", 400, 1);
          }
        });
    route.postSigned(Webhooks.text("m-long", ivan.id(), LONG).toString());
    route.postSigned(Webhooks.text("m-next", ivan.id(), "далі").toString());

    ivan.awaitMessage(message -> message.text().equals("далі"), TestRoute.PATIENCE);
    route.heard.awaitFinished(EntryKind.OUTBOUND, EntryState.REJECTED);
    List<String> shown = TestRoute.onPhone(ivan);
    assertEquals(2, shown.size());
    assertTrue(LONG.startsWith(shown.get(0)));
  }

  @Test
  void aCaptionThatIsTooLongGoesOnAsText() {
    String caption = Samples.text(3_000);
    byte[] picture = Samples.jpeg(1);
    route.postSigned(
        Webhooks.attach(
                Webhooks.text("m-caption", ivan.id(), caption),
                "photo.jpg",
                "image/jpeg",
                files.serve("photo.jpg", picture, 200, 0))
            .toString());

    String rest = ivan.awaitMessage(m -> m.text().endsWith("!"), TestRoute.PATIENCE).text();
    TelegramMessage photo = ivan.messages().get(0);
    assertArrayEquals(picture, photo.file().orElseThrow().bytes());
    assertTrue(photo.caption().length() <= 1024);
    assertEquals(caption, photo.caption() + " " + rest);
  }

  @Test
  void aLongTextOfTheCustomerArrivesWhole() {
    String text = Samples.text(4_096);
    ivan.sendText(text);

    Until.holds("it came", () -> route.inGenesys(ivan).contains(text));
  }

  private void assertSplit() {
    ivan.awaitMessage(message -> message.text().endsWith("!"), TestRoute.PATIENCE);
    List<String> parts = TestRoute.onPhone(ivan);
    assertEquals(3, parts.size());
    parts.forEach(part -> assertTrue(part.length() <= TELEGRAMS_LIMIT));
    // Telegram strips the blanks at a message's ends: here one at each cut, behind a sentence.
    assertEquals(LONG, String.join(" ", parts));
  }

  private long calls(String method) {
    return route.telegram.requests().stream().filter(r -> r.method().equals(method)).count();
  }
}
