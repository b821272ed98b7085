// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Caller;

/** Finds the line that an agent's call names, and says who may speak on it; under the ledger. */
final class Lines {
  /** A participant on its line. */
  record Line(Conversation conversation, Participant participant) {}

  private final Conversations conversations;
  private final boolean userTokenRequired;

  Lines(Conversations conversations, boolean userTokenRequired) {
    this.conversations = conversations;
    this.userTokenRequired = userTokenRequired;
  }

  /** The line, be it connected or not, whoever asks. */
  Line find(ApiCall call) throws ApiError {
    Conversation conversation = conversations.require(call.path("conversationId"));
    Participant participant =
        conversation.onLine(call.path("communicationId")).orElseThrow(ApiError::notFound);
    return new Line(conversation, participant);
  }

  /** The line for its participant to speak on. */
  Line speak(ApiCall call) throws ApiError {
    Line line = find(call);
    Participant participant = line.participant();
    requireUser(call.caller());
    String user = call.caller().userName();
    boolean own = user == null || user.equals(participant.name());
    if (participant.purpose() == ParticipantPurpose.CUSTOMER || !own) {
      throw ApiError.notAuthorized("The line belongs to another participant.");
    }
    if (!participant.connected()) {
      throw ApiError.conflict("The participant is no longer connected.");
    }
    return line;
  }

  /** Refuses a client's own token when only a user's will do. */
  void requireUser(Caller caller) throws ApiError {
    if (userTokenRequired && caller.userName() == null) {
      throw ApiError.notAuthorized("This request requires the token of a user.");
    }
  }
}
