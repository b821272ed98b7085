// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.conversations.CachedMedia;
import io.botflow.genesys.conversations.Conversation;
import io.botflow.genesys.conversations.Conversations;
import io.botflow.genesys.conversations.MessageConversation;
import io.botflow.genesys.conversations.MessageData;
import io.botflow.genesys.conversations.Participant;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.internal.api.Page;
import io.botflow.genesys.internal.http.BaseUri;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Conversations over the API. */
public final class HttpConversations implements Conversations {
  private static final String MESSAGES = "/api/v2/conversations/messages/";

  /** Messages that one call reads. */
  private static final int BULK = 1_000;

  private final ApiClient api;

  /**
   * Creates the conversations.
   *
   * @param api makes the calls
   */
  public HttpConversations(ApiClient api) {
    this.api = api;
  }

  private record State(@JsonProperty("state") String state) {
    static final State DISCONNECTED = new State("disconnected");
  }

  private record Attributes(@JsonProperty("attributes") Map<String, String> attributes) {}

  @Override
  public Conversation conversation(String conversationId) {
    return api.read(
        Call.of(
            Operation.READ_CONVERSATION,
            "GET",
            "/api/v2/conversations/" + conversation(conversationId, "")),
        Conversation.class);
  }

  @Override
  public MessageConversation messageConversation(String conversationId) {
    return api.read(
        Call.of(Operation.READ_CONVERSATION, "GET", MESSAGES + conversation(conversationId, "")),
        MessageConversation.class);
  }

  @Override
  public CachedMedia cachedMedia() {
    return new HttpCachedMedia(api);
  }

  @Override
  public MessageData message(String messageId) {
    return readMessage(BaseUri.segment(messageId, "messageId") + "/details");
  }

  @Override
  public MessageData message(String conversationId, String messageId) {
    return readMessage(
        conversation(conversationId, "/messages/" + BaseUri.segment(messageId, "messageId")));
  }

  private MessageData readMessage(String path) {
    return api.read(Call.of(Operation.READ_MESSAGES, "GET", MESSAGES + path), MessageData.class);
  }

  @Override
  public List<MessageData> messages(String conversationId, Collection<String> messageIds) {
    String path = MESSAGES + conversation(conversationId, "/messages/bulk");
    List<String> ids = List.copyOf(messageIds);
    List<MessageData> messages = new ArrayList<>(ids.size());
    for (int from = 0; from < ids.size(); from += BULK) {
      List<String> some = ids.subList(from, Math.min(from + BULK, ids.size()));
      Call call = Call.of(Operation.READ_MESSAGES, "POST", path, some);
      messages.addAll(api.read(call, new TypeReference<Page<MessageData>>() {}).entities());
    }
    return List.copyOf(messages);
  }

  @Override
  public void disconnect(String conversationId) {
    patch(Operation.DISCONNECT, conversation(conversationId, ""), State.DISCONNECTED);
  }

  @Override
  public void disconnect(String conversationId, String participantId) {
    patch(Operation.DISCONNECT, participant(conversationId, participantId), State.DISCONNECTED);
  }

  @Override
  public int disconnectCustomer(String conversationId) {
    int left = 0;
    for (Participant customer : conversation(conversationId).participantsFor("customer")) {
      if (customer.id() != null) {
        disconnect(conversationId, customer.id());
        left++;
      }
    }
    return left;
  }

  @Override
  public void setAttributes(
      String conversationId, String participantId, Map<String, String> attributes) {
    patch(
        Operation.SET_PARTICIPANT_DATA,
        participant(conversationId, participantId) + "/attributes",
        new Attributes(Map.copyOf(attributes)));
  }

  private void patch(Operation operation, String path, Object body) {
    api.run(Call.of(operation, "PATCH", MESSAGES + path, body));
  }

  private static String conversation(String conversationId, String rest) {
    return BaseUri.segment(conversationId, "conversationId") + rest;
  }

  private static String participant(String conversationId, String participantId) {
    return conversation(
        conversationId, "/participants/" + BaseUri.segment(participantId, "participantId"));
  }
}
