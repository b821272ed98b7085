// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookVerifierTest {
  private static final String SECRET = "0123456789abcdef-secret";
  private static final byte[] BODY =
      ("{\"id\":\"d7d58935af65a45e5234ac77de017a0a\",\"channel\":{\"id\":"
              + "\"e6b352de-ecd0-49c7-94de-7787418869bc\",\"platform\":\"Open\",\"type\":"
              + "\"Private\",\"to\":{\"id\":\"user-1\",\"idType\":\"Opaque\"},\"from\":"
              + "{\"nickname\":\"My Integration\",\"id\":"
              + "\"e6b352de-ecd0-49c7-94de-7787418869bc\",\"idType\":\"Opaque\"},\"time\":"
              + "\"2025-06-10T21:03:05.427Z\",\"messageId\":"
              + "\"d7d58935af65a45e5234ac77de017a0a\"},\"type\":\"Text\",\"text\":\"Hi\","
              + "\"originatingEntity\":\"Human\",\"direction\":\"Outbound\",\"conversationId\":"
              + "\"5d0d331e-d2a8-4fb5-96f7-7021bef2a8ee\"}")
          .getBytes(StandardCharsets.UTF_8);
  private static final String SIGNATURE = "sha256=aqME1F/jdfBt96lxlYdVyWB6i4vqIhBqBnkiOI4Ug9A=";

  private final WebhookVerifier verifier = WebhookVerifier.of(SECRET);

  @Test
  void thePublishedVectorVerifies() {
    assertEquals(484, BODY.length);
    assertTrue(verifier.verify(BODY, SIGNATURE));
    assertEquals(SIGNATURE, verifier.sign(BODY));
  }

  @Test
  void aBodyThatWouldBeWrittenDifferentlyVerifiesByItsOwnBytes() throws Exception {
    byte[] raw =
        "{ \"text\" : \"Привіт, \\u0421\\u0432\\u0456\\u0442\\/\",\r\n \"n\":1.50, \"id\":\"1\"}"
            .getBytes(StandardCharsets.UTF_8);
    // Computed apart from the code under test.
    String signature = "sha256=VOLR8uzER0JvWQjtEVFBNKpY1cfmgZwwd2Eaf8yC77E=";
    byte[] rewritten = new ObjectMapper().writeValueAsBytes(new ObjectMapper().readTree(raw));
    assertNotEquals(
        new String(raw, StandardCharsets.UTF_8), new String(rewritten, StandardCharsets.UTF_8));
    assertTrue(verifier.verify(raw, signature));
    assertFalse(verifier.verify(rewritten, signature));
  }

  @Test
  void oneChangedByteOfTheBodyIsRefused() {
    for (int i = 0; i < BODY.length; i++) {
      byte[] changed = BODY.clone();
      changed[i] ^= 1;
      assertFalse(verifier.verify(changed, SIGNATURE), "byte " + i);
    }
  }

  @Test
  void mutatedSignaturesAreRefused() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_ \n%";
    Random random = new Random(20250610);
    WebhookVerifier rotating = WebhookVerifier.of(List.of("the-new-secret-of-2026", SECRET));
    int refused = 0;
    int compared = 0;
    for (int i = 0; i < 110_000; i++) {
      StringBuilder mutated = new StringBuilder(SIGNATURE);
      int changes = 1 + random.nextInt(3);
      for (int c = 0; c < changes; c++) {
        int at = random.nextInt(mutated.length());
        char replacement = alphabet.charAt(random.nextInt(alphabet.length()));
        switch (random.nextInt(3)) {
          case 0 -> mutated.setCharAt(at, replacement);
          case 1 -> mutated.insert(at, replacement);
          default -> mutated.deleteCharAt(at);
        }
      }
      if (!SIGNATURE.contentEquals(mutated)) {
        String signature = mutated.toString();
        assertFalse(verifier.verify(BODY, signature), signature);
        assertFalse(rotating.verify(BODY, signature), signature);
        refused++;
        compared += signature.length() == SIGNATURE.length() ? 1 : 0;
      }
    }
    assertTrue(refused >= 100_000, "most mutations differ: " + refused);
    assertTrue(compared >= 20_000, "many are as long as a signature: " + compared);
  }

  @Test
  void everyWayToAskWithoutASignatureIsRefused() {
    WebhookVerifier rotating = WebhookVerifier.of(List.of("the-new-secret-of-2026", SECRET));
    byte[] nothing = new byte[0];
    for (String signature : Arrays.asList(null, "", "sha256=", "null", "sha256=null")) {
      assertFalse(rotating.verify(BODY, signature));
      assertFalse(rotating.verify(nothing, signature));
    }
    assertTrue(rotating.verify(nothing, rotating.sign(nothing)), "an empty body can be signed");
    assertFalse(rotating.verify(BODY, rotating.sign(nothing)));
    assertThrows(IllegalArgumentException.class, () -> WebhookVerifier.of(List.of(SECRET, "")));
  }

  @Test
  void aSignatureOfOtherCharactersOfTheSameLengthIsRefused() {
    String digest = SIGNATURE.substring("sha256=".length());
    assertFalse(verifier.verify(BODY, "sha256=" + digest.replace('a', '\u0430')));
    assertFalse(verifier.verify(BODY, "sha256=" + "\uD800".repeat(44)));
    assertFalse(verifier.verify(BODY, "\u017Fha256=" + digest));
  }

  @Test
  void otherSpellingsOfTheSameDigestAreRefused() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String hex = HexFormat.of().formatHex(mac.doFinal(BODY));
    String base64 = SIGNATURE.substring("sha256=".length());
    for (String other :
        List.of(
            "sha256=" + hex,
            hex,
            base64,
            "SHA256=" + base64,
            "sha1=" + base64,
            "sha256=" + base64.replace('/', '_'),
            "sha256=" + base64.substring(0, base64.length() - 1),
            // The last character holds two unused bits: another text for the same bytes.
            "sha256=" + base64.replace("9A=", "9B="),
            SIGNATURE + "," + SIGNATURE,
            " " + SIGNATURE,
            "sha256=",
            "")) {
      assertFalse(verifier.verify(BODY, other), other);
    }
    assertFalse(verifier.verify(BODY, null));
  }

  @Test
  void duringRotationBothSecretsAreAcceptedAndNoThird() {
    WebhookVerifier both = WebhookVerifier.of(List.of("the-new-secret-of-2026", SECRET));
    assertTrue(both.verify(BODY, SIGNATURE));
    assertTrue(both.verify(BODY, WebhookVerifier.of("the-new-secret-of-2026").sign(BODY)));
    assertFalse(both.verify(BODY, WebhookVerifier.of("some-other-secret-text").sign(BODY)));
  }

  @Test
  void aSecretThatGenesysCloudWouldRefuseIsRefusedHereToo() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> WebhookVerifier.of("123456789012345"))
            .getMessage();
    assertTrue(message.startsWith("webhookSecret:"), message);
    assertFalse(message.contains("123456789012345"), message);
    assertThrows(IllegalArgumentException.class, () -> WebhookVerifier.of(List.of()));
    WebhookVerifier shortest = WebhookVerifier.of("1234567890123456");
    assertTrue(shortest.verify(BODY, shortest.sign(BODY)));
  }

  @Test
  void theSecretIsNotPrinted() {
    assertFalse(verifier.toString().contains(SECRET));
  }
}
