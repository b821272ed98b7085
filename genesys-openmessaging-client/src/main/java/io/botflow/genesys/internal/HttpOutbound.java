// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import io.botflow.genesys.call.Operation;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.outbound.AgentCommunication;
import io.botflow.genesys.outbound.AgentlessMessage;
import io.botflow.genesys.outbound.CreatedConversation;
import io.botflow.genesys.outbound.NewConversation;
import io.botflow.genesys.outbound.Outbound;
import io.botflow.genesys.outbound.SentAgentlessMessage;

/** Outbound messages over the API. */
public final class HttpOutbound implements Outbound {
  static final String MESSAGES = "/api/v2/conversations/messages";

  private final ApiClient api;

  /**
   * Creates the outbound side.
   *
   * @param api makes the calls
   */
  public HttpOutbound(ApiClient api) {
    this.api = api;
  }

  @Override
  public SentAgentlessMessage send(AgentlessMessage message) {
    return api.read(
        Call.of(Operation.SEND_AGENTLESS_MESSAGE, "POST", MESSAGES + "/agentless", message),
        SentAgentlessMessage.class);
  }

  @Override
  public CreatedConversation create(NewConversation conversation) {
    return api.read(
        Call.of(Operation.CREATE_CONVERSATION, "POST", MESSAGES, conversation),
        CreatedConversation.class);
  }

  @Override
  public AgentCommunication communication(String conversationId, String communicationId) {
    return new HttpAgentCommunication(api, conversationId, communicationId);
  }
}
