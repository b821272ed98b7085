// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.profile.Profile;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Provenance;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** The addresses of the open messaging integrations; creation is asynchronous. */
final class IntegrationEndpoint {
  private final Organisation organisation;
  private final Integrations integrations;
  private final Faults faults;

  IntegrationEndpoint(Organisation organisation, Faults faults) {
    this.organisation = organisation;
    this.integrations = organisation.integrations();
    this.faults = faults;
  }

  void register(Routes routes) {
    String one = IntegrationJson.OPEN + "/{integrationId}";
    routes
        .add("GET", IntegrationJson.PATH, may("view"), this::listOfAllChannels)
        .add("GET", IntegrationJson.OPEN, may("view"), this::list)
        .add("POST", IntegrationJson.OPEN, may("add"), this::create)
        .add("GET", one, may("view"), call -> Answers.ok(json(integration(call), expand(call))))
        .add("PATCH", one, may("edit"), this::change)
        .add("DELETE", one, may("delete"), this::delete);
  }

  private static Permission may(String action) {
    return Permission.all("messaging:integration:" + action);
  }

  private WebResponse list(ApiCall call) {
    Set<String> expand = expand(call);
    return page(call, integration -> json(integration, expand));
  }

  private WebResponse listOfAllChannels(ApiCall call) {
    Set<String> expand = expand(call);
    return page(
        call, integration -> IntegrationJson.anyChannel(integration, stage(integration), expand));
  }

  private WebResponse page(ApiCall call, Function<OpenIntegration, ObjectNode> json) {
    Stream<OpenIntegration> shown =
        integrations.all().stream()
            .filter(
                integration ->
                    asked(call, "supportedContent.id", integration.contentProfile())
                        && asked(call, "messagingSetting.id", integration.messagingSetting()));
    return Answers.page(call, shown.map(json).toList());
  }

  private static boolean asked(ApiCall call, String filter, @Nullable Profile<?> profile) {
    return call.query(filter)
        .map(id -> profile != null && Objects.equals(profile.id(), id))
        .orElse(true);
  }

  private WebResponse create(ApiCall call) {
    IntegrationRequest request = IntegrationRequest.creation(call.body(), organisation);
    String author = call.caller().clientId();
    Instant now = organisation.now();
    OpenIntegration integration =
        integrations.add(
            OpenIntegration.requested(
                organisation,
                request,
                Provenance.of(author, now),
                new Lifecycle(
                    now.plus(organisation.configurationApi().creationDelay()),
                    faults.takeCreation().orElse(null))));
    return Answers.ok(
        IntegrationJson.open(
            integration,
            Lifecycle.Stage.STARTING,
            Set.of(),
            organisation.configurationApi().secretsShown()));
  }

  private WebResponse change(ApiCall call) {
    OpenIntegration integration = changeable(call);
    integration.change(
        IntegrationRequest.change(call.body(), organisation), call.caller().clientId());
    return Answers.ok(json(integration, Set.of()));
  }

  private WebResponse delete(ApiCall call) {
    changeable(call)
        .lifecycle()
        .end(organisation.now().plus(organisation.configurationApi().deletionDelay()));
    return WebResponse.empty(204);
  }

  private OpenIntegration integration(ApiCall call) {
    return integrations.find(call.path("integrationId")).orElseThrow(ApiError::notFound);
  }

  private OpenIntegration changeable(ApiCall call) {
    OpenIntegration integration = integration(call);
    if (stage(integration) == Lifecycle.Stage.DELETING) {
      throw ApiError.conflict(
          "The request conflicts with the current state of the target resource.");
    }
    return integration;
  }

  private ObjectNode json(OpenIntegration integration, Set<String> expand) {
    return IntegrationJson.open(
        integration, stage(integration), expand, organisation.configurationApi().secretsShown());
  }

  private static Set<String> expand(ApiCall call) {
    return call.list("expand", IntegrationJson.EXPANDABLE);
  }

  private Lifecycle.Stage stage(OpenIntegration integration) {
    return integration.lifecycle().stage(organisation.now());
  }
}
