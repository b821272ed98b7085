// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.event;

/**
 * An observer of the bridge, for metrics, logs and audits.
 *
 * <p>Called on the bridge's working threads: implementations are quick and safe for concurrent use.
 * What a listener throws is logged and has no effect on the message.
 */
@FunctionalInterface
public interface BridgeListener {

  /**
   * Something happened.
   *
   * @param event what happened
   */
  void onEvent(BridgeEvent event);
}
