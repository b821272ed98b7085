// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that do not prove their sender leave nothing behind. */
class RefusalTest {
  private static final String BODY = Webhooks.text("m-1", 3_527_065, "підробка").toString();
  private static final String UPDATE =
      """
      {"update_id":1,"message":{"message_id":1,"date":1767600000,"text":"підробка",
      "chat":{"id":3527065,"type":"private"},"from":{"id":3527065,"is_bot":false,"first_name":"X"}}}
      """;
  private static final String TELEGRAM_HEADER = "X-Telegram-Bot-Api-Secret-Token";

  @AutoClose private final TestRoute route = TestRoute.start();

  static Stream<Arguments> wrongSignatures() {
    String secret = TestRoute.WEBHOOK_SECRET;
    String right = Webhooks.signature(secret, BODY);
    return Stream.of(
        Arguments.of("none", List.of()),
        Arguments.of("of another body", List.of(Webhooks.signature(secret, BODY + " "))),
        Arguments.of("of another secret", List.of(Webhooks.signature(secret + "x", BODY))),
        Arguments.of("in hex", List.of(Webhooks.hexSignature(secret, BODY))),
        Arguments.of("without prefix", List.of(right.substring("sha256=".length()))),
        Arguments.of("without padding", List.of(right.substring(0, right.length() - 1))),
        Arguments.of("empty", List.of("")),
        Arguments.of("cut off", List.of("sha256=")));
  }

  @ParameterizedTest(name = "signature {0}")
  @MethodSource("wrongSignatures")
  void aWebhookOfGenesysCloudIsRefusedUnlessItsSignatureFits(String name, List<String> signature) {
    String[] headers =
        signature.isEmpty() ? new String[0] : new String[] {Webhooks.SIGNATURE, signature.get(0)};

    assertRefused(route.genesysWebhook(), route.post(route.genesysWebhook(), BODY, headers));
  }

  @Test
  void theSignatureOfAnotherIntegrationIsRefused() {
    URI other = route.publicUri().resolve("/webhooks/genesys/another-integration");
    String signature = Webhooks.signature(TestRoute.WEBHOOK_SECRET, BODY);

    assertEquals(404, route.post(other, BODY, Webhooks.SIGNATURE, signature).statusCode());
    assertNothingHappened();
  }

  @Test
  void aWebhookOfTelegramWithoutItsSecretIsRefused() {
    assertRefused(route.telegramWebhook(), route.post(route.telegramWebhook(), UPDATE));
  }

  @Test
  void aWebhookOfTelegramWithAWrongSecretIsRefused() {
    assertRefused(
        route.telegramWebhook(),
        route.post(
            route.telegramWebhook(), UPDATE, TELEGRAM_HEADER, TestRoute.TELEGRAM_SECRET + "x"));
  }

  @Test
  void aWebhookOfTelegramWithTwoSecretsIsRefused() {
    assertRefused(
        route.telegramWebhook(),
        route.post(
            route.telegramWebhook(),
            UPDATE,
            TELEGRAM_HEADER,
            TestRoute.TELEGRAM_SECRET,
            TELEGRAM_HEADER,
            "guess"));
  }

  /** Else the tests above would pass for a bridge that refuses everything. */
  @Test
  void theSameBodiesAreTakenWithTheirProofs() {
    TelegramCustomer ivan = route.ivan();
    route.connect(ivan);

    assertEquals(200, route.postSigned(BODY).statusCode());
    assertEquals(
        200,
        route
            .post(
                route.telegramWebhook(),
                UPDATE,
                TELEGRAM_HEADER.toLowerCase(Locale.ROOT),
                TestRoute.TELEGRAM_SECRET)
            .statusCode());

    ivan.awaitMessage(message -> message.text().equals("підробка"), TestRoute.PATIENCE);
    Until.holds("the update is in Genesys Cloud", () -> route.inGenesys(ivan).contains("підробка"));
  }

  /** Signatures are over bytes: this body changes when JSON is read and written again. */
  @Test
  void aBodyThatDiffersFromItsReserialisationIsTaken() {
    TelegramCustomer ivan = route.ivan();
    route.connect(ivan);
    String body =
        "\r\n { \"type\":\"Text\" ,\t\"text\" : \"\\u041f\\u0440\\u0438\\u0432i\\u0442\\/1.0\" , "
            + "\"n\":1.00e2,\"channel\":{\"to\":{\"id\":\"3527065\"} } ,\"id\":\"m-odd\"}\n\n";

    assertEquals(200, route.postSigned(body).statusCode());

    ivan.awaitMessage(message -> message.text().equals("Привiт/1.0"), TestRoute.PATIENCE);
  }

  private void assertRefused(URI endpoint, HttpResponse<String> response) {
    assertEquals(401, response.statusCode());
    assertEquals("", response.body());
    BridgeEvent.Refused refused = route.heard.await(BridgeEvent.Refused.class);
    assertEquals(endpoint.getPath(), refused.endpoint());
    assertEquals(401, refused.status());
    assertNothingHappened();
  }

  private void assertNothingHappened() {
    assertEquals(0, route.store.waiting());
    assertEquals(List.of(), route.store.deadLetters(10));
    assertEquals(List.of(), route.heard.all(BridgeEvent.Accepted.class));
    assertTrue(route.genesys.conversations().isEmpty());
    assertTrue(route.ivan().messages().isEmpty());
  }
}
