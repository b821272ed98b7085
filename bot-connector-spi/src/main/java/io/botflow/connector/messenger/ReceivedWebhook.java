// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import io.botflow.connector.web.WebResponse;
import java.util.List;
import java.util.Objects;

/**
 * A verified and parsed webhook.
 *
 * @param updates what it says, in order; may be empty
 * @param response what to answer once the updates are stored; answered at once when there are none
 * @param ignored the reasons for what was understood as nothing, for the log; without customers'
 *     content
 */
public record ReceivedWebhook(List<Update> updates, WebResponse response, List<String> ignored) {

  /** {@inheritDoc} */
  public ReceivedWebhook {
    updates = List.copyOf(updates);
    Objects.requireNonNull(response, "response");
    ignored = List.copyOf(ignored);
  }

  /**
   * Updates that the messenger wants answered with an empty 200.
   *
   * @param updates what the webhook says, in order
   * @return the webhook
   */
  public static ReceivedWebhook of(List<Update> updates) {
    return new ReceivedWebhook(updates, WebResponse.empty(200), List.of());
  }

  /**
   * A genuine webhook that says nothing to us; answered with an empty 200, so that it is not
   * repeated.
   *
   * @param reason why, for the log; without customers' content
   * @return the webhook
   */
  public static ReceivedWebhook ignored(String reason) {
    return new ReceivedWebhook(List.of(), WebResponse.empty(200), List.of(reason));
  }
}
