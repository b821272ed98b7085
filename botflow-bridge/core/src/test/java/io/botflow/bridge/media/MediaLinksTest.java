// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaLinksTest {
  private static final URI PUBLIC = URI.create("https://bridge.example.com/botflow/");
  private static final String SECRET = "a secret of the tests";

  private final TestClock clock = new TestClock();
  private final MediaLinks links = MediaLinks.builder(PUBLIC, SECRET).clock(clock).build();

  @Test
  void aLinkLeadsToItsKeyAndEndsInTheFileName() {
    URI link = links.link(media("k-1", "Рахунок №5 #1?.pdf"));

    assertTrue(link.toString().startsWith("https://bridge.example.com/botflow/media/"));
    assertTrue(link.getRawPath().endsWith("%231_.pdf"), link.getRawPath());
    assertEquals(
        "Рахунок №5 #1_.pdf", link.getPath().substring(link.getPath().lastIndexOf('/') + 1));
    assertTrue(link.toString().chars().allMatch(c -> c > ' ' && c < 0x7F));
    assertEquals(Optional.of("k-1"), links.keyOf(token(link)));
  }

  @Test
  void aNameThatAnotherStoreLeftUnsafeIsMadeSafeInTheLink() {
    assertTrue(links.link(media("k", "..")).toString().endsWith("/file.pdf"));
    assertTrue(links.link(media("k", "../a/b.pdf")).toString().endsWith("/b.pdf"));
  }

  @Test
  void aLinkOfTheLongestKeyWorks() {
    String key = "k".repeat(MediaKeys.MAX_LENGTH);
    assertEquals(Optional.of(key), links.keyOf(token(links.link(media(key, "a.pdf")))));
  }

  @Test
  void aLinkWorksForItsLifetimeAndNotASecondLonger() {
    String token = token(links.link(media("k", "a.pdf")));
    clock.advance(MediaLinks.DEFAULT_LIFETIME.minusSeconds(1));
    assertEquals(Optional.of("k"), links.keyOf(token));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), links.keyOf(token));
  }

  @Test
  void theLifetimeIsASetting() {
    MediaLinks brief =
        MediaLinks.builder(PUBLIC, SECRET).lifetime(Duration.ofMinutes(1)).clock(clock).build();
    String token = token(brief.link(media("k", "a.pdf")));
    clock.advance(Duration.ofSeconds(59));
    assertTrue(brief.keyOf(token).isPresent());
    clock.advance(Duration.ofSeconds(1));
    assertFalse(brief.keyOf(token).isPresent());
  }

  @Test
  void anotherSecretOpensNothingUnlessItIsThePreviousOne() {
    String other = "another secret of the tests";
    String token = token(links.link(media("k", "a.pdf")));
    assertFalse(MediaLinks.builder(PUBLIC, other).clock(clock).build().keyOf(token).isPresent());

    MediaLinks rotated =
        MediaLinks.builder(PUBLIC, other).previousSecret(SECRET).clock(clock).build();
    assertTrue(rotated.keyOf(token).isPresent());
    String fresh = token(rotated.link(media("k", "a.pdf")));
    assertFalse(links.keyOf(fresh).isPresent());
  }

  @Test
  void noMutatedTokenIsAccepted() {
    String token = token(links.link(media("key-of-a-file", "a.pdf")));
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. \n";
    int tried = 0;
    for (int at = 0; at < token.length(); at++) {
      for (int i = 0; i < alphabet.length(); i++) {
        String mutated = token.substring(0, at) + alphabet.charAt(i) + token.substring(at + 1);
        if (!mutated.equals(token)) {
          assertEquals(Optional.empty(), links.keyOf(mutated), mutated);
          tried++;
        }
      }
      assertEquals(Optional.empty(), links.keyOf(token.substring(0, at)));
      assertEquals(Optional.empty(), links.keyOf(token.substring(at + 1)));
    }
    Random random = new Random(3);
    byte[] bytes = Base64.getUrlDecoder().decode(token);
    for (; tried < 20_000; tried++) {
      byte[] mutated = bytes.clone();
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        mutated[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(mutated);
      if (!text.equals(token)) {
        assertEquals(Optional.empty(), links.keyOf(text), text);
      }
    }
    assertEquals(Optional.of("key-of-a-file"), links.keyOf(token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "AAAA", "ключ", "=", "..", "%41"})
  void nonsenseIsNoToken(String token) {
    assertEquals(Optional.empty(), links.keyOf(token));
  }

  @Test
  void aHugeTokenIsNotEvenDecoded() {
    assertEquals(Optional.empty(), links.keyOf("A".repeat(1_000_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example",
        "/media",
        "https:a",
        "https://u@a.example",
        "https://a.example?x",
        "https://a.example#x"
      })
  void aPublicUriOfAnotherFormIsRefusedByName(String uri) {
    MediaLinks.Builder builder = MediaLinks.builder(URI.create(uri), SECRET);
    String message = assertThrows(IllegalArgumentException.class, builder::build).getMessage();
    assertTrue(message.startsWith("publicUri"), message);
  }

  @Test
  void aShortSecretAndAnEmptyLifetimeAreRefusedByName() {
    MediaLinks.Builder weak = MediaLinks.builder(PUBLIC, "fifteen bytes !");
    String secret = assertThrows(IllegalArgumentException.class, weak::build).getMessage();
    assertTrue(secret.startsWith("secret"), secret);
    assertFalse(secret.contains("fifteen"), secret);
    MediaLinks.Builder brief = MediaLinks.builder(PUBLIC, SECRET).lifetime(Duration.ZERO);
    String lifetime = assertThrows(IllegalArgumentException.class, brief::build).getMessage();
    assertTrue(lifetime.startsWith("lifetime"), lifetime);
  }

  @Test
  void theSecretIsNotShown() {
    assertFalse(links.toString().contains(SECRET));
  }

  private static StoredMedia media(String key, String fileName) {
    return new StoredMedia(key, fileName, "application/pdf", 1, "00");
  }

  private static String token(URI link) {
    String[] segments = link.getRawPath().split("/", -1);
    return segments[segments.length - 2];
  }
}
