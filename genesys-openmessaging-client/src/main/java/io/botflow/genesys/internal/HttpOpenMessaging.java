// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import io.botflow.genesys.call.Operation;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.internal.http.BaseUri;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundEvent;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.openmessaging.InboundReceipt;
import io.botflow.genesys.openmessaging.InboundStructuredResponse;
import io.botflow.genesys.openmessaging.OpenMessaging;
import io.botflow.genesys.openmessaging.SendOptions;
import io.botflow.genesys.openmessaging.SentEvent;
import io.botflow.genesys.openmessaging.SentMessage;
import io.botflow.genesys.openmessaging.SentReceipt;

/** Open Messaging over the API, for one integration. */
public final class HttpOpenMessaging implements OpenMessaging {
  private final ApiClient api;
  private final String inbound;

  /**
   * Creates the integration's side.
   *
   * @param api makes the calls
   * @param integrationId the integration
   */
  public HttpOpenMessaging(ApiClient api, String integrationId) {
    this.api = api;
    this.inbound =
        "/api/v2/conversations/messages/"
            + BaseUri.segment(integrationId, "integrationId")
            + "/inbound/open";
  }

  @Override
  public SentMessage send(InboundMessage message, SendOptions options) {
    String query = options.prefetchConversationId() ? "?prefetchConversationId=true" : "";
    return api.read(
        post(Operation.SEND_MESSAGE, "/message" + query, message)
            .identifiedBy(message.channel().messageId()),
        SentMessage.class);
  }

  @Override
  public SentReceipt sendReceipt(InboundReceipt receipt) {
    return api.read(post(Operation.SEND_RECEIPT, "/receipt", receipt), SentReceipt.class);
  }

  @Override
  public SentEvent sendTyping(Customer customer) {
    return sendEvent(InboundEvent.typing(customer, api.clock().instant()));
  }

  @Override
  public SentEvent sendEvent(InboundEvent event) {
    return api.read(post(Operation.SEND_EVENT, "/event", event), SentEvent.class);
  }

  @Override
  public SentMessage sendStructuredResponse(InboundStructuredResponse response) {
    return api.read(
        post(Operation.SEND_STRUCTURED_RESPONSE, "/structured/response", response)
            .identifiedBy(response.channel().messageId()),
        SentMessage.class);
  }

  private Call post(Operation operation, String path, Object body) {
    return Call.of(operation, "POST", inbound + path, body);
  }
}
