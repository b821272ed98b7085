// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.route.Route;
import io.botflow.connector.messenger.Update;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the messenger that an update is being worked on, which must never hold it up. */
public final class Acknowledgement {
  private static final Logger log = LoggerFactory.getLogger(Acknowledgement.class);

  private Acknowledgement() {}

  /**
   * Tells it.
   *
   * @param route where the update came from
   * @param update the update
   */
  public static void of(Route route, Update update) {
    try {
      route.adapter().acknowledge(update);
    } catch (RuntimeException e) {
      log.warn("the adapter of {} failed to acknowledge an update", route.adapter().messenger(), e);
    }
  }
}
