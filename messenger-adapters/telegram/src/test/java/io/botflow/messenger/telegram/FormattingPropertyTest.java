// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.render.Rendered;
import io.botflow.connector.render.Renderer;
import io.botflow.connector.richtext.RichText;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * Whatever is formatted, on either side: no character gets lost, and what Telegram is given it can
 * take.
 */
class FormattingPropertyTest {
  private static final int ROUNDS = 150;
  private static final String FAMILY = "👩‍👩‍👧‍👦";
  private static final List<String> WORDS =
      List.of(
          "Привіт",
          "ґанок",
          "їжа.",
          FAMILY,
          "👍🏽",
          "🇺🇦",
          "e\u0301",
          "\ud83d",
          "\n",
          "\n\n",
          " ",
          "2*3",
          "a_b_c",
          "https://shop.example/a_b*c",
          "\\",
          "x");
  private static final List<String> MARKS =
      List.of(
          "**",
          "*",
          "_",
          "__",
          "~~",
          "`",
          "```\n",
          "\n```\n",
          "[",
          "](https://shop.example/?q=_)",
          "](",
          ")",
          "]");
  private static final List<String> TYPES =
      List.of(
          "bold",
          "italic",
          "underline",
          "strikethrough",
          "spoiler",
          "code",
          "pre",
          "text_link",
          "blockquote",
          "custom_emoji",
          "url",
          "mention");

  private static final Capabilities MARKDOWN = TelegramLimits.CLOUD.withMarkdown().capabilities();

  @RepeatedTest(ROUNDS)
  void aLongMarkdownTextIsCutIntoSoundPiecesThatTogetherAreTheText(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    String source = text(random, random.nextInt(4_000), true);
    RichText whole = RichText.markdown(source);

    Rendered rendered =
        Renderer.render(List.of(new Text(source)), MARKDOWN, media -> Optional.empty());
    StringBuilder seen = new StringBuilder();
    for (Part part : rendered.parts()) {
      ObjectNode request = Json.object();
      Formatting.MARKDOWN.write(((Text) part).text(), request, "text");
      String text = request.path("text").textValue();
      assertTrue(text.length() <= TelegramLimits.TEXT, () -> "too long: " + text.length());
      assertSound(text, request.path("entities"));
      seen.append(text);
    }
    if (rendered.losses().stream().noneMatch(loss -> loss.toString().contains("left out"))) {
      assertEquals(whole.text().stripTrailing(), seen.toString().stripTrailing());
    }
  }

  @RepeatedTest(ROUNDS)
  void whatACustomerFormatsLosesNeitherACharacterNorAnAddress(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    String text = text(random, 1 + random.nextInt(30), false);
    ArrayNode entities = entities(random, text);

    String plain = Formatting.PLAIN.ours(text, entities);
    String markdown = Formatting.MARKDOWN.ours(text, entities);
    assertWithin(text, plain);
    assertWithin(
        text,
        Entities.read(text, entities).spans().isEmpty() && markdown.equals(text)
            ? markdown
            : RichText.markdown(markdown).text());
    for (String address : Entities.addresses(entities)) {
      assertTrue(plain.contains(address), () -> address + " is not in " + plain);
      assertTrue(
          markdown.replace("\\", "").contains(address.replace("\\", "")),
          () -> address + " is not in " + markdown);
    }
  }

  /** What comes from Telegram as Markdown goes back there as the same formatting. */
  @RepeatedTest(ROUNDS)
  void whatIsSentBackLooksAsItCame(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    String source = text(random, 40, true);
    ObjectNode first = Json.object();
    Formatting.MARKDOWN.write(source, first, "caption");
    assertSound(first.path("caption").textValue(), first.path("caption_entities"));

    String ours =
        Formatting.MARKDOWN.ours(first.path("caption").textValue(), first.path("caption_entities"));
    if (first.has("caption_entities")) {
      ObjectNode second = Json.object();
      Formatting.MARKDOWN.write(ours, second, "caption");
      assertEquals(first.path("caption"), second.path("caption"));
    } else {
      assertEquals(first.path("caption").textValue(), ours);
    }
  }

