// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.configuration.Configuration;
import io.botflow.genesys.configuration.FlowRecipient;
import io.botflow.genesys.configuration.IdentityResolution;
import io.botflow.genesys.configuration.IpRange;
import io.botflow.genesys.configuration.MessagingSetting;
import io.botflow.genesys.configuration.OpenIntegrations;
import io.botflow.genesys.configuration.Profiles;
import io.botflow.genesys.configuration.Reference;
import io.botflow.genesys.configuration.SupportedContent;
import io.botflow.genesys.configuration.ThreadingTimeline;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.internal.api.Page;
import io.botflow.genesys.internal.api.Pages;
import io.botflow.genesys.internal.api.Query;
import io.botflow.genesys.internal.http.BaseUri;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** The configuration over the API. */
public final class HttpConfiguration implements Configuration {
  static final String MESSAGING = "/api/v2/conversations/messaging";
  private static final String RECIPIENTS = "/api/v2/routing/message/recipients";
  private static final String TIMELINE = MESSAGING + "/threadingtimeline";

  private final ApiClient api;

  /**
   * Creates the configuration.
   *
   * @param api makes the calls
   */
  public HttpConfiguration(ApiClient api) {
    this.api = api;
  }

  private record DefaultSetting(@JsonProperty("settingId") String settingId) {}

  @Override
  public OpenIntegrations integrations() {
    return new HttpOpenIntegrations(api);
  }

  @Override
  public Profiles<SupportedContent> supportedContent() {
    return new HttpProfiles<>(
        api,
        MESSAGING + "/supportedcontent",
        SupportedContent.class,
        new TypeReference<Page<SupportedContent>>() {},
        Reference::of);
  }

  @Override
  public Profiles<MessagingSetting> messagingSettings() {
    return new HttpProfiles<>(
        api,
        MESSAGING + "/settings",
        MessagingSetting.class,
        new TypeReference<Page<MessagingSetting>>() {},
        DefaultSetting::new);
  }

  @Override
  public IdentityResolution identityResolution(String integrationId) {
    return get(identity(integrationId), IdentityResolution.class);
  }

  @Override
  public IdentityResolution identityResolution(
      String integrationId, IdentityResolution resolution) {
    return put(identity(integrationId), resolution, IdentityResolution.class);
  }

  private static String identity(String integrationId) {
    return MESSAGING
        + "/identityresolution/integrations/open/"
        + BaseUri.segment(integrationId, "integrationId");
  }

  @Override
  public ThreadingTimeline threadingTimeline() {
    return get(TIMELINE, ThreadingTimeline.class);
  }

  @Override
  public ThreadingTimeline threadingTimeline(ThreadingTimeline timeline) {
    return put(TIMELINE, new Windows(timeline.settings()), ThreadingTimeline.class);
  }

  /** What of a timeline can be set. The list is required also when it is empty. */
  private record Windows(@JsonProperty("settings") List<ThreadingTimeline.Window> settings) {}

  @Override
  public FlowRecipient recipient(String recipientId) {
    return get(recipientPath(recipientId), FlowRecipient.class);
  }

  @Override
  public FlowRecipient attachFlow(String recipientId, String flowId) {
    FlowRecipient attached = new FlowRecipient(null, null, null, Reference.of(flowId), Map.of());
    return put(recipientPath(recipientId), attached, FlowRecipient.class);
  }

  @Override
  public Stream<FlowRecipient> recipients(@Nullable MessengerType messengerType) {
    String type = messengerType == null ? null : messengerType.value();
    return Pages.stream(
        number ->
            api.read(
                Call.of(
                    Operation.READ_CONFIGURATION,
                    "GET",
                    RECIPIENTS
                        + Query.none().with("pageNumber", number).with("messengerType", type)),
                new TypeReference<Page<FlowRecipient>>() {}));
  }

  private static String recipientPath(String recipientId) {
    return RECIPIENTS + "/" + BaseUri.segment(recipientId, "recipientId");
  }

  @Override
  public List<IpRange> ipRanges(String service) {
    Call call = Call.of(Operation.READ_CONFIGURATION, "GET", "/api/v2/ipranges");
    return api.read(call, new TypeReference<Page<IpRange>>() {}).entities().stream()
        .filter(range -> service.equalsIgnoreCase(range.service()))
        .toList();
  }

  private <T> T get(String path, Class<T> type) {
    return api.read(Call.of(Operation.READ_CONFIGURATION, "GET", path), type);
  }

  private <T> T put(String path, Object body, Class<T> type) {
    return api.read(Call.of(Operation.UPDATE_CONFIGURATION, "PUT", path, body), type);
  }
}
