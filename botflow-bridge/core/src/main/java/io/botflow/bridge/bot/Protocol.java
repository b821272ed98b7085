// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.web.WebResponse;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import java.util.List;

/** What the two versions of the protocol spell differently. */
interface Protocol {

  /** The version's name in logs. */
  String name();

  /** What it carries from the bot. */
  Carrier carrier();

  /**
   * Reads a request leniently.
   *
   * @throws io.botflow.genesys.botconnector.dialog.MalformedRequestException if it cannot be
   *     understood at all
   */
  Utterance read(byte[] body);

  /** Writes an answer exactly. */
  String write(Answer answer, List<ReplyMessage> messages);

  /** The response to a request for which no bot was asked. */
  WebResponse refuse(int status, ErrorInfo error);
}
