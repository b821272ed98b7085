// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.connector.messenger.FailureReason;
import io.botflow.genesys.content.ReasonCode;

/** The reasons of failures in the words of Genesys Cloud. */
final class Reasons {
  static final String UNSUPPORTED = ReasonCode.UNSUPPORTED_MESSAGE.value();
  static final String TOO_LONG = ReasonCode.INVALID_MEDIA_CONTENT_LENGTH.value();
  static final String GENERAL = ReasonCode.GENERAL_ERROR.value();

  private Reasons() {}

  static String of(FailureReason reason) {
    ReasonCode code =
        switch (reason) {
          case RATE_LIMITED -> ReasonCode.RATE_LIMITED;
          case RECIPIENT_BLOCKED_OR_GONE -> ReasonCode.RECIPIENT_OPTED_OUT;
          case OUTSIDE_WINDOW -> ReasonCode.MESSAGE_EXPIRED;
          case AUTH, PERMISSION -> ReasonCode.MESSAGE_NOT_ALLOWED;
          case INVALID_REQUEST -> ReasonCode.INVALID_MESSAGE_STRUCTURE;
          case MEDIA -> ReasonCode.MEDIA_TYPE_NOT_ALLOWED;
          case PLATFORM_TRANSIENT -> ReasonCode.SERVER_ERROR;
          case UNKNOWN -> ReasonCode.GENERAL_ERROR;
        };
    return code.value();
  }
}
