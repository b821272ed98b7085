// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.telegram.TelegramContent;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * By the times that Genesys Cloud is given, a transcript stands in the order in which the customer
 * wrote, though Telegram tells no more than the second.
 */
class TranscriptOrderTest {
  @ParameterizedTest
  @EnumSource(TestRoute.Updates.class)
  void anAlbumOfTenWithWordsAndWhatFollowsStandInOrderAndARetryChangesNothing(
      TestRoute.Updates updates) throws Exception {
    try (TestRoute route = TestRoute.builder().updates(updates).start()) {
      TelegramCustomer ivan = route.ivan();
      AgentConversation desk = route.connect(ivan);
      route.genesys.faults().nextInbound(503, 2);
      ivan.sendText("перше");
      ivan.sendAlbum(
          IntStream.rangeClosed(1, 10)
              .mapToObj(
                  i ->
                      TelegramContent.document(i + ".pdf", "application/pdf", Samples.pdf(i))
                          .caption("слово " + i))
              .toList());
      ivan.sendText("друге");
      ivan.sendText("третє");

      desk.awaitMessage(message -> message.says("третє"), TestRoute.PATIENCE);
      List<MessageRecord> written =
          desk.transcript().stream().filter(MessageRecord::fromCustomer).skip(1).toList();
      List<MessageRecord> byTime =
          written.stream().sorted(Comparator.comparing(MessageRecord::sentAt)).toList();
      List<String> order =
          Stream.of(
                  Stream.of("перше"),
                  IntStream.rangeClosed(1, 10).mapToObj(i -> i + ".pdf"),
                  Stream.of("друге", "третє"))
              .flatMap(each -> each)
              .toList();
      assertEquals(order, byTime.stream().map(TranscriptOrderTest::name).toList());
      assertEquals(written.size(), written.stream().map(MessageRecord::sentAt).distinct().count());
      Instant first = byTime.get(0).sentAt().truncatedTo(ChronoUnit.SECONDS);
      assertTrue(
          Duration.between(first, byTime.get(byTime.size() - 1).sentAt()).toSeconds() < 10,
          "no time leaves its second by much");
    }
  }

  private static String name(MessageRecord message) {
    return message.attachment() == null
        ? Objects.requireNonNull(message.text())
        : message.attachment().name();
  }
}
