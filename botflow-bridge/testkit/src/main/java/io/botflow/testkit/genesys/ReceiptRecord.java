// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Instant;
import java.util.List;

/**
 * A receipt that the integration reported for an outbound message.
 *
 * @param status the status as sent, in Genesys' spelling, for example {@code Delivered}
 * @param time when it was accepted
 * @param reasons for {@code Failed}: each reason as {@code code: message}
 * @param last whether the integration called it the final one
 */
public record ReceiptRecord(String status, Instant time, List<String> reasons, boolean last) {

  /** {@inheritDoc} */
  public ReceiptRecord {
    reasons = List.copyOf(reasons);
  }
}
