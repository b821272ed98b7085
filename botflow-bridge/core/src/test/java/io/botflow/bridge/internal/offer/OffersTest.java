// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.internal.offer.Offers.Chosen;
import io.botflow.bridge.store.Notes;
import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.ChoiceLimit;
import io.botflow.connector.messenger.TextLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffersTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Peer IVAN = new Peer("telegram", "1", "42");
  private static final ChoiceLimit SIXTY_FOUR =
      new ChoiceLimit(
          100,
          new TextLimit(100, TextLimit.Unit.UTF_16),
          new TextLimit(64, TextLimit.Unit.UTF_8_BYTES));
  private static final Choices DELIVERY =
      new Choices(
          "Як доставити?", List.of(Choice.of("Пошта", "post"), Choice.of("Кур'єр", "courier")));

  private final Notes notes = Notes.inMemory(Clock.systemUTC());
  private final Offers offers = at(NOW);

  private Offers at(Instant time) {
    return new Offers(notes, Clock.fixed(time, ZoneOffset.UTC));
  }

  @Test
  void aPressedButtonIsAnAnswerToTheMessageThatTheMessengerNames() {
    offer("g-1", DELIVERY);
    offer("g-2", DELIVERY);

    Chosen chosen = press("post", "m-1", Optional.of("g-1")).orElseThrow();
    assertEquals("g-1", chosen.messageId());
    assertEquals("post", chosen.selection().payload());
  }

  @Test
  void aPressOfWhichTheMessengerNamesNoMessageIsAnAnswerToTheNewestThatOfferedIt() {
    offer("g-1", DELIVERY);
    offer("g-2", DELIVERY);
    offer("g-3", new Choices("Ще?", List.of(Choice.of("Так", "yes"))));

    assertEquals("g-2", press("post", null, Optional.empty()).orElseThrow().messageId());
  }

  @Test
  void aPressOnAnOfferThatIsForgottenGoesToTheMessageItNames() {
    Chosen chosen = press("post", "m-1", Optional.of("g-0")).orElseThrow();
    assertEquals("g-0", chosen.messageId());
    assertEquals("post", chosen.selection().payload());
  }

  @Test
  void theButtonOfACardComesBackAsTheButtonOfACard() {
    Card card =
        new Card("Кава", null, null, null, List.of(new CardAction.Postback("Купити", "buy")));
    offer("g-1", card);

    assertEquals(
        Selection.Source.CARD,
        press("buy", "m-1", Optional.of("g-1")).orElseThrow().selection().source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Пошта", "пошта", " ПОШТА \n"})
  void aTypedLabelIsAPress(String typed) {
    offer("g-1", DELIVERY);
    Chosen chosen = type(typed).orElseThrow();
    assertEquals("post", chosen.selection().payload());
    assertEquals("g-1", chosen.messageId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2.", "2)", " 2 "})
  void aTypedNumberIsAPressWhereNumbersWereShown(String typed) {
    offers.offered("r", "42", "g-1", List.of(DELIVERY), List.of(new Text("1. Пошта\n2. Кур'єр")));
    assertEquals("courier", type(typed).orElseThrow().selection().payload());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "999", "2 штуки", "два"})
  void otherNumbersAreWords(String typed) {
    offers.offered("r", "42", "g-1", List.of(DELIVERY), List.of(new Text("1. Пошта\n2. Кур'єр")));
    assertEquals(Optional.empty(), type(typed));
  }

  @Test
  void aNumberWhereButtonsWereShownIsAWord() {
    offer("g-1", DELIVERY);
    assertEquals(Optional.empty(), type("2"));
  }

  @Test
  void aNumberCountsForTheLastOfferOnly() {
    offers.offered("r", "42", "g-1", List.of(DELIVERY), List.of(new Text("1. Пошта\n2. Кур'єр")));
    offer("g-2", new Choices("Ще?", List.of(Choice.of("Так", "yes"))));
    assertEquals(Optional.empty(), type("2"));
    assertEquals("g-1", type("Кур'єр").orElseThrow().messageId());
  }

  @Test
  void cardsThatAreNumberedEachForItselfTakeNoNumber() {
    Card card =
        new Card("Кава", null, null, null, List.of(new CardAction.Postback("Купити", "buy")));
    offers.offered(
        "r",
        "42",
        "g-1",
        List.of(new Carousel(List.of(card, card))),
        List.of(new Text("Кава\n1. Купити"), new Text("Кава\n1. Купити")));
    assertEquals(Optional.empty(), type("1"));
  }

  @Test
  void whatIsTypedDaysLaterIsAWordButAPressStillCounts() {
    offer("g-1", DELIVERY);
    Offers later = at(NOW.plus(Duration.ofDays(3)));

    assertEquals(
        Optional.empty(),
        later.chosen("r", message(new Text("Пошта")), true, id -> Optional.empty()));
    Message press = message(new Selection(Selection.Source.QUICK_REPLY, "Пошта", "post", null));
    assertTrue(later.chosen("r", press, true, id -> Optional.empty()).isPresent());
  }

  @Test
  void typingCanBeSwitchedOff() {
    offer("g-1", DELIVERY);
    assertEquals(
        Optional.empty(),
        offers.chosen("r", message(new Text("Пошта")), false, id -> Optional.empty()));
  }

  @Test
  void aPayloadThatIsTooLongTravelsAsATokenAndComesBackWhole() {
    String payload = "замовлення:".repeat(20);
    Choices choices = new Choices("?", List.of(Choice.of("Так", payload), Choice.of("Ні", "no")));

    List<Part> shortened = offers.shortened("g-1", List.of(choices), SIXTY_FOUR);
    List<Choice> buttons = ((Choices) shortened.get(0)).options();
    assertTrue(SIXTY_FOUR.payload().allows(buttons.get(0).payload()));
    assertEquals("no", buttons.get(1).payload());
    assertEquals(shortened, offers.shortened("g-1", List.of(choices), SIXTY_FOUR));

    offers.offered("r", "42", "g-1", List.of(choices), shortened);
    assertEquals(
        payload,
        press(buttons.get(0).payload(), "m", Optional.of("g-1"))
            .orElseThrow()
            .selection()
            .payload());
    assertEquals(payload, type("так").orElseThrow().selection().payload());
  }

  @Test
  void aPressOnTheCardItselfComesBackWholeToo() {
    String payload = "картка:".repeat(20);
    Card card = new Card("Кава", null, null, new CardAction.Postback("Купити", payload), List.of());
    List<Part> shortened = offers.shortened("g-1", List.of(card), SIXTY_FOUR);
    offers.offered("r", "42", "g-1", List.of(card), shortened);

    String token = ((CardAction.Postback) ((Card) shortened.get(0)).defaultAction()).payload();
    assertTrue(SIXTY_FOUR.payload().allows(token));
    assertEquals(
        payload, press(token, "m", Optional.of("g-1")).orElseThrow().selection().payload());
  }

  @Test
  void aTokenThatNobodyRemembersIsNoChoice() {
    Choices choices = new Choices("?", List.of(Choice.of("Так", "x".repeat(100))));
    Choices shortened = (Choices) offers.shortened("g-1", List.of(choices), SIXTY_FOUR).get(0);
    assertEquals(
        Optional.empty(), press(shortened.options().get(0).payload(), "m", Optional.of("g-1")));
  }

  @Test
  void customersAndRoutesAreApart() {
    offer("g-1", DELIVERY);
    Message other =
        Message.of("m", new Peer("telegram", "1", "43"), NOW, List.of(new Text("Пошта")));
    assertEquals(Optional.empty(), offers.chosen("r", other, true, id -> Optional.empty()));
    assertEquals(
        Optional.empty(),
        offers.chosen("q", message(new Text("Пошта")), true, id -> Optional.empty()));
  }

  @Test
  void nothingShowsWhatWasOffered() {
    offer("g-1", DELIVERY);
    assertEquals("Chosen[from g-1]", type("Пошта").orElseThrow().toString());
  }

  private void offer(String messageId, Part part) {
    offers.offered("r", "42", messageId, List.of(part), List.of(part));
  }

  private Optional<Chosen> press(String payload, String offeredBy, Optional<String> origin) {
    return offers.chosen(
        "r",
        message(new Selection(Selection.Source.QUICK_REPLY, "Пошта", payload, offeredBy)),
        true,
        id -> origin);
  }

  private Optional<Chosen> type(String text) {
    return offers.chosen("r", message(new Text(text)), true, id -> Optional.empty());
  }

  private static Message message(Part part) {
    return new Message("m", IVAN, NOW, List.of(part), null, Map.of());
  }
}
