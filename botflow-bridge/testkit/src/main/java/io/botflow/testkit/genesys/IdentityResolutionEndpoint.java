// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether and how an integration resolves identities; kept and given back, without effect. */
final class IdentityResolutionEndpoint {
  private static final String PATH =
      "/api/v2/conversations/messaging/identityresolution/integrations/open";

  private final Map<String, ObjectNode> byIntegration = new ConcurrentHashMap<>();
  private final Integrations integrations;
  private final boolean resolvedAtFirst;

  IdentityResolutionEndpoint(Integrations integrations, ConfigurationApiSettings settings) {
    this.integrations = integrations;
    this.resolvedAtFirst = settings.identitiesResolved();
  }

  void register(Routes routes) {
    String one = PATH + "/{integrationId}";
    routes.add("GET", one, may("view"), this::get).add("PUT", one, may("edit"), this::put);
  }

  private static Permission may(String action) {
    return Permission.all(
        "messaging:integration:" + action, "messaging:identityResolutionOpen:" + action);
  }

  private WebResponse get(ApiCall call) {
    String id = integrationId(call);
    ObjectNode stored = byIntegration.get(id);
    return Answers.ok(
        stored == null
            ? Json.object()
                .put("resolveIdentities", resolvedAtFirst)
                .put("selfUri", PATH + "/" + id)
            : stored);
  }

  private WebResponse put(ApiCall call) {
    String id = integrationId(call);
    JsonView body = call.body();
    Boolean resolve = body.optionalFlag("resolveIdentities");
    if (resolve == null) {
      throw InvalidBodyException.missing("", "resolveIdentities");
    }
    ObjectNode json = Json.object().put("resolveIdentities", resolve);
    refer(json, body, "division", "/api/v2/authorization/divisions/");
    refer(json, body, "externalSource", "/api/v2/externalcontacts/externalsources/");
    json.put("selfUri", PATH + "/" + id);
    byIntegration.put(id, json);
    return Answers.ok(json);
  }

  private String integrationId(ApiCall call) {
    return integrations
        .find(call.path("integrationId"))
        .map(OpenIntegration::id)
        .orElseThrow(ApiError::notFound);
  }

  /** The simulated organisation has neither divisions nor sources, so that any id is taken. */
  private static void refer(ObjectNode json, JsonView body, String field, String path) {
    JsonView reference = body.optionalObject(field);
    if (reference != null && reference.has("id")) {
      String id = reference.nonEmpty("id");
      json.putObject(field).put("id", id).put("selfUri", path + id);
    }
  }
}
