// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.genesys.configuration.Configuration;
import io.botflow.genesys.configuration.CreateStatus;
import io.botflow.genesys.configuration.FlowRecipient;
import io.botflow.genesys.configuration.IdentityResolution;
import io.botflow.genesys.configuration.IntegrationDetail;
import io.botflow.genesys.configuration.IntegrationFilter;
import io.botflow.genesys.configuration.IpRange;
import io.botflow.genesys.configuration.MediaTypes;
import io.botflow.genesys.configuration.MessagingIntegration;
import io.botflow.genesys.configuration.OpenIntegration;
import io.botflow.genesys.configuration.OpenIntegrationDraft;
import io.botflow.genesys.configuration.Profiles;
import io.botflow.genesys.configuration.Reference;
import io.botflow.genesys.configuration.SupportedContent;
import io.botflow.genesys.configuration.ThreadingTimeline;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.error.BadRequestException;
import io.botflow.genesys.error.ConflictException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.PermissionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The project's own client sets an organisation up from nothing; pauses take no time. */
class ConfigurationClientTest {
  private static final String SECRET = "0123456789abcdef-secret";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final SteppingClock clock = new SteppingClock();
  private final GenesysCloudSimulator simulator =
      GenesysCloudSimulator.builder().clock(clock).noRateLimit().start();
  private final GenesysCloud genesys = client(simulator.clientId(), simulator.clientSecret());
  private final Configuration configuration = genesys.configuration();

  private GenesysCloud client(String id, String secret) {
    return GenesysCloud.builder(Region.at(simulator.apiUri(), simulator.loginUri()))
        .clientCredentials(id, secret)
        .clock(clock)
        .sleeper(clock::advance)
        .build();
  }

  @AfterEach
  void close() {
    genesys.close();
    simulator.close();
  }

  @Test
  void anIntegrationIsCreatedAwaitedGivenAFlowAndTalkedThrough() {
    DefinedFlow flow = simulator.defineFlow("Entry", MessageFlow.transferTo("Support"));
    OpenIntegration created = configuration.integrations().create(draft().build());
    assertEquals(CreateStatus.INITIATED, created.createStatus());
    String id = Objects.requireNonNull(created.id());

    OpenIntegration complete = configuration.integrations().awaitCreated(id, SOON);

    assertEquals(CreateStatus.COMPLETED, complete.createStatus());
    String recipient = Objects.requireNonNull(Objects.requireNonNull(complete.recipient()).id());
    configuration.attachFlow(recipient, flow.id());
    assertEquals(flow.id(), Objects.requireNonNull(configuration.recipient(recipient).flow()).id());

    try (LoopbackServer webhook = LoopbackServer.answering(200)) {
      OpenIntegrationDraft here =
          new OpenIntegrationDraft(
              "Viber", webhook.uri("/w").toString(), null, Map.of("X-A", "1"), null, null);
      configuration.integrations().update(id, here);
      new RawClient(simulator).say(simulator.integrations().get(0), "u1", "1", "hello");
      simulator.agent("O").onQueue("Support").awaitConversation(SOON).accept().sendText("Hi");
      assertEquals("1", webhook.take().header("X-A").orElseThrow());
    }
  }

  @Test
  void aCreationThatFailsIsReportedWithItsReason() {
    simulator.faults().nextCreations(400, 1);
    OpenIntegration created = configuration.integrations().create(draft().build());
    BadRequestException failed =
        assertThrows(
            BadRequestException.class,
            () ->
                configuration
                    .integrations()
                    .awaitCreated(Objects.requireNonNull(created.id()), SOON));
    assertTrue(String.valueOf(failed.getMessage()).contains("scripted fault"));
  }

  @Test
  void integrationsAreListedAcrossPagesAndDeleted() {
    for (int i = 0; i < 30; i++) {
      simulator.createOpenIntegration("Integration " + i, SECRET);
    }
    assertEquals(30, configuration.integrations().list().count());
    String id = simulator.integrations().get(0).id();
    configuration.integrations().delete(id);
    assertThrows(NotFoundException.class, () -> configuration.integrations().read(id));
    assertEquals(29, configuration.integrations().list().count());
  }

  @Test
  void profilesAreMadeReadBackChangedAndAttached() {
    Profiles<SupportedContent> profiles = configuration.supportedContent();
    SupportedContent made =
        profiles.create(
            SupportedContent.of("Photos", MediaTypes.allow(List.of("*/*"), List.of("image/*"))));
    String id = Objects.requireNonNull(made.id());
    assertEquals(made, profiles.read(id));
    assertEquals("Default", profiles.readDefault().name());
    assertEquals(2, profiles.list().count());

    SupportedContent changed =
        profiles.update(
            id, SupportedContent.of("Photos", MediaTypes.allow(List.of(), List.of("image/png"))));
    MediaTypes.Access allow =
        Objects.requireNonNull(Objects.requireNonNull(changed.mediaTypes()).allow());
    assertTrue(allow.inbound().isEmpty());
    assertEquals("image/png", allow.outbound().get(0).type());

    OpenIntegration integration =
        configuration.integrations().create(draft().supportedContent(id).build());
    assertEquals(id, Objects.requireNonNull(integration.supportedContent()).id());
    ConflictException inUse = assertThrows(ConflictException.class, () -> profiles.delete(id));
    assertEquals("conflict", inUse.code().orElseThrow());
    configuration.integrations().delete(Objects.requireNonNull(integration.id()));
    profiles.delete(id);
    assertThrows(NotFoundException.class, () -> profiles.read(id));
  }

