// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.util.List;
import java.util.Set;
import javax.annotation.Nullable;

/** The recipients of the integrations, by which message flows are attached to them. */
final class RecipientEndpoint {
  private static final Permission MANAGE = Permission.all("routing:message:manage");
  private static final List<String> MESSENGERS =
      List.of(
          "sms", "facebook", "twitter", "whatsapp", "webmessaging", "instagram", "open", "apple");

  private final Organisation organisation;

  RecipientEndpoint(Organisation organisation) {
    this.organisation = organisation;
  }

  void register(Routes routes) {
    String one = FlowRecipient.PATH + "/{recipientId}";
    routes
        .add("GET", FlowRecipient.PATH, MANAGE, this::list)
        .add("GET", one, MANAGE, call -> answer(integration(call)))
        .add("PUT", one, MANAGE, this::put);
  }

  private WebResponse list(ApiCall call) {
    Set<String> messengers = call.list("messengerType", MESSENGERS);
    boolean open = messengers.isEmpty() || messengers.contains("open");
    return Answers.page(
        call,
        organisation.integrations().active().stream()
            .filter(integration -> open)
            .filter(integration -> call.query("name").map(integration.name()::equals).orElse(true))
            .map(integration -> integration.recipient().json(integration.name()))
            .toList());
  }

  private WebResponse put(ApiCall call) {
    OpenIntegration integration = integration(call);
    integration.recipient().attach(flow(call.body()), call.caller().clientId(), organisation.now());
    return answer(integration);
  }

  /** The flow that a body names; null, which detaches, when it names none. */
  private @Nullable DefinedFlow flow(JsonView body) {
    JsonView reference = body.optionalObject("flow");
    if (reference == null) {
      return null;
    }
    String id = reference.nonEmpty("id");
    return organisation
        .flows()
        .find(id)
        .orElseThrow(() -> ApiError.unknownReference(reference.path("id"), id));
  }

  private OpenIntegration integration(ApiCall call) {
    String id = call.path("recipientId");
    return organisation.integrations().active().stream()
        .filter(integration -> integration.recipient().id().equals(id))
        .findFirst()
        .orElseThrow(ApiError::notFound);
  }

  private static WebResponse answer(OpenIntegration integration) {
    return Answers.ok(integration.recipient().json(integration.name()));
  }
}
