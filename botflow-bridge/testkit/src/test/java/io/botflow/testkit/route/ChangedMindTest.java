// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.telegram.TelegramBusiness;
import io.botflow.testkit.telegram.TelegramContent;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What customers do with messages that are there already, as the agent reads it. */
class ChangedMindTest {
  @AutoClose private final TestRoute route = TestRoute.start();

  @Test
  void anEditArrivesAsTheNewVersion() {
    TelegramCustomer ivan = route.ivan();
    AgentConversation desk = route.connect(ivan);
    long message = ivan.sendText("привт");
    desk.awaitMessage(each -> each.says("привт"), TestRoute.PATIENCE);

    ivan.edit(message, "привіт");

    desk.awaitMessage(each -> each.says("✏️ привіт"), TestRoute.PATIENCE);
    assertEquals(List.of("Добрий день!", "привт", "✏️ привіт"), route.inGenesys(ivan));
  }

  @Test
  void aReactionArrivesAsItsSign() {
    TelegramCustomer ivan = route.ivan();
    AgentConversation desk = route.connect(ivan);
    desk.sendText("Готово");
    TelegramMessage done =
        ivan.awaitMessage(each -> each.text().equals("Готово"), TestRoute.PATIENCE);

    ivan.react(done.id(), "👍");

    desk.awaitMessage(each -> each.says("👍"), TestRoute.PATIENCE);
    assertEquals(List.of("Добрий день!", "👍"), route.inGenesys(ivan));
  }

  /** Telegram tells bots of deleted messages in business accounts only. */
  @Test
  void aDeletionArrivesAsItsSign() {
    TelegramBusiness shop = route.telegram.business(900);
    TelegramCustomer olha = shop.customer(2, "Ольга");
    AgentConversation desk = route.connect(olha);
    long message = olha.sendText("зайве");
    desk.awaitMessage(each -> each.says("зайве"), TestRoute.PATIENCE);

    shop.delete(2, List.of(message));

    desk.awaitMessage(each -> each.says("🗑️"), TestRoute.PATIENCE);
  }

  @Test
  void metadataBeyondTheGuardIsLeftOutAndListedAndTheMessageArrives() {
    TelegramCustomer ivan = route.ivan();
    AgentConversation desk = route.connect(ivan);
    long first = ivan.sendText("перше");
    desk.awaitMessage(each -> each.says("перше"), TestRoute.PATIENCE);

    ivan.reply(
        first,
        TelegramContent.document("a.txt", "text/plain", new byte[] {1})
            .caption("дивіться")
            .quoting("字".repeat(512))
            .forwardedFrom("名".repeat(512)));

    desk.awaitMessage(each -> each.says("дивіться"), TestRoute.PATIENCE);
    BridgeEvent.Finished finished =
        route.heard.awaitFinished(EntryKind.INBOUND, EntryState.DEGRADED);
    String detail = String.valueOf(finished.detail());
    assertTrue(detail.matches("metadata [a-z._]+ left out: more than 1900 bytes"), detail);
  }
}
