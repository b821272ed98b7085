// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.bridge.route.InboundKind;
import io.botflow.bridge.route.InboundPolicy;
import io.botflow.bridge.route.InboundPolicy.Carriage;
import io.botflow.testkit.telegram.TelegramContent;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer quotes, over the whole route, as the policy wants it. */
class QuoteTest {
  private static final String LONG = "слово ".repeat(60);

  @Test
  void whatIsQuotedGoesBeforeTheAnswer() throws IOException {
    List<String> texts = texts(Carriage.SEND);

    assertEquals("↩️ Який розмір?\nВеликий", texts.get(1));
    assertEquals("↩️ розмір", texts.get(2));
    assertEquals("↩️ " + LONG.substring(0, 199) + "…\nДовго", texts.get(4));
  }

  @ParameterizedTest
  @EnumSource(
      value = Carriage.class,
      names = {"NOTE", "DROP"})
  void anAnswerGoesWithoutIt(Carriage carriage) throws IOException {
    assertEquals(List.of("Який розмір?", "Великий", "", LONG, "Довго"), texts(carriage));
  }

  private static List<String> texts(Carriage carriage) throws IOException {
    try (TestRoute route =
        TestRoute.builder()
            .inbound(InboundPolicy.DEFAULT.with(InboundKind.QUOTE, carriage))
            .start()) {
      TelegramCustomer ivan = route.ivan();
      long question = ivan.sendText("Який розмір?");
      ivan.reply(question, "Великий");
      ivan.reply(question, TelegramContent.photo(Samples.jpeg(1)).quoting("розмір"));
      ivan.reply(ivan.sendText(LONG), "Довго");
      Until.holds("all", () -> route.inGenesys(ivan).size() == 5);
      return route.inGenesys(ivan);
    }
  }
}
