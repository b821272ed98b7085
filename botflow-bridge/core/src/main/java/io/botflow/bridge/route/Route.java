// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.route;

import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.MessengerAdapter;
import java.util.Objects;

/**
 * One messenger account and the integration that stands for it in Genesys Cloud; each belongs to
 * one route only, so that equal user ids of two accounts never meet.
 *
 * @param adapter the messenger account
 * @param integration the integration
 */
public record Route(MessengerAdapter adapter, Integration integration) {

  /** {@inheritDoc} */
  public Route {
    Objects.requireNonNull(adapter, "adapter");
    Objects.requireNonNull(integration, "integration");
  }

  /**
   * The route's name in the store and in events: the integration's id.
   *
   * @return the id
   */
  public String id() {
    return integration.id();
  }

  /**
   * The customer of this route with a user id.
   *
   * @param userId the customer's id at the messenger
   * @return the customer
   */
  public Peer peer(String userId) {
    return new Peer(adapter.messenger(), adapter.account(), userId);
  }
}
