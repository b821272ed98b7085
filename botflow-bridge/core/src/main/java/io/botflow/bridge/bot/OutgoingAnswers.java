// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.AnswerResult;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import io.botflow.genesys.botconnector.v2.BotSessionAddress;
import io.botflow.genesys.botconnector.v2.DigitalBotConnector;
import io.botflow.genesys.botconnector.v2.OutgoingMessage;
import io.botflow.genesys.botconnector.v2.OutgoingRefusal;
import io.botflow.genesys.botconnector.v2.OutgoingResult;
import io.botflow.genesys.error.Delivery;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.RateLimitedException;
import io.botflow.genesys.error.TransportException;
import io.botflow.genesys.error.UnexpectedResponseException;
import java.util.List;

/** Version 2 takes what a bot says between turns at once. */
final class OutgoingAnswers implements Postbox {
  private final DigitalProtocol protocol;
  private final DigitalBotConnector connector;
  private final BotSessionAddress session;

  OutgoingAnswers(DigitalProtocol protocol, DigitalBotConnector connector, SessionAddress address) {
    this.protocol = protocol;
    this.connector = connector;
    this.session =
        new BotSessionAddress(
            address.botId(), address.botVersion(), address.sessionId(), address.language());
  }

  @Override
  public AnswerResult deliver(Answer answer, List<ReplyMessage> messages) {
    OutgoingMessage outgoing = OutgoingMessage.of(session, protocol.response(answer, messages));
    try {
      OutgoingResult result = connector.send(outgoing);
      if (result instanceof OutgoingResult.Refused refused) {
        return new AnswerResult.Refused(reason(refused.reason()), refused.reason().code());
      }
      return new AnswerResult.Delivered(((OutgoingResult.Sent) result).messageId());
    } catch (RateLimitedException e) {
      return new AnswerResult.NotDelivered(code(e));
    } catch (TransportException e) {
      return e.delivery() == Delivery.NOT_SENT
          ? new AnswerResult.NotDelivered(code(e))
          : new AnswerResult.Unknown(code(e));
    } catch (UnexpectedResponseException e) {
      // It was taken; the answer is not of the form that the documentation shows.
      return e.status() / 100 == 2
          ? new AnswerResult.Delivered(null)
          : new AnswerResult.Unknown(code(e));
    } catch (GenesysException e) {
      return e.temporary()
          ? new AnswerResult.Unknown(code(e))
          : new AnswerResult.Refused(AnswerResult.Reason.REFUSED, code(e));
    }
  }

  /** Genesys Cloud's own words may quote what was sent; status and code do not. */
  private static String code(GenesysException e) {
    return e.status() + e.code().map(code -> " " + code).orElse("");
  }

  private static AnswerResult.Reason reason(OutgoingRefusal refusal) {
    return switch (refusal) {
      case INTEGRATION_NOT_ACTIVE -> AnswerResult.Reason.INTEGRATION_NOT_ACTIVE;
      case SESSION_ALREADY_CLOSED -> AnswerResult.Reason.SESSION_CLOSED;
      case SESSION_NOT_FOUND -> AnswerResult.Reason.SESSION_NOT_FOUND;
      case SESSION_BOT_ID_MISMATCH -> AnswerResult.Reason.BOT_MISMATCH;
      case SESSION_BOT_VERSION_MISMATCH -> AnswerResult.Reason.VERSION_MISMATCH;
    };
  }
}
