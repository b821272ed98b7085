// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.VirtualTime;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.error.BadRequestException;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.ServerException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationWireTest {
  private static final String MESSAGING = "/api/v2/conversations/messaging";
  private static final String INTEGRATIONS = MESSAGING + "/integrations/open";
  private static final String SECRET = "canary-0123456789";

  private final FakeGenesys genesys = new FakeGenesys();
  private final VirtualTime time = new VirtualTime();
  private final GenesysCloud cloud =
      genesys.connectWithDefaults().clock(time.clock).sleeper(time).build();
  private final Configuration configuration = cloud.configuration();
  private final OpenIntegrations integrations = configuration.integrations();

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  @Test
  void anIntegrationIsCreatedAndAwaited() {
    genesys
        .answer(202, "{\"id\":\"i-1\",\"createStatus\":\"Initiated\"}")
        .answer(200, "{\"id\":\"i-1\",\"createStatus\":\"Initiated\"}")
        .answer(
            200,
            "{\"id\":\"i-1\",\"createStatus\":\"Completed\",\"status\":\"active\",\"recipient\":"
                + "{\"id\":\"r-1\"},\"webhookHeaders\":{\"x-a\":\"1\"}}");
    OpenIntegration started =
        integrations.create(
            OpenIntegrationDraft.builder("Telegram", "https://bridge.example/genesys", SECRET)
                .webhookHeaders(Map.of("x-a", "1"))
                .supportedContent("sc-1")
                .messagingSetting("ms-1")
                .build());
    assertCall(
        0,
        "POST " + INTEGRATIONS,
        "{\"name\":\"Telegram\",\"outboundNotificationWebhookUrl\":\"https://bridge.example/genesys\","
            + "\"outboundNotificationWebhookSignatureSecretToken\":\""
            + SECRET
            + "\",\"webhookHeaders\":{\"x-a\":\"1\"},\"supportedContent\":{\"id\":\"sc-1\"},"
            + "\"messagingSetting\":{\"id\":\"ms-1\"}}");
    assertEquals(CreateStatus.INITIATED, started.createStatus());
    OpenIntegration created =
        integrations.awaitCreated(String.valueOf(started.id()), Duration.ofSeconds(30));
    assertEquals(CreateStatus.COMPLETED, created.createStatus());
    assertEquals("r-1", Objects.requireNonNull(created.recipient()).id());
    assertEquals(List.of(Duration.ofSeconds(1)), time.sleeps());
    assertCall(2, "GET " + INTEGRATIONS + "/i-1", "");
  }

  @Test
  void aCreationThatFailsSaysWhy() {
    genesys.answer(
        200,
        "{\"createStatus\":\"Error\",\"createError\":{\"status\":400,\"code\":\"bad.request\","
            + "\"message\":\"No licence.\",\"contextId\":\"ctx-1\"}}");
    BadRequestException e =
        assertThrows(
            BadRequestException.class,
            () -> integrations.awaitCreated("i-1", Duration.ofSeconds(30)));
    assertEquals("the creation failed: No licence.", e.detail());
    assertEquals("ctx-1", e.correlationId().orElseThrow());
    assertEquals(400, e.status());
  }

  @Test
  void aCreationThatTakesTooLongIsNotWaitedFor() {
    genesys.answerCalls(request -> FakeGenesys.json(200, "{\"createStatus\":\"Initiated\"}"));
    assertThrows(
        ServerException.class, () -> integrations.awaitCreated("i-1", Duration.ofSeconds(5)));
    assertEquals(6, genesys.calls().size());
  }

  @Test
  void aSecretNeverAppearsInATextForm() {
    OpenIntegrationDraft draft =
        OpenIntegrationDraft.builder("n", "https://b.example/", SECRET)
            .webhookHeaders(Map.of("x", "canary"))
            .build();
    genesys.answer(
        200,
        "{\"id\":\"i-1\",\"outboundNotificationWebhookSignatureSecretToken\":\"" + SECRET + "\"}");
    String texts = draft + " " + integrations.read("i-1");
    assertTrue(!texts.contains("canary") && texts.contains("***"), texts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://b.example/", "https://b.example:8443/", "b.example", "https:///x", "h::"})
  void aWebhookAddressThatWouldNeverBeCalledIsRefused(String url) {
    InvalidFieldException e =
        assertThrows(
            InvalidFieldException.class,
            () -> OpenIntegrationDraft.builder("n", url, SECRET).build());
    assertEquals("outboundNotificationWebhookUrl", e.field());
  }

  @Test
  void aSecretThatIsTooShortIsRefused() {
    InvalidFieldException e =
        assertThrows(
            InvalidFieldException.class,
            () -> OpenIntegrationDraft.change("n").webhookSecret("123456789012345").build());
    assertEquals("outboundNotificationWebhookSignatureSecretToken", e.field());
  }

  @Test
  void anIntegrationIsChangedAndOnlyWhatIsSetIsSent() {
    genesys.answer(200, "{\"id\":\"i-1\"}");
    integrations.update(
        "i-1", OpenIntegrationDraft.change("New").webhookUrl("https://b.example:443/x").build());
    assertCall(
        0,
        "PATCH " + INTEGRATIONS + "/i-1",
        "{\"name\":\"New\",\"outboundNotificationWebhookUrl\":\"https://b.example:443/x\"}");
  }

  @Test
  void aDeletionThatIsRepeatedAndFindsNothingHasSucceeded() {
    genesys.answer(504, "{}").answer(404, "{}");
    integrations.delete("i-1");
    assertCall(1, "DELETE " + INTEGRATIONS + "/i-1", "");
    genesys.answer(404, "{}");
    assertThrows(NotFoundException.class, () -> integrations.delete("i-2"), "never was there");
    genesys.answer(401, "{}").answer(404, "{}");
    assertThrows(NotFoundException.class, () -> integrations.delete("i-2"), "refused, not done");
    genesys.answer(429, "{}").answer(404, "{}");
    assertThrows(NotFoundException.class, () -> integrations.delete("i-2"), "refused, not done");
  }

  @Test
  void aCreationThatMayHaveHappenedIsNotRepeated() {
    genesys.answer(504, "{}");
    assertThrows(
        ServerException.class,
        () ->
            integrations.create(
                OpenIntegrationDraft.builder("n", "https://b.example/", SECRET).build()));
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void integrationsAreListedPageByPageAsTheyAreNeeded() {
    genesys
        .answer(200, "{\"entities\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"pageCount\":2}")
        .answer(200, "{\"entities\":[{\"id\":\"c\"}],\"pageCount\":2}");
    assertEquals(List.of("a"), integrations.list().limit(1).map(OpenIntegration::id).toList());
    assertEquals(1, genesys.calls().size());
    assertEquals(List.of("c"), integrations.list().map(OpenIntegration::id).limit(1).toList());
    assertCall(0, "GET " + INTEGRATIONS + "?pageNumber=1", "");
  }

  @Test
  void supportedContentIsKeptWithItsTypesBothWays() {
    String profile =
        "{\"id\":\"p-1\",\"name\":\"All\",\"mediaTypes\":{\"allow\":{\"inbound\":[{\"type\":"
            + "\"*/*\"}],\"outbound\":[{\"type\":\"image/*\"},{\"type\":\"video/mpeg\"}]}}}";
    genesys.answerCalls(
        request ->
            FakeGenesys.json(
                200,
                request.getTarget().contains("pageNumber")
                    ? "{\"entities\":[" + profile + "]}"
                    : profile));
    Profiles<SupportedContent> profiles = configuration.supportedContent();
    SupportedContent all =
        profiles.create(
            SupportedContent.of(
                "All", MediaTypes.allow(List.of("*/*"), List.of("image/*", "video/mpeg"))));
    assertCall(
        0, "POST " + MESSAGING + "/supportedcontent", profile.replace("\"id\":\"p-1\",", ""));
    assertEquals(all, profiles.read("p-1"));
    assertEquals(all, profiles.readDefault());
    assertEquals(List.of(all), profiles.list().toList());
    assertCall(2, "GET " + MESSAGING + "/supportedcontent/default", "");
    profiles.delete("p-1");
    assertCall(4, "DELETE " + MESSAGING + "/supportedcontent/p-1", "");
  }

  @Test
  void typingIsSwitchedOn() {
    genesys.answer(
        200,
        "{\"id\":\"s-1\",\"event\":{\"typing\":{\"on\":{\"inbound\":\"enabled\"}}},\"content\":"
            + "{\"story\":{}}}");
    MessagingSetting setting =
        configuration
            .messagingSettings()
            .update("s-1", MessagingSetting.typing("Typing", true, false));
    assertCall(
        0,
        "PATCH " + MESSAGING + "/settings/s-1",
        "{\"name\":\"Typing\",\"event\":{\"typing\":{\"on\":{\"inbound\":\"Enabled\",\"outbound\":"
            + "\"Disabled\"}}}}");
    assertEquals(
        Switch.ENABLED,
        Objects.requireNonNull(
                Objects.requireNonNull(Objects.requireNonNull(setting.event()).typing()).on())
            .inbound());
    assertTrue(setting.extra().containsKey("content"));
  }

  @Test
  void identitiesAreResolvedWhenToldTo() {
    String path = MESSAGING + "/identityresolution/integrations/open/i-1";
    genesys.answer(200, "{\"resolveIdentities\":false}").answer(200, "{}");
    assertEquals(false, configuration.identityResolution("i-1").resolveIdentities());
    assertNull(
        configuration.identityResolution("i-1", IdentityResolution.of(true)).resolveIdentities());
    assertCall(0, "GET " + path, "");
    assertCall(1, "PUT " + path, "{\"resolveIdentities\":true}");
  }

  @Test
  void oneWindowIsChangedAndTheOthersAreKept() {
    genesys.answer(
        200,
        "{\"settings\":[{\"messengerType\":\"sms\",\"timeoutInMinutes\":60},{\"messengerType\":"
            + "\"Open\",\"timeoutInMinutes\":90}],\"defaultTimeoutMinutes\":4320}");
    ThreadingTimeline timeline = configuration.threadingTimeline();
    assertEquals(Duration.ofMinutes(90), timeline.window(MessengerType.OPEN).orElseThrow());
    assertEquals(Duration.ofDays(3), timeline.window(MessengerType.WHATSAPP).orElseThrow());
    genesys.answer(200, "{}");
    configuration.threadingTimeline(timeline.with(MessengerType.OPEN, Duration.ZERO));
    assertCall(
        1,
        "PUT " + MESSAGING + "/threadingtimeline",
        "{\"settings\":[{\"messengerType\":\"sms\",\"timeoutInMinutes\":60},{\"messengerType\":"
            + "\"open\",\"timeoutInMinutes\":0}]}");
    genesys.answer(200, "{}");
    configuration.threadingTimeline(new ThreadingTimeline(List.of(), null, Map.of()));
    assertCall(2, "PUT " + MESSAGING + "/threadingtimeline", "{\"settings\":[]}");
    assertThrows(
        InvalidFieldException.class,
        () -> timeline.with(MessengerType.OPEN, ThreadingTimeline.LONGEST.plusMillis(1)));
  }

  @Test
  void aFlowIsAttachedToARecipient() {
    genesys.answer(200, "{\"id\":\"r-1\",\"flow\":{\"id\":\"f-0\",\"name\":\"Old\"}}");
    FlowRecipient before = configuration.recipient("r-1");
    assertEquals("f-0", Objects.requireNonNull(before.flow()).id());
    genesys.answer(200, "{}");
    configuration.attachFlow("r-1", "f-1");
    assertCall(1, "PUT /api/v2/routing/message/recipients/r-1", "{\"flow\":{\"id\":\"f-1\"}}");
  }

  @Test
  void addressesAreThoseOfOneService() {
    genesys.answer(
        200,
        "{\"entities\":[{\"cidr\":\"192.0.2.0/24\",\"service\":\"bot-connector\",\"region\":"
            + "\"eu-central-1\"},{\"cidr\":\"198.51.100.0/24\",\"service\":\"smtp\"}]}");
    assertEquals(
        List.of("192.0.2.0/24"),
        configuration.ipRanges("Bot-Connector").stream().map(IpRange::cidr).toList());
    assertCall(0, "GET /api/v2/ipranges", "");
  }

  private void assertCall(int number, String line, String body) {
    RecordedRequest call = genesys.calls().get(number);
    assertEquals(line, call.getMethod() + " " + call.getTarget());
    assertEquals(body, call.getBody() == null ? "" : call.getBody().utf8());
  }
}
