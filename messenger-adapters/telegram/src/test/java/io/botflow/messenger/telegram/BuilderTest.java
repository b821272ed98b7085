// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuilderTest {

  @Test
  void theAccountIsTheNumberInTheToken() {
    TelegramAdapter adapter = BotServer.offline().build();
    assertEquals("telegram", adapter.messenger());
    assertEquals("4242", adapter.account());
    assertEquals("TelegramAdapter[4242:***]", adapter.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4242", "4242:", ":canary", "x:canary", "42:canary/..", "42:canary\n"})
  void aTokenOfAnotherFormIsRefusedWithoutBeingShown(String token) {
    String message = refused(TelegramAdapter.builder(token));
    assertTrue(message.startsWith("token must"), message);
    assertFalse(message.contains("canary"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "кирилиця"})
  void aWebhookSecretThatTelegramWouldRefuseIsRefused(String secret) {
    assertTrue(refused(BotServer.offline().webhookSecret(secret)).startsWith("webhookSecret must"));
    assertTrue(
        refused(BotServer.offline().webhookSecret("x".repeat(257)))
            .startsWith("webhookSecret must"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.telegram.org",
        "ftp://api.telegram.org",
        "https:///bot",
        "https://user:pw@api.telegram.org",
        "https://api.telegram.org?a=b",
        "https://api.telegram.org#a"
      })
  void anApiUriThatCannotCarryAPathIsRefused(String uri) {
    String message = refused(BotServer.offline().apiUri(URI.create(uri)));
    assertTrue(message.startsWith("apiUri must"), message);
    assertFalse(message.contains("pw"), message);
  }

  @Test
  void timeoutsMustBePositive() {
    assertTrue(
        refused(BotServer.offline().requestTimeout(Duration.ZERO)).startsWith("requestTimeout"));
    assertTrue(
        refused(BotServer.offline().uploadTimeout(Duration.ofSeconds(-1)))
            .startsWith("uploadTimeout"));
  }

  @Test
  void aClientThatFollowsRedirectsIsRefused() {
    HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    assertTrue(refused(BotServer.offline().httpClient(client)).startsWith("httpClient must"));
  }

  private static String refused(TelegramAdapterBuilder builder) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }
}
