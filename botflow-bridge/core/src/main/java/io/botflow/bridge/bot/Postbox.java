// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.AnswerResult;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import java.util.List;

/** Takes what a bot says after its turn. */
interface Postbox {
  AnswerResult deliver(Answer answer, List<ReplyMessage> messages);
}
