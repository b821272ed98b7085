// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.profile.ProfileEndpoint;
import io.botflow.testkit.genesys.internal.profile.Profiles;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Provenance;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import javax.annotation.Nullable;

/** The configuration of the simulated organisation, which tests and the API change alike. */
final class Organisation {
  private static final String STANDARD = "Default";

  private final Clock clock;
  private final String administrator;
  private final ConfigurationApiSettings configurationApi;
  private final SupportedContentKind contentKind = new SupportedContentKind();
  private final MessagingSettingKind settingKind = new MessagingSettingKind();
  private final Profiles<SupportedContent> contents;
  private final Profiles<MessagingSetting> settings;
  private final Integrations integrations;
  private final Flows flows;
  private final ThreadingTimeline threading;

  Organisation(Settings settings, FlowPublisher publisher) {
    this.clock = settings.clock();
    this.administrator = settings.clientId();
    this.configurationApi = settings.configurationApi();
    this.contents =
        new Profiles<>(contentKind, STANDARD, SupportedContent.defaults(), provenance());
    this.settings = new Profiles<>(settingKind, STANDARD, MessagingSetting.ALL_OFF, provenance());
    this.integrations = new Integrations(clock);
    this.flows = new Flows(publisher);
    this.threading = new ThreadingTimeline(settings.threadingWindow());
  }

  /** Creates an integration that is there at once. */
  OpenIntegration create(String name, @Nullable URI webhookUri, String secret) {
    return integrations.add(
        new OpenIntegration(
            this, name, webhookUri, secret, provenance(), new Lifecycle(Instant.MIN, null)));
  }

  void register(Routes routes, Faults faults) {
    Routes failing = routes.inside(faults::aroundConfiguration);
    new IntegrationEndpoint(this, faults).register(failing);
    new ProfileEndpoint<>(contentKind, contents, integrations::uses, clock).register(failing);
    new ProfileEndpoint<>(settingKind, settings, integrations::uses, clock).register(failing);
    new IdentityResolutionEndpoint(integrations, configurationApi).register(failing);
    new RecipientEndpoint(this).register(failing);
    threading.register(failing);
    failing.add("GET", "/api/v2/ipranges", Permission.none(), call -> Answers.ok(ipRanges()));
  }

  private ObjectNode ipRanges() {
    ObjectNode body = Json.object();
    ArrayNode entities = body.putArray("entities");
    for (IpRange range : configurationApi.ipRanges()) {
      entities
          .addObject()
          .put("cidr", range.cidr())
          .put("service", range.service())
          .put("region", range.region());
    }
    return body;
  }

  /** Of what is made by the test itself. */
  Provenance provenance() {
    return Provenance.of(administrator, clock.instant());
  }

  Instant now() {
    return clock.instant();
  }

  String administrator() {
    return administrator;
  }

  ConfigurationApiSettings configurationApi() {
    return configurationApi;
  }

  Profiles<SupportedContent> contents() {
    return contents;
  }

  Profiles<MessagingSetting> settings() {
    return settings;
  }

  Integrations integrations() {
    return integrations;
  }

  Flows flows() {
    return flows;
  }

  ThreadingTimeline threading() {
    return threading;
  }
}
