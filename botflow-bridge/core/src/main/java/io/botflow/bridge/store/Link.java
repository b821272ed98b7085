// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.util.Objects;
import javax.annotation.Nullable;

/**
 * One message on both sides: the ids by which messenger and Genesys Cloud know it.
 *
 * @param part which part of the entry it is, from 0
 * @param userId the customer's id at the messenger
 * @param messengerId the message's id at the messenger
 * @param genesysId the message's id in Genesys Cloud
 * @param conversationId the conversation in Genesys Cloud, if known
 */
public record Link(
    int part,
    String userId,
    String messengerId,
    String genesysId,
    @Nullable String conversationId) {
  /** {@inheritDoc} */
  public Link {
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(messengerId, "messengerId");
    Objects.requireNonNull(genesysId, "genesysId");
  }

  /** Shows the part and the id in Genesys Cloud: the customer's id may be personal. */
  @Override
  public String toString() {
    return "Link[part " + part + ", " + genesysId + "]";
  }
}
