// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import static io.botflow.connector.Samples.media;
import static io.botflow.connector.Samples.url;
import static io.botflow.connector.render.Targets.CAPTIONED_CARDS;
import static io.botflow.connector.render.Targets.MESSENGER;
import static io.botflow.connector.render.Targets.WHATSAPP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.Capabilities.ChoiceForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cards, carousels and choices where messengers have them, each with limits of its own. */
class RendererCardTest {
  private static final String SHOP = "https://shop.example/";
  private static final MediaSource PICTURE = url("https://files.example/photo.jpg");
  private static final Media JPEG = media(Media.Type.IMAGE, PICTURE, "image/jpeg", null);
  private static final String LONG = "word ".repeat(30) + "end";

  @Test
  void aCardWithinTheLimitsStays() {
    Card card = Card.builder("Phone").image(PICTURE).postback("Buy", "b").build();
    unchanged(WHATSAPP, card);
    unchanged(MESSENGER, card);
    unchanged(CAPTIONED_CARDS, card);
    Card mixed = Card.builder("Phone").postback("Buy", "b").link("More", SHOP).build();
    unchanged(MESSENGER, mixed);
    unchanged(CAPTIONED_CARDS, mixed);
  }

  @Test
  void aCardWhoseButtonsDoNotMixBecomesPictureAndButtons() {
    Card card =
        Card.builder("Phone").image(PICTURE).postback("Buy", "b").link("More", SHOP).build();
    becomes(
        WHATSAPP,
        card,
        "shown as picture, text and buttons, as far as it has them",
        JPEG,
        new Choices("Phone\nMore: " + SHOP, List.of(Choice.of("Buy", "b"))));
  }

  @Test
  void aPressOnTheCardGetsAButtonWhereThereIsNoSuchPress() {
    Card card =
        Card.builder("Phone")
            .defaultAction(new CardAction.Link(null, SHOP + "1"))
            .postback("Buy", "b")
            .build();
    unchanged(MESSENGER, card);
    becomes(
        CAPTIONED_CARDS,
        card,
        "a press on the card itself does nothing, there is a button for it",
        Card.builder("Phone").postback("Buy", "b").link("shop.example", SHOP + "1").build());
    Card twice =
        Card.builder("Phone")
            .defaultAction(new CardAction.Link("Shop", SHOP))
            .link("More", SHOP)
            .build();
    becomes(
        WHATSAPP,
        twice,
        "a press on the card itself does nothing, there is a button for it",
        Card.builder("Phone").link("More", SHOP).build());
  }

  @Test
  void aLinkThatLeadsNowhereIsWrittenOut() {
    Card card = Card.builder("Phone").link("Call", "tel:+380").build();
    becomes(
        MESSENGER,
        card,
        "shown as picture, text and buttons, as far as it has them",
        new Text("Phone\nCall: tel:+380"));
  }

  @Test
  void aSingleCardKeepsItsWholeText() {
    Card card = Card.builder("Phone").description(LONG).image(PICTURE).build();
    becomes(
        MESSENGER,
        card,
        "shown as picture, text and buttons, as far as it has them",
        JPEG,
        new Text("Phone\n" + LONG));
    unchanged(WHATSAPP, card);
  }

  @Test
  void theTextsOfACarouselAreCut() {
    Card card = Card.builder("Phone").description(LONG).image(PICTURE).build();
    Rendered rendered = Renderer.render(List.of(new Carousel(List.of(card, card))), MESSENGER);
    Card cut = ((Carousel) rendered.parts().get(0)).cards().get(1);
    assertEquals(Optional.of("word ".repeat(15) + "word…"), Optional.ofNullable(cut.description()));
    assertEquals(List.of(new Loss(PartKind.CAROUSEL, "a description is cut")), rendered.losses());
    Card wide = Card.builder("word ".repeat(40)).image(PICTURE).description("more").build();
    Rendered narrow = Renderer.render(List.of(new Carousel(List.of(wide, wide))), WHATSAPP);
    Card titled = ((Carousel) narrow.parts().get(0)).cards().get(0);
    assertEquals("word ".repeat(31) + "word…", titled.caption());
  }

  @Test
  void aLargeCarouselIsSplitEvenly() {
    List<Card> cards =
        IntStream.rangeClosed(1, 11)
            .mapToObj(i -> Card.builder("No " + i).image(PICTURE).postback("Buy", "b" + i).build())
            .toList();
    Carousel carousel = new Carousel(cards);
    for (Capabilities target : List.of(MESSENGER, WHATSAPP)) {
      becomes(
          target,
          carousel,
          "split into 2 carousels",
          new Carousel(cards.subList(0, 5)),
          new Carousel(cards.subList(5, 11)));
    }
  }

