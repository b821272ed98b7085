// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Text;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What customers send to a bot besides words, which Bot Connector does not carry. */
class FilesForBotTest {
  private final CuratorBot bot = new CuratorBot();
  @AutoClose private final TestRoute route = TestRoute.builder().bot(bot).start();
  private final TelegramCustomer ivan = route.ivan();

  @Test
  void thePictureThatOpensAConversationReachesTheBotWithItsCaption() throws IOException {
    byte[] picture = Samples.jpeg(1);
    ivan.sendPhoto(picture, "Розбита посилка");

    awaitReply("files: 1");
    Turn turn = bot.turns.get(0);
    assertEquals("Розбита посилка", turn.text());
    assertEquals("image/jpeg", turn.media().get(0).mimeType());
    assertArrayEquals(picture, fetch(turn.media().get(0)));
  }

  @Test
  void aFileWithoutWordsReachesTheBotAndIsGivenOnce() throws IOException {
    byte[] contract = Samples.pdf(2);
    ivan.sendText("Добрий день!");
    awaitReply("files: 0");
    ivan.sendDocument("Договір № 5.pdf", "application/pdf", contract, null);
    awaitReply("files: 1");
    ivan.sendText("Отримали?");

    Until.holds("three turns", () -> bot.turns.size() == 3);
    Media file = bot.turns.get(1).media().get(0);
    assertEquals("", bot.turns.get(1).text());
    assertEquals("Договір № 5.pdf", file.fileName());
    assertArrayEquals(contract, fetch(file));
    assertEquals(List.of(), bot.turns.get(2).media());
  }

  @Test
  void eachFileOfSeveralReachesTheBotOnceAndInOrder() {
    ivan.sendText("Зараз надішлю");
    awaitReply("files: 0");
    List<String> names = List.of("1.pdf", "2.pdf", "3.pdf");
    names.forEach(name -> ivan.sendDocument(name, "application/pdf", Samples.pdf(3), null));

    Until.holds("all files", () -> bot.files().size() == 3);
    assertEquals(names, bot.files().stream().map(Media::fileName).toList());
  }

  @Test
  void aCustomersFilesAreNotShownInTheConversationOfAnother() {
    TelegramCustomer oksana = route.oksana();
    ivan.sendPhoto(Samples.jpeg(4), "моє");
    awaitReply("files: 1");
    oksana.sendText("Добрий день!");

    oksana.awaitMessage(message -> message.text().equals("files: 0"), TestRoute.PATIENCE);
  }

  private void awaitReply(String text) {
    ivan.awaitMessage(message -> message.text().equals(text), TestRoute.PATIENCE);
  }

  private static byte[] fetch(Media media) throws IOException {
    URI place = ((MediaSource.Url) media.source()).url();
    try (var in = place.toURL().openStream()) {
      return in.readAllBytes();
    }
  }

  /** Says how many files it got. */
  private static final class CuratorBot implements Bot {
    final List<Turn> turns = new CopyOnWriteArrayList<>();

    @Override
    public BotDescription describe() {
      return new BotDescription(
          "curator",
          "Curator",
          "Example",
          "Counts files",
          List.of(new BotVersion("1", List.of("uk-ua"), List.of(Intent.of("done")))));
    }

    @Override
    public Reply answer(Turn turn) {
      turns.add(turn);
      return Reply.awaitMore(new Text("files: " + turn.media().size()));
    }

    List<Media> files() {
      return turns.stream().flatMap(turn -> turn.media().stream()).toList();
    }
  }
}
