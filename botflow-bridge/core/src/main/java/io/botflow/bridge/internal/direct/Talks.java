// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.direct;

import io.botflow.bridge.store.Notes;
import java.util.Optional;

/** What others may know of customers' talks with bots that the bridge asks. */
public final class Talks {
  private Talks() {}

  /**
   * The end of the names of all notes about a customer.
   *
   * @param route the route's id
   * @param userId the customer's id at the messenger
   * @return the end, without the colon before it
   */
  public static String owner(String route, String userId) {
    return route + ":" + userId;
  }

  /**
   * The conversation with the operator to whom a bot has handed a customer over.
   *
   * @param notes where talks are kept
   * @param route the route's id
   * @param userId the customer's id at the messenger
   * @return the conversation's id in Genesys Cloud, or empty when none is known
   */
  public static Optional<String> conversation(Notes notes, String route, String userId) {
    return Optional.ofNullable(Talk.of(notes, route, userId).read().conversationId());
  }
}
