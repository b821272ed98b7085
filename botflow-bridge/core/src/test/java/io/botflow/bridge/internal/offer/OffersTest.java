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
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.CapabilitiesBuilder;
import io.botflow.connector.messenger.CardLimit;
import io.botflow.connector.messenger.CarouselLimit;
import io.botflow.connector.messenger.ChoiceLimit;
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.render.Renderer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffersTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Peer IVAN = new Peer("telegram", "1", "42");
  private static final ChoiceLimit SIXTY_FOUR =
      new ChoiceLimit(
          100,
          new TextLimit(100, TextLimit.Unit.UTF_16),
          new TextLimit(64, TextLimit.Unit.UTF_8_BYTES));
  private static final Capabilities BUTTONS = texts().choices(SIXTY_FOUR).build();
  private static final Choices DELIVERY =
      new Choices(
          "Як доставити?", List.of(Choice.of("Пошта", "post"), Choice.of("Кур'єр", "courier")));

  private static final String LONG = "замовлення:".repeat(20);

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

    List<Part> shortened = offers.shortened("g-1", List.of(choices), BUTTONS);
    List<Choice> buttons = ((Choices) shortened.get(0)).options();
    assertTrue(SIXTY_FOUR.payload().allows(buttons.get(0).payload()));
    assertEquals("no", buttons.get(1).payload());
    assertEquals(shortened, offers.shortened("g-1", List.of(choices), BUTTONS));

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
    List<Part> shortened = offers.shortened("g-1", List.of(card), BUTTONS);
    offers.offered("r", "42", "g-1", List.of(card), shortened);

    String token = ((CardAction.Postback) ((Card) shortened.get(0)).defaultAction()).payload();
    assertTrue(SIXTY_FOUR.payload().allows(token));
    assertEquals(
        payload, press(token, "m", Optional.of("g-1")).orElseThrow().selection().payload());
  }

  /** Each form with a payload that it can carry, whatever the other forms can. */
  static Stream<Arguments> forms() {
    TextLimit label = TextLimit.utf16(20);
    TextLimit wide = TextLimit.utf16(1000);
    TextLimit narrow = TextLimit.utf8Bytes(64);
    ChoiceLimit buttons = new ChoiceLimit(3, label, wide);
    ChoiceLimit rows = new ChoiceLimit(10, label, narrow);
    CardLimit roomy = CardLimit.builder(label, wide).actions(3).build();
    CardLimit tight = CardLimit.builder(label, narrow).actions(3).build();
    CardAction pressed = new CardAction.Postback("Купити", LONG);
    Card card = new Card("Кава", null, null, null, List.of(pressed));
    Part choices = new Choices("?", List.of(Choice.of("Купити", LONG)));
    Part carousel = new Carousel(List.of(card, card));
    return Stream.of(
        Arguments.of("a list", choices, texts().choices(buttons).list(rows).build()),
        Arguments.of("a list without buttons", choices, texts().list(rows).build()),
        Arguments.of("a card", card, texts().cards(tight).build()),
        Arguments.of("a card as a list", card, texts().cards(roomy).list(rows).build()),
        Arguments.of(
            "a carousel", carousel, texts().carousels(CarouselLimit.of(10, tight)).build()),
        Arguments.of(
            "a carousel as cards",
            carousel,
            texts().carousels(CarouselLimit.of(10, roomy)).cards(tight).build()),
        Arguments.of(
            "a carousel as buttons",
            carousel,
            texts().carousels(CarouselLimit.of(10, roomy)).choices(SIXTY_FOUR).build()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void aPayloadThatIsTooLongForOneFormComesBackWholeFromEach(
      String form, Part part, Capabilities target) {
    List<Part> shortened = offers.shortened("g-1", List.of(part), target);
    List<Part> shown = Renderer.render(shortened, target, media -> Optional.empty()).parts();
    offers.offered("r", "42", "g-1", List.of(part), shown);

    String sent = Payloads.buttons(shown.get(0)).get(0).payload();
    assertTrue(SIXTY_FOUR.payload().allows(sent), form);
    assertEquals(LONG, press(sent, "m", Optional.of("g-1")).orElseThrow().selection().payload());
  }

  @Test
  void aPayloadThatEachFormCarriesStaysAsItIs() {
    Capabilities wide =
        texts()
            .choices(new ChoiceLimit(3, TextLimit.utf16(20), TextLimit.utf16(1000)))
            .cards(CardLimit.builder(TextLimit.utf16(20), TextLimit.utf16(1000)).actions(3).build())
            .carousels(
                CarouselLimit.of(
                    10, CardLimit.builder(TextLimit.utf16(20), TextLimit.utf8Bytes(9)).build()))
            .build();
    Card card =
        new Card("Кава", null, null, null, List.of(new CardAction.Postback("Купити", LONG)));
    List<Part> parts = List.of(card, new Choices("?", List.of(Choice.of("Так", LONG))));
    assertEquals(parts, offers.shortened("g-1", parts, wide), "there is no carousel among them");
    assertEquals(parts, offers.shortened("g-1", parts, texts().build()), "nothing can be pressed");
  }

  @Test
  void aLabelThatIsSentForWantOfAPayloadIsShortenedToo() {
    String label = "Так, надішліть мені рахунок поштою сьогодні";
    Choices choices = new Choices("?", List.of(Choice.of(label, ""), Choice.of("Ні", "")));
    List<Part> shortened = offers.shortened("g-1", List.of(choices), BUTTONS);
    List<Choice> buttons = ((Choices) shortened.get(0)).options();
    assertEquals("", buttons.get(1).payload());
    offers.offered("r", "42", "g-1", List.of(choices), shortened);

    assertEquals(
        label,
        press(buttons.get(0).payload(), "m", Optional.of("g-1"))
            .orElseThrow()
            .selection()
            .payload());
  }

  @Test
  void aPressLongAfterFindsWhatItsTokenStandsForHoweverMuchWasOfferedMeanwhile() {
    String token = "";
    for (int i = 0; i < 25; i++) {
      Choices choices = new Choices("?", List.of(Choice.of("Так " + i, LONG + i)));
      Choices shown = (Choices) offers.shortened("g-" + i, List.of(choices), BUTTONS).get(0);
      offers.offered("r", "42", "g-" + i, List.of(choices), List.of(shown));
      token = i == 0 ? shown.options().get(0).payload() : token;
    }

    Chosen named = press(token, "m", Optional.of("g-0")).orElseThrow();
    assertEquals(LONG + 0, named.selection().payload());
    assertEquals("g-0", named.messageId());
    Chosen unnamed = press(token, null, Optional.empty()).orElseThrow();
    assertEquals(LONG + 0, unnamed.selection().payload());
    assertEquals("g-0", unnamed.messageId());
    Message other =
        Message.of(
            "m",
            new Peer("telegram", "1", "43"),
            NOW,
            List.of(new Selection(Selection.Source.QUICK_REPLY, "Так", token, null)));
    assertEquals(Optional.empty(), offers.chosen("r", other, true, id -> Optional.empty()));
  }

  @Test
  void tokensGoWhenACustomerIsErased() {
    Choices choices = new Choices("?", List.of(Choice.of("Так", LONG)));
    Choices shown = (Choices) offers.shortened("g-1", List.of(choices), BUTTONS).get(0);
    offers.offered("r", "42", "g-1", List.of(choices), List.of(shown));

    assertEquals(2, notes.removeEndingWith(List.of(":r:42")));
    assertEquals(
        Optional.empty(), press(shown.options().get(0).payload(), "m", Optional.of("g-1")));
  }

  @Test
  void aTokenThatIsNotKnownAnyMoreIsALossAndOtherWordsAreNone() {
    Message token =
        message(new Selection(Selection.Source.QUICK_REPLY, "Так", Payloads.token("g", "p"), null));
    assertEquals(
        List.of("sent as text, since what its button stands for is not known any more"),
        Offers.forgotten(token, Optional.empty()));
    assertEquals(List.of(), Offers.forgotten(message(new Text("Так")), Optional.empty()));
    assertEquals(
        List.of(),
        Offers.forgotten(
            message(new Selection(Selection.Source.QUICK_REPLY, "Так", "", null)),
            Optional.empty()));
  }

  @Test
  void aTokenThatNobodyRemembersIsNoChoice() {
    Choices choices = new Choices("?", List.of(Choice.of("Так", "x".repeat(100))));
    Choices shortened = (Choices) offers.shortened("g-1", List.of(choices), BUTTONS).get(0);
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

  private static CapabilitiesBuilder texts() {
    return Capabilities.builder(TextLimit.utf16(4096));
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
