// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

/** Why a messenger did not take a message, in terms that hold for all of them. */
public enum FailureReason {
  /** Too many messages in too short a time. */
  RATE_LIMITED,
  /** The customer blocked us, left, or never wrote to us. */
  RECIPIENT_BLOCKED_OR_GONE,
  /** The time in which we may answer is over. */
  OUTSIDE_WINDOW,
  /** Our credentials are wrong or expired. */
  AUTH,
  /** Our account may not do this. */
  PERMISSION,
  /** The message breaks a rule of the messenger. */
  INVALID_REQUEST,
  /** The file is too large, of a wrong type, or could not be fetched. */
  MEDIA,
  /** The messenger has a passing fault. */
  PLATFORM_TRANSIENT,
  /** None of the others. */
  UNKNOWN
}
