// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Text;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.telegram.TelegramContent;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer sends as an album arrives as one message. */
class AlbumTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  @ParameterizedTest
  @EnumSource(TestRoute.Updates.class)
  void anAlbumArrivesInOrderWithWhatWasSaidAtItsEnd(TestRoute.Updates updates) throws Exception {
    try (TestRoute route = TestRoute.builder().updates(updates).start()) {
      TelegramCustomer ivan = route.ivan();
      AgentConversation desk = route.connect(ivan);
      ivan.sendAlbum(
          List.of(file("1.pdf").caption("Ось усе"), file("2.pdf"), file("3.pdf").caption("Чекаю")));

      desk.awaitMessage(message -> message.says("Ось усе\nЧекаю"), TestRoute.PATIENCE);
      assertEquals(List.of("1.pdf|", "2.pdf|", "3.pdf|Ось усе\nЧекаю"), album(desk));
      route.awaitIdle();
      assertEquals(
          List.of(), route.heard.all(BridgeEvent.Postponed.class), "waiting is no failure");
    }
  }

  @Test
  void eachPictureIsFoundAgainByItsOwnMessage() throws Exception {
    try (TestRoute route = TestRoute.start()) {
      TelegramCustomer ivan = route.ivan();
      AgentConversation desk = route.connect(ivan);
      List<Long> ids = ivan.sendAlbum(List.of(file("1.pdf"), file("2.pdf"), file("3.pdf")));
      Until.holds("the album", () -> album(desk).size() == 3);
      route.awaitIdle();

      assertEquals(
          desk.transcript().stream()
              .filter(m -> m.attachment() != null)
              .map(MessageRecord::id)
              .toList(),
          ids.stream()
              .flatMap(
                  id ->
                      route
                          .store
                          .linksByMessengerId(
                              route.integration.id(), Long.toString(ivan.id()), Long.toString(id))
                          .stream())
              .map(link -> link.genesysId())
              .toList());
    }
  }

  @Test
  void theNextMessageEndsTheWaitAtOnce() throws Exception {
    try (TestRoute route = TestRoute.builder().albumWait(LONG).start()) {
      TelegramCustomer ivan = route.ivan();
      AgentConversation desk = route.connect(ivan);
      ivan.sendAlbum(List.of(file("1.pdf").caption("Ось"), file("2.pdf")));
      ivan.sendText("Отримали?");

      desk.awaitMessage(message -> message.says("Отримали?"), TestRoute.PATIENCE);
      assertEquals(List.of("1.pdf|", "2.pdf|Ось", "|Отримали?"), album(desk));
    }
  }

  @Test
  void anEditedCaptionIsAMessageOfItsOwn() throws Exception {
    try (TestRoute route = TestRoute.builder().albumWait(LONG).start()) {
      TelegramCustomer ivan = route.ivan();
      AgentConversation desk = route.connect(ivan);
      List<Long> ids = ivan.sendAlbum(List.of(file("1.pdf").caption("Ось"), file("2.pdf")));
      ivan.edit(ids.get(0), "Ось вони");

      desk.awaitMessage(
          message -> String.valueOf(message.text()).contains("Ось вони"), TestRoute.PATIENCE);
      assertEquals(List.of("1.pdf|", "2.pdf|Ось"), album(desk).subList(0, 2));
    }
  }

  @Test
  void anAlbumThatIsAwaitedHoldsNobodyElse() throws Exception {
    try (TestRoute route = TestRoute.builder().albumWait(LONG).start()) {
      TelegramCustomer ivan = route.ivan();
      ivan.sendAlbum(List.of(file("1.pdf").caption("Ось"), file("2.pdf")));
      TelegramCustomer oksana = route.oksana();
      oksana.sendText("Добрий день!");

      Until.holds("Oksana's", () -> route.inGenesys(oksana).equals(List.of("Добрий день!")));
      assertEquals(List.of(), route.inGenesys(ivan));
    }
  }

  @Test
  void withoutAWaitEachPictureGoesByItselfWithItsCaption() throws Exception {
    try (TestRoute route = TestRoute.builder().albumWait(Duration.ZERO).start()) {
      TelegramCustomer ivan = route.ivan();
      AgentConversation desk = route.connect(ivan);
      ivan.sendAlbum(List.of(file("1.pdf").caption("Ось"), file("2.pdf")));

      Until.holds("the album", () -> album(desk).size() == 2);
      assertEquals(List.of("1.pdf|Ось", "2.pdf|"), album(desk));
    }
  }

  @Test
  void aPictureThatCannotBeHadIsNamedWithWhatWasSaid() throws Exception {
    try (TestRoute route = TestRoute.start()) {
      TelegramCustomer ivan = route.ivan();
      AgentConversation desk = route.connect(ivan);
      route.telegram.faults().next("getFile", 400, "Bad Request: file is too big", 1);
      ivan.sendAlbum(List.of(file("1.pdf").caption("Ось"), file("2.pdf"), file("3.pdf")));

      desk.awaitMessage(message -> message.says("[1.pdf]\nОсь"), TestRoute.PATIENCE);
      assertEquals(List.of("2.pdf|", "3.pdf|[1.pdf]\nОсь"), album(desk));
      ivan.awaitMessage(message -> message.text().contains("1.pdf"), TestRoute.PATIENCE);
      route.awaitIdle();
      assertEquals(
          List.of(EntryState.DEGRADED, EntryState.DELIVERED, EntryState.DELIVERED),
          ends(route).subList(1, 4));
    }
  }

  @Test
  void aPictureThatIsRefusedForGoodKeepsItsCaptionAndHoldsNoOther() throws Exception {
    try (TestRoute route = TestRoute.start()) {
      TelegramCustomer ivan = route.ivan();
      AgentConversation desk = route.connect(ivan);
      route.genesys.faults().nextInbound(400, 2);
      ivan.sendAlbum(List.of(file("1.pdf").caption("Перший"), file("2.pdf").caption("Другий")));

      desk.awaitMessage(message -> message.says("Другий"), TestRoute.PATIENCE);
      assertEquals(List.of("2.pdf|Другий"), album(desk));
      route.awaitIdle();
      long dead = route.store.deadLetters(10).get(0).sequence();
      assertTrue(route.store.replay(dead));
      desk.awaitMessage(message -> message.says("Перший"), TestRoute.PATIENCE);
      assertEquals(List.of("2.pdf|Другий", "1.pdf|Перший"), album(desk));
    }
  }

  @Test
  void aBotThatTheBridgeAsksGetsAnAlbumInOneTurn() throws Exception {
    CuratorBot bot = new CuratorBot();
    try (TestRoute route = TestRoute.builder().directBot(bot).start()) {
      TelegramCustomer ivan = route.ivan();
      ivan.sendAlbum(
          List.of(file("1.pdf").caption("Ось"), file("2.pdf"), file("3.pdf").caption("усе")));

      ivan.awaitMessage(message -> message.text().equals("files: 3"), TestRoute.PATIENCE);
      route.awaitIdle();
      assertEquals(1, bot.turns.size());
      assertEquals("Ось\nусе", bot.turns.get(0).text());
      assertEquals(
          List.of("1.pdf", "2.pdf", "3.pdf"),
          bot.turns.get(0).media().stream().map(Media::fileName).toList());
      assertEquals(
          List.of(EntryState.DELIVERED, EntryState.DELIVERED, EntryState.DELIVERED), ends(route));
    }
  }

  @Test
  void theBotOfTheFlowHearsTheWordsWhenAllPicturesAreThere() throws Exception {
    CuratorBot bot = new CuratorBot();
    try (TestRoute route = TestRoute.builder().bot(bot).start()) {
      TelegramCustomer ivan = route.ivan();
      ivan.sendAlbum(List.of(file("1.pdf").caption("Ось"), file("2.pdf"), file("3.pdf")));

      Until.holds(
          "the words", () -> bot.turns.stream().anyMatch(turn -> turn.text().equals("Ось")));
      List<String> names =
          bot.turns.stream().flatMap(turn -> turn.media().stream()).map(Media::fileName).toList();
      assertEquals(List.of("1.pdf", "2.pdf", "3.pdf"), names);
      assertEquals("Ось", bot.turns.get(bot.turns.size() - 1).text());
    }
  }

  private static TelegramContent file(String name) {
    return TelegramContent.document(name, "application/pdf", Samples.pdf(name.charAt(0)));
  }

  /** File names and texts of what came behind the greeting. */
  private static List<String> album(AgentConversation desk) {
    return desk.transcript().stream()
        .filter(MessageRecord::fromCustomer)
        .skip(1)
        .map(
            message ->
                (message.attachment() == null ? "" : message.attachment().name())
                    + "|"
                    + Objects.requireNonNullElse(message.text(), ""))
        .toList();
  }

  private static List<EntryState> ends(TestRoute route) {
    return route.heard.all(BridgeEvent.Finished.class).stream()
        .filter(event -> event.kind() == EntryKind.INBOUND)
        .map(BridgeEvent.Finished::state)
        .toList();
  }

  /** Says how many files it got. */
  private static final class CuratorBot implements Bot {
    final List<Turn> turns = new CopyOnWriteArrayList<>();

    @Override
    public BotDescription describe() {
      return BotDescription.of("curator", "Curator", "1", "uk", Intent.of("done"));
    }

    @Override
    public Reply answer(Turn turn) {
      turns.add(turn);
      return Reply.awaitMore(new Text("files: " + turn.media().size()));
    }
  }
}
