// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.internal.dialogue.Dialogue;
import io.botflow.connector.web.WebResponse;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

  /** What makes a repeated request the same one, or empty when it cannot be told. */
  Optional<String> identity(Utterance utterance);

  /** How long after its answer a request counts as a repetition; zero for never. */
  Duration repeatWindow();

  /** Writes an answer exactly. */
  String write(Answer answer, List<ReplyMessage> messages);

  /** Puts written answers that were kept before a written one. */
  String after(List<String> kept, String written);

  /** Where what a bot says after its turn goes. */
  Postbox postbox(Dialogue dialogue, SessionAddress address);

  /** What goes out for a turn: an answer, and what was kept and goes before it. */
  record Finish(Answer answer, List<String> kept) {}

  /** Looks at an answer before it is written, and notes what it means for the dialogue. */
  Finish finish(Dialogue dialogue, SessionAddress address, Answer answer);

  /** The response to a request for which no bot was asked. */
  WebResponse refuse(int status, ErrorInfo error);
}