  @Test
  void theDefaultProfileIsChosenAndListingsAreFilteredByIt() {
    simulator.createOpenIntegration("Before", SECRET);
    SupportedContent made =
        configuration
            .supportedContent()
            .create(SupportedContent.of("Photos", MediaTypes.allow(List.of(), List.of())));
    String id = Objects.requireNonNull(made.id());

    assertEquals(made, configuration.supportedContent().makeDefault(id));

    assertEquals(made, configuration.supportedContent().readDefault());
    simulator.createOpenIntegration("After", SECRET);
    IntegrationFilter filter =
        IntegrationFilter.all()
            .supportedContent(id)
            .expand(IntegrationDetail.SUPPORTED_CONTENT)
            .pageSize(1);
    List<OpenIntegration> found = configuration.integrations().list(filter).toList();
    assertEquals(List.of("After"), found.stream().map(OpenIntegration::name).toList());
    assertEquals(
        "Photos", Objects.requireNonNull(found.get(0).supportedContent()).name(), "expanded");
    MessagingIntegration any = configuration.integrations().listAllChannels(filter).toList().get(0);
    assertEquals(MessengerType.OPEN, any.messengerType());
    assertEquals("Active", any.status());
    String setting = Objects.requireNonNull(configuration.messagingSettings().readDefault().id());
    configuration.messagingSettings().makeDefault(setting);
  }

  @Test
  void recipientsAreListedByMessenger() {
    simulator.createOpenIntegration("T", SECRET);
    assertEquals(
        List.of("T"),
        configuration.recipients(MessengerType.OPEN).map(FlowRecipient::name).toList());
    assertEquals(0, configuration.recipients(MessengerType.SMS).count());
  }

  @Test
  void aSettingSwitchesTyping() {
    var settings = configuration.messagingSettings();
    var made =
        settings.create(
            io.botflow.genesys.configuration.MessagingSetting.typing("Typing", true, false));
    assertEquals(made, settings.read(Objects.requireNonNull(made.id())));
    io.botflow.testkit.genesys.OpenIntegration integration =
        simulator.createOpenIntegration("T", SECRET);
    assertFalse(integration.typingInbound());
    configuration
        .integrations()
        .update(
            integration.id(),
            OpenIntegrationDraft.change("T")
                .messagingSetting(Objects.requireNonNull(made.id()))
                .build());
    assertTrue(integration.typingInbound());
    assertFalse(integration.typingOutbound());
  }

  @Test
  void identitiesThreadingAndAddressRangesAreReadAndSet() {
    String id = simulator.createOpenIntegration("T", SECRET).id();
    assertEquals(true, configuration.identityResolution(id).resolveIdentities());
    configuration.identityResolution(
        id, new IdentityResolution(false, Reference.of("*"), null, Map.of()));
    assertEquals(false, configuration.identityResolution(id).resolveIdentities());

    ThreadingTimeline timeline =
        configuration.threadingTimeline(
            configuration.threadingTimeline().with(MessengerType.OPEN, Duration.ofMinutes(5)));
    assertEquals(Duration.ofMinutes(5), timeline.window(MessengerType.OPEN).orElseThrow());
    assertEquals(timeline, configuration.threadingTimeline());

    assertEquals(
        List.of("203.0.113.0/24"),
        configuration.ipRanges("smtp").stream().map(IpRange::cidr).toList());
  }

  @Test
  void refusalsAreTyped() {
    OpenIntegrationDraft draft = draft().messagingSetting("nothing").build();
    BadRequestException refused =
        assertThrows(BadRequestException.class, () -> configuration.integrations().create(draft));
    assertEquals("messagingSetting.id", refused.details().get(0).fieldName());

    simulator.addClient("reader", "secret", Set.of("messaging:integration:view"));
    try (GenesysCloud reader = client("reader", "secret")) {
      assertEquals(0, reader.configuration().integrations().list().count());
      PermissionException missing =
          assertThrows(
              PermissionException.class,
              () -> reader.configuration().integrations().create(draft().build()));
      assertTrue(String.valueOf(missing.getMessage()).contains("messaging:integration:add"));
    }
  }

  private static OpenIntegrationDraft.Builder draft() {
    return OpenIntegrationDraft.builder("Viber", "https://bridge.example.org/w", SECRET);
  }
}
