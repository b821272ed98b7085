// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import java.time.Duration;
import java.util.Objects;
import javax.annotation.Nullable;

/** What became of one attempt to send one part. */
public sealed interface SendResult {

  /**
   * The messenger took it.
   *
   * @param messageId the messenger's id of the message
   */
  record Sent(String messageId) implements SendResult {
    /** {@inheritDoc} */
    public Sent {
      Objects.requireNonNull(messageId, "messageId");
    }
  }

  /**
   * It was certainly not sent, and a later attempt may succeed.
   *
   * @param reason why
   * @param after how long the messenger wants us to wait, or null when it does not say
   * @param detail the messenger's words, without customers' content
   */
  record RetryLater(FailureReason reason, @Nullable Duration after, String detail)
      implements SendResult {
    /** {@inheritDoc} */
    public RetryLater {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(detail, "detail");
    }
  }

  /**
   * It was certainly not sent, and no later attempt will succeed.
   *
   * @param reason why
   * @param detail the messenger's words, without customers' content
   */
  record Rejected(FailureReason reason, String detail) implements SendResult {
    /** {@inheritDoc} */
    public Rejected {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(detail, "detail");
    }
  }

  /**
   * Nobody knows whether it was sent: the request left, and no answer came.
   *
   * @param detail what happened, without customers' content
   */
  record Unknown(String detail) implements SendResult {
    /** {@inheritDoc} */
    public Unknown {
      Objects.requireNonNull(detail, "detail");
    }
  }
}
