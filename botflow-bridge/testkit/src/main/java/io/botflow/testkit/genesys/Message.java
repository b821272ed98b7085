// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** A message as its status changes; guarded by the ledger. */
final class Message {
  private final String id = Ids.message();
  private final Instant time;
  private final Participant speaker;
  private final MessageDirection direction;
  private final List<ReceiptRecord> receipts = new ArrayList<>();
  private Instant sentAt;
  private @Nullable String externalId;
  private @Nullable String text;
  private @Nullable Attachment attachment;
  private @Nullable String structured;
  private @Nullable ObjectNode channel;
  private Map<String, String> metadata = Map.of();
  private MessageStatus status;
  private String reason = "";

  private Message(Instant time, Participant speaker, MessageDirection direction) {
    this.time = time;
    this.sentAt = time;
    this.speaker = speaker;
    this.direction = direction;
    this.status =
        direction == MessageDirection.INBOUND ? MessageStatus.RECEIVED : MessageStatus.QUEUED;
  }

  static Message inbound(
      Instant time, Participant customer, Instant sentAt, @Nullable String externalId) {
    Message message = new Message(time, customer, MessageDirection.INBOUND);
    message.sentAt = sentAt;
    message.externalId = externalId;
    return message;
  }

  static Message outbound(Instant time, Participant speaker) {
    return new Message(time, speaker, MessageDirection.OUTBOUND);
  }

  Message text(@Nullable String value) {
    text = value;
    return this;
  }

  Message attachment(@Nullable Attachment value) {
    attachment = value;
    return this;
  }

  Message structured(@Nullable String json) {
    structured = json;
    return this;
  }

  /** Keeps the rest of an inbound message: its channel in the platform's form, and metadata. */
  Message sender(ObjectNode node, Map<String, String> more) {
    channel = node;
    metadata = more;
    return this;
  }

  /** Where an inbound message came from; null for an outbound one. */
  @Nullable
  ObjectNode channel() {
    return channel;
  }

  Map<String, String> metadata() {
    return metadata;
  }

  @Nullable
  String text() {
    return text;
  }

  @Nullable
  String structured() {
    return structured;
  }

  @Nullable
  String externalId() {
    return externalId;
  }

  Instant sentAt() {
    return sentAt;
  }

  String reason() {
    return reason;
  }

  List<ReceiptRecord> receipts() {
    return receipts;
  }

  String id() {
    return id;
  }

  Instant time() {
    return time;
  }

  Participant speaker() {
    return speaker;
  }

  MessageDirection direction() {
    return direction;
  }

  @Nullable
  Attachment attachment() {
    return attachment;
  }

  MessageStatus status() {
    return status;
  }

  void notSent(String why) {
    status = MessageStatus.NOT_SENT;
    reason = why;
  }

  /** The webhook answered; a receipt may have overtaken the answer and is not undone. */
  void sent() {
    if (status == MessageStatus.QUEUED) {
      status = MessageStatus.SENT;
    }
  }

  void failed(String why) {
    status = MessageStatus.FAILED;
    reason = why;
  }

  void receipt(ReceiptRecord receipt) {
    receipts.add(receipt);
    if (receipt.status().equals("Delivered")) {
      status = MessageStatus.DELIVERED;
      reason = "";
    } else if (receipt.status().equals("Failed")) {
      failed(String.join("; ", receipt.reasons()));
    }
  }

  MessageRecord snapshot() {
    return new MessageRecord(
        id,
        externalId,
        time,
        sentAt,
        speaker.purpose(),
        speaker.name(),
        direction,
        text,
        attachment == null ? null : attachment.snapshot(),
        structured,
        status,
        reason,
        receipts);
  }
}
