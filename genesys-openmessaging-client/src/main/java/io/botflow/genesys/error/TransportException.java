// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

import java.util.Objects;

/**
 * No complete response was received: no connection, a connection that broke, a timeout, or the
 * calling thread was interrupted (its interrupt flag is then set again).
 */
public final class TransportException extends GenesysException {
  private final Delivery delivery;

  /**
   * Creates the exception.
   *
   * @param context what is known about the call
   * @param delivery how far the request got
   * @param cause what the connection reported
   */
  public TransportException(ErrorContext context, Delivery delivery, Throwable cause) {
    super(context, cause);
    this.delivery = Objects.requireNonNull(delivery, "delivery");
  }

  /**
   * Whether the request reached the far side. A kept-alive connection that the far side has closed
   * in the meantime counts as {@link Delivery#UNKNOWN}.
   *
   * @return the certainty
   */
  public Delivery delivery() {
    return delivery;
  }

  @Override
  public boolean temporary() {
    return true;
  }
}
