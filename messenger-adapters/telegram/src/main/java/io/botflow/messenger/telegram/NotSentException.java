// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.io.IOException;

/** Thrown when a call certainly never reached Telegram, because no connection came about. */
final class NotSentException extends IOException {
  private static final long serialVersionUID = 1L;

  NotSentException(String message) {
    super(message);
  }
}
