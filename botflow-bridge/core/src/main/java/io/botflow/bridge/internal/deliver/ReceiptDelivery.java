// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.EntryHandler;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Payload;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.store.Entry;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.content.Reason;
import io.botflow.genesys.content.ReasonCode;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.openmessaging.InboundReceipt;
import io.botflow.genesys.openmessaging.SentReceipt;
import java.util.List;

/** Tells Genesys Cloud what became of its messages. Thread-safe. */
public final class ReceiptDelivery implements EntryHandler {
  private final GenesysCloud genesys;

  /**
   * Makes the carrier.
   *
   * @param genesys where receipts go
   */
  public ReceiptDelivery(GenesysCloud genesys) {
    this.genesys = genesys;
  }

  @Override
  public Outcome handle(Entry entry, Progress progress) {
    return Payload.read(entry, Receipt.class, receipt -> send(entry, receipt));
  }

  private Outcome send(Entry entry, Receipt receipt) {
    try {
      SentReceipt answer = genesys.openMessaging(entry.route()).sendReceipt(inbound(receipt));
      // Genesys Cloud answers 200 with reasons when it could not use the receipt.
      return Outcome.delivered(
          answer.reasons().stream()
              .map(reason -> "the receipt was not used: " + reason.code())
              .toList(),
          List.of());
    } catch (UnexpectedResponseException e) {
      return GenesysOutcomes.taken(e)
          ? Outcome.delivered(List.of(), List.of())
          : GenesysOutcomes.of(e);
    } catch (GenesysException e) {
      return GenesysOutcomes.of(e);
    }
  }

  private static InboundReceipt inbound(Receipt receipt) {
    String code = receipt.code();
    String reason = receipt.reason();
    return code == null || reason == null
        ? InboundReceipt.delivered(receipt.messageId(), receipt.userId(), receipt.at())
        : InboundReceipt.failed(
            receipt.messageId(),
            receipt.userId(),
            receipt.at(),
            Reason.of(new ReasonCode(code), reason));
  }
}
