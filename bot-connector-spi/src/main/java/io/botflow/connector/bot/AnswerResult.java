// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import java.util.Objects;
import javax.annotation.Nullable;

/** What became of something that a bot said by {@link Answers}. */
public sealed interface AnswerResult {

  /**
   * Genesys Cloud took it.
   *
   * @param messageId the id it gave, or null when it gave none
   */
  record Delivered(@Nullable String messageId) implements AnswerResult {}

  /** It is kept, and goes ahead of the bot's next answer when the customer writes again. */
  record Kept() implements AnswerResult {}

  /**
   * It will not be delivered; saying it again does not help.
   *
   * @param reason why
   * @param detail the code or the rule behind it, for logs; without customers' content
   */
  record Refused(Reason reason, String detail) implements AnswerResult {
    /** {@inheritDoc} */
    public Refused {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(detail, "detail");
    }

    /**
     * A refusal without a detail.
     *
     * @param reason why
     * @return the refusal
     */
    public static Refused of(Reason reason) {
      return new Refused(reason, "");
    }
  }

  /**
   * It was not delivered, and may be said again.
   *
   * @param detail why, for logs; without customers' content
   */
  record NotDelivered(String detail) implements AnswerResult {
    /** {@inheritDoc} */
    public NotDelivered {
      Objects.requireNonNull(detail, "detail");
    }
  }

  /**
   * Nobody knows whether it was delivered: the connection broke while it was under way. Said again,
   * the customer may read it twice.
   *
   * @param detail what happened, for logs; without customers' content
   */
  record Unknown(String detail) implements AnswerResult {
    /** {@inheritDoc} */
    public Unknown {
      Objects.requireNonNull(detail, "detail");
    }
  }

  /** Why something is not delivered. */
  enum Reason {
    /** The integration is switched off: {@code integration.not.active}. */
    INTEGRATION_NOT_ACTIVE,
    /** The session is over: {@code session.already.closed}, or the bot ended it itself. */
    SESSION_CLOSED,
    /** There is no such session, or its time is over: {@code session.not.found}. */
    SESSION_NOT_FOUND,
    /** The session is another bot's: {@code session.bot.id.mismatch}. */
    BOT_MISMATCH,
    /** The session is another version's: {@code session.bot.version.mismatch}. */
    VERSION_MISMATCH,
    /** The reply breaks a rule, for example it names an intent that is not declared. */
    ILLEGAL_REPLY,
    /** Genesys Cloud refused it for another reason, named in the detail. */
    REFUSED,
    /** The endpoint has no connection to Genesys Cloud by which it could be sent. */
    NO_WAY_OUT
  }
}
