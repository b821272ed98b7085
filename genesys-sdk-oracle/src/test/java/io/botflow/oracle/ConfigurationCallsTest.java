// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mypurecloud.sdk.v2.ApiException;
import com.mypurecloud.sdk.v2.api.ConversationsApi;
import com.mypurecloud.sdk.v2.api.RoutingApi;
import com.mypurecloud.sdk.v2.api.UtilitiesApi;
import com.mypurecloud.sdk.v2.model.ConversationThreadingWindow;
import com.mypurecloud.sdk.v2.model.ConversationThreadingWindowSetting;
import com.mypurecloud.sdk.v2.model.EventSetting;
import com.mypurecloud.sdk.v2.model.MediaType;
import com.mypurecloud.sdk.v2.model.MediaTypeAccess;
import com.mypurecloud.sdk.v2.model.MediaTypes;
import com.mypurecloud.sdk.v2.model.MessagingSetting;
import com.mypurecloud.sdk.v2.model.MessagingSettingDefaultRequest;
import com.mypurecloud.sdk.v2.model.MessagingSettingPatchRequest;
import com.mypurecloud.sdk.v2.model.MessagingSettingRequest;
import com.mypurecloud.sdk.v2.model.MessagingSettingRequestReference;
import com.mypurecloud.sdk.v2.model.OpenIntegration;
import com.mypurecloud.sdk.v2.model.OpenIntegrationRequest;
import com.mypurecloud.sdk.v2.model.OpenIntegrationUpdateRequest;
import com.mypurecloud.sdk.v2.model.Recipient;
import com.mypurecloud.sdk.v2.model.RecipientFlow;
import com.mypurecloud.sdk.v2.model.RecipientRequest;
import com.mypurecloud.sdk.v2.model.SettingDirection;
import com.mypurecloud.sdk.v2.model.SupportedContent;
import com.mypurecloud.sdk.v2.model.SupportedContentReference;
import com.mypurecloud.sdk.v2.model.TypingSetting;
import io.botflow.testkit.genesys.DefinedFlow;
import io.botflow.testkit.genesys.MessageFlow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SDK sets an organisation up. */
class ConfigurationCallsTest {
  @RegisterExtension static final SimulatedCloud CLOUD = SimulatedCloud.start();

  private final ConversationsApi api = new ConversationsApi(CLOUD.client());

  @Test
  void integrationsAreCreatedReadChangedAndDeleted() throws Exception {
    SupportedContent content = api.postConversationsMessagingSupportedcontent(everything("files"));
    MessagingSetting setting = api.postConversationsMessagingSettings(typing("typing"));
    OpenIntegration created =
        api.postConversationsMessagingIntegrationsOpen(
            new OpenIntegrationRequest()
                .name("shop")
                .outboundNotificationWebhookUrl("https://example.com/hook")
                .outboundNotificationWebhookSignatureSecretToken("0123456789abcdef")
                .webhookHeaders(Map.of("X-Tenant", "1"))
                .supportedContent(new SupportedContentReference().id(content.getId()))
                .messagingSetting(new MessagingSettingRequestReference().id(setting.getId())));
    assertNotNull(created.getId());
    assertNotNull(created.getCreateStatus());

    OpenIntegration read = awaitCreated(created.getId());
    assertEquals("shop", read.getName());
    assertEquals("https://example.com/hook", read.getOutboundNotificationWebhookUrl());
    assertEquals(Map.of("X-Tenant", "1"), read.getWebhookHeaders());
    assertEquals(content.getId(), read.getSupportedContent().getId());
    assertEquals(setting.getId(), read.getMessagingSetting().getId());
    assertNotNull(read.getRecipient().getId());

    OpenIntegration changed =
        api.patchConversationsMessagingIntegrationsOpenIntegrationId(
            created.getId(), new OpenIntegrationUpdateRequest().name("store"));
    assertEquals("store", changed.getName());

    assertTrue(
        api
            .getConversationsMessagingIntegrationsOpen(25, 1, null, content.getId(), null)
            .getEntities()
            .stream()
            .anyMatch(one -> one.getId().equals(created.getId())));
    assertTrue(
        api
            .getConversationsMessagingIntegrations(25, 1, null, null, setting.getId())
            .getEntities()
            .stream()
            .anyMatch(one -> one.getMessengerType().toString().equals("open")));

    api.deleteConversationsMessagingIntegrationsOpenIntegrationId(created.getId());
    ApiException gone =
        assertThrows(
            ApiException.class,
            () -> api.deleteConversationsMessagingIntegrationsOpenIntegrationId(created.getId()));
    assertTrue(List.of(404, 409).contains(gone.getStatusCode()), gone.getRawBody());
  }

