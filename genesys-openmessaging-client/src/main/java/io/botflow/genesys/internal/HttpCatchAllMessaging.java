// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.content.AttachmentContent;
import io.botflow.genesys.content.ChannelMetadata;
import io.botflow.genesys.content.MessageType;
import io.botflow.genesys.content.Reason;
import io.botflow.genesys.content.ReceiptStatus;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.internal.json.Fields;
import io.botflow.genesys.internal.json.WireInstant;
import io.botflow.genesys.internal.json.WireStrings;
import io.botflow.genesys.openmessaging.CatchAllMessaging;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundChannel;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.openmessaging.InboundReceipt;
import io.botflow.genesys.openmessaging.SentMessage;
import io.botflow.genesys.openmessaging.SentReceipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** The deprecated endpoint over the API: the integration is in the body instead of the path. */
public final class HttpCatchAllMessaging implements CatchAllMessaging {
  private static final String PATH = "/api/v2/conversations/messages/inbound/open";

  private final ApiClient api;
  private final String integrationId;

  /**
   * Creates the integration's side.
   *
   * @param api makes the calls
   * @param integrationId the integration
   */
  public HttpCatchAllMessaging(ApiClient api, String integrationId) {
    this.api = api;
    this.integrationId = Fields.text(integrationId, "integrationId");
  }

  private record Target(@JsonProperty("id") String id) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Channel(
      @JsonProperty("messageId") @Nullable String messageId,
      @JsonProperty("to") Target to,
      @JsonProperty("from") Customer from,
      @JsonProperty("time") @WireInstant Instant time,
      @JsonProperty("metadata") @Nullable ChannelMetadata metadata) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record TextMessage(
      @JsonProperty("channel") Channel channel,
      @JsonProperty("type") MessageType type,
      @JsonProperty("text") @Nullable String text,
      @JsonProperty("content") @JsonInclude(JsonInclude.Include.NON_EMPTY)
          List<AttachmentContent> content,
      @JsonProperty("metadata") @WireStrings Map<String, String> metadata) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record ReceiptMessage(
      @JsonProperty("id") String id,
      @JsonProperty("channel") Channel channel,
      @JsonProperty("type") MessageType type,
      @JsonProperty("status") ReceiptStatus status,
      @JsonProperty("reasons") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reason> reasons,
      @JsonProperty("isFinalReceipt") @Nullable Boolean isFinalReceipt) {}

  @Override
  public SentMessage send(InboundMessage message) {
    InboundChannel from = message.channel();
    TextMessage body =
        new TextMessage(
            channel(from.messageId(), from.from(), from.time(), from.metadata()),
            MessageType.TEXT,
            message.text(),
            message.content(),
            message.metadata());
    return api.read(
        Call.of(Operation.SEND_MESSAGE, "POST", PATH, body).identifiedBy(from.messageId()),
        SentMessage.class);
  }

  @Override
  public SentReceipt sendReceipt(InboundReceipt receipt) {
    Customer customer = Customer.of(receipt.channel().to().id());
    ReceiptMessage body =
        new ReceiptMessage(
            receipt.id(),
            channel(null, customer, receipt.channel().time(), null),
            MessageType.RECEIPT,
            receipt.status(),
            receipt.reasons(),
            receipt.isFinalReceipt());
    return api.read(Call.of(Operation.SEND_RECEIPT, "POST", PATH, body), SentReceipt.class);
  }

  private Channel channel(
      @Nullable String messageId, Customer from, Instant time, @Nullable ChannelMetadata metadata) {
    return new Channel(messageId, new Target(integrationId), from, time, metadata);
  }
}
