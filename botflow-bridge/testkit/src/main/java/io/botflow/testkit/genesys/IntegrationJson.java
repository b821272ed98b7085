// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.profile.Profile;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.Nullable;

/** Integrations as the API shows them: by themselves, and among those of all channels. */
final class IntegrationJson {
  static final String PATH = "/api/v2/conversations/messaging/integrations";
  static final String OPEN = PATH + "/open";
  private static final String CONTENT = "supportedContent";
  private static final String SETTING = "messagingSetting";
  static final List<String> EXPANDABLE = List.of(CONTENT, SETTING, "identityresolution");

  private IntegrationJson() {}

  static ObjectNode open(
      OpenIntegration integration, Lifecycle.Stage stage, Set<String> expand, boolean secretShown) {
    ObjectNode json = head(integration, expand);
    if (integration.webhookUri() != null) {
      json.put("outboundNotificationWebhookUrl", String.valueOf(integration.webhookUri()));
    }
    if (secretShown) {
      json.put("outboundNotificationWebhookSignatureSecretToken", integration.secret());
    }
    ObjectNode headers = json.putObject("webhookHeaders");
    integration.webhookHeaders().forEach(headers::put);
    json.put("status", stage.status().toLowerCase(Locale.ROOT));
    tail(json, integration, stage);
    json.put("createStatus", stage.createStatus());
    if (stage == Lifecycle.Stage.ERROR) {
      json.set("createError", integration.lifecycle().error());
    }
    return json.put("selfUri", OPEN + "/" + integration.id());
  }

  static ObjectNode anyChannel(
      OpenIntegration integration, Lifecycle.Stage stage, Set<String> expand) {
    ObjectNode json = head(integration, expand);
    json.put("status", stage.status()).put("messengerType", "open");
    tail(json, integration, stage);
    return json.put("version", integration.provenance().version())
        .put("selfUri", OPEN + "/" + integration.id());
  }

  private static ObjectNode head(OpenIntegration integration, Set<String> expand) {
    ObjectNode json = Json.object().put("id", integration.id()).put("name", integration.name());
    refer(json, CONTENT, integration.contentProfile(), expand);
    refer(json, SETTING, integration.messagingSetting(), expand);
    return json;
  }

  private static void refer(
      ObjectNode json, String field, @Nullable Profile<?> profile, Set<String> expand) {
    if (profile != null) {
      json.set(field, profile.reference(expand.contains(field)));
    }
  }

  private static void tail(ObjectNode json, OpenIntegration integration, Lifecycle.Stage stage) {
    if (stage == Lifecycle.Stage.ACTIVE || stage == Lifecycle.Stage.DELETING) {
      json.set("recipient", integration.recipient().reference());
    }
    integration.provenance().onto(json, "modifiedBy");
  }
}