  @Test
  void supportedContentIsCreatedReadChangedMadeTheDefaultAndDeleted() throws Exception {
    SupportedContent created = api.postConversationsMessagingSupportedcontent(everything("all"));
    String id = created.getId();
    SupportedContent before = api.getConversationsMessagingSupportedcontentDefault();

    SupportedContent read = api.getConversationsMessagingSupportedcontentSupportedContentId(id);
    assertEquals("*/*", read.getMediaTypes().getAllow().getInbound().get(0).getType());
    SupportedContent changed =
        api.patchConversationsMessagingSupportedcontentSupportedContentId(
            id, everything("all files"));
    assertEquals("all files", changed.getName());
    assertTrue(
        api.getConversationsMessagingSupportedcontent(25, 1).getEntities().stream()
            .anyMatch(one -> one.getId().equals(id)));

    api.putConversationsMessagingSupportedcontentDefault(new SupportedContentReference().id(id));
    assertEquals(id, api.getConversationsMessagingSupportedcontentDefault().getId());
    api.putConversationsMessagingSupportedcontentDefault(
        new SupportedContentReference().id(before.getId()));
    api.deleteConversationsMessagingSupportedcontentSupportedContentId(id);
    assertEquals(
        404,
        assertThrows(
                ApiException.class,
                () -> api.getConversationsMessagingSupportedcontentSupportedContentId(id))
            .getStatusCode());
  }

  @Test
  void messagingSettingsAreCreatedReadChangedMadeTheDefaultAndDeleted() throws Exception {
    MessagingSetting created = api.postConversationsMessagingSettings(typing("chatty"));
    String id = created.getId();

    MessagingSetting read = api.getConversationsMessagingSetting(id);
    assertEquals("Enabled", read.getEvent().getTyping().getOn().getInbound().toString());
    MessagingSetting changed =
        api.patchConversationsMessagingSetting(
            id, new MessagingSettingPatchRequest().name("quiet").event(typing(false)));
    assertEquals("quiet", changed.getName());
    assertEquals("Disabled", changed.getEvent().getTyping().getOn().getOutbound().toString());
    assertTrue(
        api.getConversationsMessagingSettings(25, 1).getEntities().stream()
            .anyMatch(one -> one.getId().equals(id)));

    api.putConversationsMessagingSettingsDefault(
        new MessagingSettingDefaultRequest().settingId(id));
    assertEquals(id, api.getConversationsMessagingSettingsDefault().getId());
    api.deleteConversationsMessagingSettingsDefault();
    api.deleteConversationsMessagingSetting(id);
    assertEquals(
        404,
        assertThrows(ApiException.class, () -> api.getConversationsMessagingSetting(id))
            .getStatusCode());
  }

  @Test
  void theThreadingTimelineIsSetAndRead() throws Exception {
    ConversationThreadingWindowSetting open =
        new ConversationThreadingWindowSetting()
            .messengerType(ConversationThreadingWindowSetting.MessengerTypeEnum.OPEN)
            .timeoutInMinutes(60L);
    api.putConversationsMessagingThreadingtimeline(
        new ConversationThreadingWindow().settings(List.of(open)));

    ConversationThreadingWindow read = api.getConversationsMessagingThreadingtimeline();

    assertEquals(4320L, read.getDefaultTimeoutMinutes());
    assertTrue(
        read.getSettings().stream()
            .anyMatch(
                one ->
                    one.getMessengerType().toString().equals("open")
                        && one.getTimeoutInMinutes() == 60));
  }

  @Test
  void aFlowIsAttachedToTheRecipientOfAnIntegration() throws Exception {
    RoutingApi routing = new RoutingApi(CLOUD.client());
    String integration = CLOUD.integration("with a flow").id();
    DefinedFlow flow = CLOUD.simulator().defineFlow("Billing", MessageFlow.transferTo("Billing"));
    String recipient =
        api.getConversationsMessagingIntegrationsOpenIntegrationId(integration, null)
            .getRecipient()
            .getId();

    Recipient attached =
        routing.putRoutingMessageRecipient(
            recipient, new RecipientRequest().flow(new RecipientFlow().id(flow.id())));

    assertEquals(flow.id(), attached.getFlow().getId());
    assertEquals("open", attached.getMessengerType().toString());
    assertEquals(flow.id(), routing.getRoutingMessageRecipient(recipient).getFlow().getId());
    assertTrue(
        routing.getRoutingMessageRecipients("open", "with a flow", 25, 1).getEntities().stream()
            .anyMatch(one -> one.getId().equals(recipient)));
  }

  @Test
  void theIpRangesAreRead() throws Exception {
    assertTrue(
        new UtilitiesApi(CLOUD.client())
            .getIpranges().getEntities().stream()
                .allMatch(range -> range.getCidr() != null && range.getService() != null));
  }

  private OpenIntegration awaitCreated(String id) throws Exception {
    return SimulatedCloud.await(
        () -> api.getConversationsMessagingIntegrationsOpenIntegrationId(id, "messagingSetting"),
        read -> read.getCreateStatus() == OpenIntegration.CreateStatusEnum.COMPLETED);
  }

  private static SupportedContent everything(String name) {
    List<MediaType> all = List.of(new MediaType().type("*/*"));
    MediaTypeAccess access = new MediaTypeAccess().inbound(all).outbound(all);
    return new SupportedContent().name(name).mediaTypes(new MediaTypes().allow(access));
  }

  private static MessagingSettingRequest typing(String name) {
    return new MessagingSettingRequest().name(name).event(typing(true));
  }

  private static EventSetting typing(boolean on) {
    SettingDirection ways =
        new SettingDirection()
            .inbound(
                on ? SettingDirection.InboundEnum.ENABLED : SettingDirection.InboundEnum.DISABLED)
            .outbound(
                on
                    ? SettingDirection.OutboundEnum.ENABLED
                    : SettingDirection.OutboundEnum.DISABLED);
    return new EventSetting().typing(new TypingSetting().on(ways));
  }
}
