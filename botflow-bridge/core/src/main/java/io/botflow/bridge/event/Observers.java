// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.event;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several {@link BridgeListener}s as one; a listener that throws does not keep the others from
 * hearing. Thread-safe.
 */
public final class Observers implements BridgeListener {
  private static final Logger log = LoggerFactory.getLogger(Observers.class);

  private final List<BridgeListener> listeners;

  /**
   * Makes one listener of several.
   *
   * @param listeners the listeners, called in this order
   */
  public Observers(List<BridgeListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void onEvent(BridgeEvent event) {
    for (BridgeListener listener : listeners) {
      try {
        listener.onEvent(event);
      } catch (RuntimeException e) {
        log.warn("a listener failed on {}", event.getClass().getSimpleName(), e);
      }
    }
  }
}
