// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

/** How far a request is known to have got when its connection failed. */
public enum Delivery {
  /** The far side certainly did not receive the request; repeating it is safe. */
  NOT_SENT,
  /** The far side answered, but the answer was lost on the way: it has handled the request. */
  SENT,
  /** The request may or may not have been received and acted upon. */
  UNKNOWN
}
