// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.Bridge;
import io.botflow.bridge.BridgeBuilder;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.messenger.telegram.TelegramAdapter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bridge that is set up wrongly is not built, and says which setting is at fault. */
class ConfigurationTest {
  private static final Integration OPEN = Integration.of("open-1", TestRoute.WEBHOOK_SECRET);

  @AutoClose
  private final GenesysCloud genesys =
      GenesysCloud.builder(Region.EU_CENTRAL_1).clientCredentials("id", "secret").build();

  @AutoClose private final TelegramAdapter bot1 = adapter("1:one");
  @AutoClose private final TelegramAdapter bot2 = adapter("2:two");
  @TempDir Path directory;
  private MediaStore media;

  @BeforeEach
  void open() {
    media = MediaStore.directory(directory);
  }

  private static TelegramAdapter adapter(String token) {
    return TelegramAdapter.builder(token).webhookSecret(TestRoute.TELEGRAM_SECRET).build();
  }

  private BridgeBuilder without(String part) {
    BridgeBuilder builder = Bridge.builder(genesys);
    if (!part.equals("store")) {
      builder.store(new InMemoryStore());
    }
    if (!part.equals("media")) {
      builder.media(media);
    }
    if (!part.equals("publicUri")) {
      builder.publicUri(URI.create("https://bridge.example"));
    }
    if (!part.equals("route")) {
      builder.route(bot1, OPEN);
    }
    return builder;
  }

  @Test
  void aCompleteBridgeIsBuilt() {
    without("nothing").build().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"store", "media", "publicUri", "route"})
  void aMissingPartIsNamed(String part) {
    assertNames(part, IllegalStateException.class, () -> without(part).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bridge", "bridge.example", "mailto:bridge@example.com"})
  void anAddressWithoutHostIsRefused(String address) {
    assertNames(
        "publicUri",
        IllegalStateException.class,
        () -> without("publicUri").publicUri(URI.create(address)).build());
  }

  @Test
  void twoRoutesOfOneIntegrationAreRefused() {
    assertNames(
        "integration open-1 has a route already",
        IllegalArgumentException.class,
        () -> without("nothing").route(bot2, OPEN));
  }

  @Test
  void twoRoutesOfOneAccountAreRefusedAlsoWhenOnePolls() {
    Integration other = Integration.of("open-2", TestRoute.WEBHOOK_SECRET);
    assertNames(
        "account 1 of telegram has a route already",
        IllegalArgumentException.class,
        () -> without("nothing").pollingRoute(bot1, other));
  }

  @Test
  void aShortWebhookSecretIsRefused() {
    IllegalArgumentException refusal =
        assertNames(
            "webhookSecret",
            IllegalArgumentException.class,
            () ->
                without("route").route(bot1, Integration.of("open-1", "fifteen-letters")).build());
    assertTrue(!String.valueOf(refusal.getMessage()).contains("fifteen-letters"), "says no secret");
  }

  @Test
  void anIntegrationWithoutSecretOrIdIsRefused() {
    assertNames(
        "webhookSecrets",
        IllegalArgumentException.class,
        () -> new Integration("open-1", List.of()));
    assertNames(
        "integration id",
        IllegalArgumentException.class,
        () -> Integration.of(" ", TestRoute.WEBHOOK_SECRET));
  }

  @Test
  void aRouteWhoseWebhooksNobodyCouldVerifyIsRefused() {
    try (TelegramAdapter secretless = TelegramAdapter.builder("3:three").build()) {
      assertNames(
          "webhook secret",
          IllegalArgumentException.class,
          () -> without("route").route(secretless, OPEN));
      without("route").pollingRoute(secretless, OPEN).build().close();
    }
  }

  @Test
  void aBridgeIsStartedOnce() {
    try (Bridge bridge = without("nothing").build()) {
      bridge.start();
      assertThrows(IllegalStateException.class, bridge::start);
    }
  }

  @Test
  void aBridgeWithoutWorkersIsRefused() {
    assertNames("workers", IllegalArgumentException.class, () -> without("nothing").workers(0));
  }

  @Test
  void secretsAreNotShown() {
    assertEquals("Integration[open-1, ***]", OPEN.toString());
  }

  private static <E extends RuntimeException> E assertNames(
      String setting, Class<E> type, Executable build) {
    E refusal = assertThrows(type, build);
    assertTrue(String.valueOf(refusal.getMessage()).contains(setting), refusal.getMessage());
    return refusal;
  }
}