  @Test
  void theCheckSeesWhatTelegramRefuses() {
    ArrayNode crossing = Json.object().putArray("entities");
    crossing.addObject().put("type", "bold").put("offset", 0).put("length", 3);
    crossing.addObject().put("type", "italic").put("offset", 2).put("length", 3);
    ArrayNode halfPair = Json.object().putArray("entities");
    halfPair.addObject().put("type", "bold").put("offset", 0).put("length", 1);
    ArrayNode outside = Json.object().putArray("entities");
    outside.addObject().put("type", "bold").put("offset", 4).put("length", 9);
    for (ArrayNode broken : List.of(crossing, halfPair, outside)) {
      assertFalse(isSound("👍 так", broken), broken::toString);
    }
  }

  private static void assertSound(String text, JsonNode entities) {
    assertTrue(isSound(text, entities), () -> entities + " over " + text);
  }

  private static boolean isSound(String text, JsonNode entities) {
    for (JsonNode entity : entities) {
      int start = entity.path("offset").asInt(-1);
      int end = start + entity.path("length").asInt(-1);
      if (start < 0
          || end <= start
          || end > text.length()
          || isInsidePair(text, start)
          || isInsidePair(text, end)
          || text.substring(start, end).isBlank()) {
        return false;
      }
    }
    for (int i = 0; i < entities.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (!areNested(entities.get(i), entities.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isInsidePair(String text, int place) {
    return place > 0
        && place < text.length()
        && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
  }

  /** Apart, or one in the other; and in code there is nothing, as there is none in emphasis. */
  private static boolean areNested(JsonNode a, JsonNode b) {
    int aStart = a.path("offset").asInt();
    int aEnd = aStart + a.path("length").asInt();
    int bStart = b.path("offset").asInt();
    int bEnd = bStart + b.path("length").asInt();
    if (aEnd <= bStart || bEnd <= aStart) {
      return true;
    }
    boolean inside = (aStart >= bStart && aEnd <= bEnd) || (bStart >= aStart && bEnd <= aEnd);
    return inside && !isVerbatim(a) && !isVerbatim(b) && !a.path("type").equals(b.path("type"));
  }

  private static boolean isVerbatim(JsonNode entity) {
    return List.of("code", "pre").contains(entity.path("type").asText());
  }

  /** All characters of the one stand in the other, in order. */
  private static void assertWithin(String text, String whole) {
    int place = 0;
    for (int i = 0; i < whole.length() && place < text.length(); i++) {
      if (whole.charAt(i) == text.charAt(place)) {
        place++;
      }
    }
    assertEquals(text.length(), place, () -> text + " is not in " + whole);
  }

  private static String text(Random random, int words, boolean marks) {
    StringBuilder text = new StringBuilder("Я");
    for (int i = 0; i < words; i++) {
      boolean mark = marks && random.nextInt(3) == 0;
      List<String> from = mark ? MARKS : WORDS;
      text.append(from.get(random.nextInt(from.size())));
      if (!mark && random.nextBoolean()) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private static ArrayNode entities(Random random, String text) {
    ArrayNode entities = Json.object().putArray("entities");
    for (int i = random.nextInt(6); i > 0; i--) {
      int start = random.nextInt(text.length());
      ObjectNode entity =
          entities
              .addObject()
              .put("type", TYPES.get(random.nextInt(TYPES.size())))
              .put("offset", start)
              .put("length", 1 + random.nextInt(text.length() - start + 1));
      if (entity.path("type").asText().equals("text_link")) {
        entity.put("url", "https://shop.example/" + random.nextInt(3) + "?a=(b)_*c*");
      }
    }
    return entities;
  }
}
