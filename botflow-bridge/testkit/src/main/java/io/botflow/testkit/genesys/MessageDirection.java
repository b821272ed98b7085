// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

/** Which way a message went, seen from Genesys Cloud. */
public enum MessageDirection {
  /** From the customer to Genesys Cloud. */
  INBOUND,
  /** From a bot or an agent to the customer. */
  OUTBOUND
}