  @Test
  void cardsThatCannotStandSideBySideGoAlone() {
    Card buy = Card.builder("A").image(PICTURE).postback("Buy", "b").build();
    Card more = Card.builder("B").image(PICTURE).link("More", SHOP).build();
    unchanged(MESSENGER, new Carousel(List.of(buy, more)));
    becomes(WHATSAPP, new Carousel(List.of(buy, more)), "shown as 2 single cards", buy, more);
    becomes(WHATSAPP, new Carousel(List.of(buy)), "shown as 1 single cards", buy);
    Card bare = buy.withImage(null);
    becomes(WHATSAPP, new Carousel(List.of(bare, bare)), "shown as 2 single cards", bare, bare);
  }

  @Test
  void choicesAreButtonsThenAListThenNumberedText() {
    assertEquals(Optional.of(ChoiceForm.BUTTONS), WHATSAPP.choiceForm(Choices.of("?", "a", "b")));
    Choices four = Choices.of("?", "a", "b", "c", "d");
    assertEquals(Optional.of(ChoiceForm.LIST), WHATSAPP.choiceForm(four));
    unchanged(WHATSAPP, four);
    Choices wide = Choices.of("?", "a label of 21 letters");
    assertEquals(Optional.of(ChoiceForm.LIST), WHATSAPP.choiceForm(wide));
    Choices eleven =
        Choices.of("?", IntStream.range(0, 11).mapToObj(i -> "n" + i).toArray(String[]::new));
    assertEquals(Optional.empty(), WHATSAPP.choiceForm(eleven));
    assertTrue(Renderer.render(List.of(eleven), WHATSAPP).parts().get(0) instanceof Text);
  }

  @Test
  void aQuestionTooLongForButtonsStandsAboveAList() {
    Choices choices = Choices.of("a".repeat(1025), "Yes");
    assertEquals(Optional.of(ChoiceForm.LIST), WHATSAPP.choiceForm(choices));
    unchanged(WHATSAPP, choices);
  }

  @Test
  void equalLabelsAreTheListsWhereButtonsMustDiffer() {
    Choices same = new Choices("?", List.of(Choice.of("Yes", "1"), Choice.of("Yes", "2")));
    assertEquals(Optional.of(ChoiceForm.LIST), WHATSAPP.choiceForm(same));
    assertEquals(Optional.of(ChoiceForm.BUTTONS), MESSENGER.choiceForm(same));
  }

  @Test
  void picturesOfButtonsAreLeftOutWhereThereAreNone() {
    Choices pictured = new Choices("?", List.of(new Choice("Yes", "1", SHOP + "y.png")));
    unchanged(MESSENGER, pictured);
    becomes(
        WHATSAPP,
        pictured,
        "the pictures of buttons are left out",
        new Choices("?", List.of(Choice.of("Yes", "1"))));
  }

  @Test
  void aButtonWithoutAValueSendsItsLabel() {
    becomes(
        MESSENGER,
        new Choices("?", List.of(Choice.of("Yes", ""))),
        "a button without a value sends its label",
        Choices.of("?", "Yes"));
  }

  @Test
  void captionsStandOnlyOnTheKindsThatCarryThem() {
    Media voice = media(Media.Type.VOICE, PICTURE, "audio/ogg", null);
    becomes(
        WHATSAPP,
        voice.withCaption("Listen"),
        "its caption follows as text",
        voice,
        new Text("Listen"));
    unchanged(WHATSAPP, JPEG.withCaption("Look"));
  }

  @Test
  void whatIsDroppedIsALoss() {
    Capabilities target =
        Capabilities.builder(Targets.chars(100)).drops(PartKind.STICKER, PartKind.OPAQUE).build();
    becomes(
        target, Media.of(Media.Type.STICKER, PICTURE), "left out: this messenger does not show it");
  }

  @Test
  void formattingGoesOnOverACut() {
    Capabilities target = Capabilities.builder(Targets.chars(12)).markdown(true).build();
    unchanged(target, new Text("**twelve** ~~chars~~"));
    becomes(
        target,
        new Text("so **very bold and _more so_** it is"),
        "split into 3 pieces",
        new Text("so **very bold**"),
        new Text(" **and _more so_**"),
        new Text(" it is"));
    Capabilities plain = Capabilities.builder(Targets.chars(12)).build();
    becomes(
        plain,
        new Text("**twelve** chars"),
        "split into 2 pieces",
        new Text("**twelve** "),
        new Text("chars"));
  }

  private static void unchanged(Capabilities target, Part part) {
    assertEquals(new Rendered(List.of(part), List.of()), Renderer.render(List.of(part), target));
  }

  private static void becomes(Capabilities target, Part part, String loss, Part... expected) {
    Rendered rendered = Renderer.render(List.of(part), target);
    assertEquals(List.of(expected), rendered.parts());
    assertEquals(new Loss(part.kind(), loss), rendered.losses().get(0));
  }
}
