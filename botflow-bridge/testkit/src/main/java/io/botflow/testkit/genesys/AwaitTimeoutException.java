// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

/** What a test waited for did not happen in time; the message says what that was. */
public final class AwaitTimeoutException extends RuntimeException {
  AwaitTimeoutException(String message) {
    super(message);
  }
}
