// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.MessageStatus;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramFaults;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Customers do not hold each other up. */
class TwoCustomersTest {
  @AutoClose private final TestRoute route = TestRoute.start();
  private final TelegramCustomer ivan = route.ivan();
  private final TelegramCustomer oksana = route.oksana();
  private final AgentConversation ivansDesk = route.connect(ivan);
  private final AgentConversation oksanasDesk = route.connect(oksana);

  @Test
  void whoWaitsForAFileHoldsNobodyElseUp() {
    route.telegram.faults().next(TelegramFaults.FILE_DOWNLOAD, 500, 100_000);
    ivan.sendPhoto(Samples.jpeg(1), "фото");
    ivan.sendText("за фото");
    List<String> texts = IntStream.range(0, 10).mapToObj(i -> "від Оксани " + i).toList();
    texts.forEach(oksana::sendText);

    oksanasDesk.awaitMessage(message -> message.says(texts.get(9)), TestRoute.PATIENCE);
    assertEquals(List.of("Добрий день!"), route.inGenesys(ivan), "waits, in order");

    route.telegram.faults().clear();
    ivansDesk.awaitMessage(message -> message.says("за фото"), TestRoute.PATIENCE);
    NothingLost.onceInOrder(List.of("Добрий день!", "фото", "за фото"), route.inGenesys(ivan));
    List<String> arrived = route.inGenesys(oksana);
    NothingLost.onceInOrder(texts, arrived.subList(1, arrived.size()));
  }

  @Test
  void whoBlockedUsHoldsNobodyElseUp() {
    ivan.block();
    List<MessageRecord> unread =
        IntStream.range(0, 5).mapToObj(i -> ivansDesk.sendText("до Івана " + i)).toList();
    List<String> texts = IntStream.range(0, 5).mapToObj(i -> "до Оксани " + i).toList();
    texts.forEach(oksanasDesk::sendText);

    oksana.awaitMessage(message -> message.text().equals(texts.get(4)), TestRoute.PATIENCE);
    NothingLost.onceInOrder(texts, TestRoute.onPhone(oksana));
    unread.forEach(
        message ->
            Until.holds(
                "each is reported",
                () -> route.recorded(ivansDesk, message).status() == MessageStatus.FAILED));
    assertEquals(List.of(), TestRoute.onPhone(ivan));
  }

  @Test
  void equalMessageIdsOfTwoCustomersDoNotMeet() {
    // Message ids count per chat: both chats are at the same number.
    assertEquals(ivan.sendText("я Іван"), oksana.sendText("я Оксана"));

    ivansDesk.awaitMessage(message -> message.says("я Іван"), TestRoute.PATIENCE);
    oksanasDesk.awaitMessage(message -> message.says("я Оксана"), TestRoute.PATIENCE);
  }
}
