// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import static io.botflow.connector.render.Targets.bytes;
import static io.botflow.connector.render.Targets.chars;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.messenger.TextLimit.Unit;
import io.botflow.connector.render.TextSplitter.Pieces;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextSplitterTest {

  @Test
  void aTextWithinTheLimitStaysWhole() {
    assertPieces(chars(5), "12345", "12345");
  }

  @Test
  void aParagraphIsTheBestPlaceToCut() {
    assertPieces(
        chars(30),
        "First one. Two.\n\nThe other. And more.",
        "First one. Two.\n\n",
        "The other. And more.");
  }

  @Test
  void aLineOrSentenceIsBetterThanAWord() {
    assertPieces(chars(20), "One two. Three\nfour five six", "One two. Three\n", "four five six");
    assertPieces(chars(20), "One two (three!) four five", "One two (three!) ", "four five");
    assertPieces(chars(20), "Один два три? Чотири п'ять", "Один два три? ", "Чотири п'ять");
  }

  @Test
  void anEarlyParagraphOrSentenceDoesNotMakeATinyPiece() {
    assertPieces(chars(20), "Hi.\n\nsome words that go on", "Hi.\n\nsome words that", " go on");
  }

  @Test
  void aWordIsBetterThanAnywhere() {
    assertPieces(chars(10), "a https://long.example", "a ", "https://lo", "ng.example");
  }

  @Test
  void aWordWithoutBlanksIsCutAtTheLimit() {
    assertPieces(chars(4), "1234567890", "1234", "5678", "90");
  }

  @Test
  void bytesAreCountedWhereTheTargetCountsBytes() {
    String text = "їжак ".repeat(300);
    Pieces pieces = TextSplitter.split(text, bytes(1000));
    assertEquals(text, String.join("", pieces.texts()));
    assertTrue(pieces.texts().stream().allMatch(piece -> piece.getBytes(UTF_8).length <= 1000));
    assertEquals(3, pieces.texts().size());
  }

  @Test
  void codePointsAreCountedWhereTheTargetCountsThem() {
    assertPieces(new TextLimit(3, Unit.CODE_POINTS), "😀😀😀😀", "😀😀😀", "😀");
  }

  @Test
  void surrogatePairsStayWhole() {
    assertPieces(chars(3), "😀😀😀", "😀", "😀", "😀");
    assertPieces(bytes(7), "😀😀", "😀", "😀");
  }

  @Test
  void visibleCharactersStayWholeWhileTheyFit() {
    String family = "👨‍👩‍👧";
    String flag = "🇺🇦";
    assertPieces(chars(10), family + family, family, family);
    assertPieces(chars(6), flag + flag, flag, flag);
    assertPieces(chars(3), "e\u0301e\u0301", "e\u0301", "e\u0301");
  }

  @Test
  void aVisibleCharacterThatAloneIsTooLongIsCutBetweenCodePoints() {
    assertPieces(chars(2), "e\u0301\u0302", "e\u0301", "\u0302");
  }

  @Test
  void blanksStayWithWhatPrecedesThem() {
    assertPieces(chars(6), "one   two", "one   ", "two");
  }

  @Test
  void blanksWithoutRoomGoOnWithWhatFollows() {
    assertPieces(chars(6), "one      two", "one   ", "   two");
  }

  @Test
  void noPieceIsBlankAtTheEnd() {
    assertPieces(chars(5), "12345  ", "1234", "5  ");
    assertPieces(chars(8), "one two     ", "one ", "two     ");
  }

  @Test
  void noPieceIsBlankAtTheBeginning() {
    assertPieces(chars(5), "    12345", "    1", "2345");
  }

  @Test
  void onlyBlanksThatWouldNeedAPieceOfTheirOwnAreLeftOut() {
    Pieces pieces = TextSplitter.split("a" + " ".repeat(20) + "b", chars(5));
    assertEquals(List.of("a    ", "    b"), pieces.texts());
    assertEquals(12, pieces.leftOut());
  }

  @Test
  void ofABlankTextNothingIsLeft() {
    Pieces pieces = TextSplitter.split(" \n\u00a0", chars(5));
    assertEquals(List.of(), pieces.texts());
    assertEquals(3, pieces.leftOut());
  }

  @Test
  void charactersLongerThanTheLimitAreLeftOutAndCounted() {
    Pieces pieces = TextSplitter.split("aїb😀", bytes(1));
    assertEquals(List.of("a", "b"), pieces.texts());
    assertEquals(2, pieces.leftOut());
  }

  @Test
  void halvesOfSurrogatePairsAreNotJoinedByLeavingOutWhatStandsBetween() {
    assertEquals(List.of("a"), TextSplitter.split("a\uD83Dї\uDE00", bytes(1)).texts());
  }

  @Test
  void theFirstPieceMayHaveALimitOfItsOwn() {
    Pieces pieces = TextSplitter.split("one two three four five", chars(8), chars(100));
    assertEquals(List.of("one two ", "three four five"), pieces.texts());
  }

  @Test
  void aMillionCharactersTakeNoLongTime() {
    for (String text :
        List.of(
            "слово ".repeat(170_000), "x".repeat(1_000_000), "a" + " ".repeat(1_000_000) + "b")) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> TextSplitter.split(text, chars(4096)));
    }
  }

  private static void assertPieces(TextLimit limit, String text, String... expected) {
    Pieces pieces = TextSplitter.split(text, limit);
    assertEquals(List.of(expected), pieces.texts());
    assertEquals(0, pieces.leftOut());
    assertEquals(text, String.join("", pieces.texts()));
  }
}
