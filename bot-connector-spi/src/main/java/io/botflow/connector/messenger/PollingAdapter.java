// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import java.io.IOException;
import java.time.Duration;
import javax.annotation.Nullable;

/**
 * A {@link MessengerAdapter} that can also fetch its updates, for hosts without a public address.
 */
public interface PollingAdapter extends MessengerAdapter {

  /**
   * Asks for updates and waits for some to come.
   *
   * <p>Passing a cursor confirms all updates that came with it or before it: the messenger forgets
   * them. So the caller stores a poll's updates and cursor together before it polls again. One poll
   * at a time per account.
   *
   * @param cursor the cursor of the last stored poll, or null at the very first
   * @param wait how long to wait for updates
   * @return the updates, perhaps none, and the cursor for the next poll
   * @throws IOException if the messenger could not be reached or refused for now; one that is a
   *     {@link RetryAfter} when the messenger says how long to wait
   */
  Polled poll(@Nullable String cursor, Duration wait) throws IOException;
}
