// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * One message of a conversation as Genesys Cloud recorded it.
 *
 * @param id the platform's message id, 32 hex digits
 * @param externalId the {@code channel.messageId} of an inbound message, or null
 * @param time when the platform recorded it
 * @param sentAt for an inbound message the {@code channel.time} of its sender, else as {@code time}
 * @param speaker what the speaker is
 * @param speakerName the speaker's name
 * @param direction which way it went
 * @param text the text, or null for none
 * @param attachment the attachment, or null for none
 * @param structured the JSON text of a button response, or of quick replies, a card or a carousel,
 *     as received or offered; null for none
 * @param status how far it has come
 * @param reason why the status is {@link MessageStatus#FAILED} or {@link MessageStatus#NOT_SENT};
 *     empty otherwise
 * @param receipts the receipts in order of arrival
 */
public record MessageRecord(
    String id,
    @Nullable String externalId,
    Instant time,
    Instant sentAt,
    ParticipantPurpose speaker,
    String speakerName,
    MessageDirection direction,
    @Nullable String text,
    @Nullable AttachmentRecord attachment,
    @Nullable String structured,
    MessageStatus status,
    String reason,
    List<ReceiptRecord> receipts) {

  /** {@inheritDoc} */
  public MessageRecord {
    Objects.requireNonNull(id, "id");
    receipts = List.copyOf(receipts);
  }

  /**
   * Tells whether the customer wrote it.
   *
   * @return true for an inbound message
   */
  public boolean fromCustomer() {
    return direction == MessageDirection.INBOUND;
  }

  /**
   * Tells whether the text is exactly this.
   *
   * @param expected the expected text
   * @return true when it is
   */
  public boolean says(String expected) {
    return expected.equals(text);
  }

  /** One line without the text: an id, a speaker and a status, fit for a log. */
  @Override
  public String toString() {
    return "%s %s %s %s".formatted(id, speaker, direction, status);
  }
}
