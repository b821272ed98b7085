// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.call;

/**
 * What a call does, and with that the two rules it is made under: whether it may be repeated, and
 * who goes first.
 */
public enum Operation {
  /** Sends a customer's message. */
  SEND_MESSAGE(Repeat.WITH_MESSAGE_ID, Priority.MESSAGE),
  /** Sends the press of a button. */
  SEND_STRUCTURED_RESPONSE(Repeat.WITH_MESSAGE_ID, Priority.MESSAGE),
  /** Reports what became of a message; the same report twice says the same. */
  SEND_RECEIPT(Repeat.ALWAYS, Priority.RECEIPT),
  /** Reports that a customer is typing; seen twice it looks the same. */
  SEND_EVENT(Repeat.ALWAYS, Priority.TYPING),

  /** Sends a message to a customer without an agent. It has no id of the sender. */
  SEND_AGENTLESS_MESSAGE(Repeat.NEVER, Priority.MESSAGE),
  /** Opens a conversation with a customer. */
  CREATE_CONVERSATION(Repeat.NEVER, Priority.MESSAGE),
  /** Sends an agent's message. It has no id of the sender. */
  SEND_AGENT_MESSAGE(Repeat.NEVER, Priority.MESSAGE),
  /** Shows the customer that an agent is typing. */
  SEND_AGENT_TYPING(Repeat.ALWAYS, Priority.TYPING),
  /** Asks for a place to upload a file to; an unused place has no effect. */
  PREPARE_UPLOAD(Repeat.ALWAYS, Priority.MESSAGE),
  /** Puts the bytes of a file where it was prepared; the same bytes twice are one file. */
  UPLOAD_FILE(Repeat.WITH_SOURCE, Priority.MESSAGE),
  /**
   * Posts a file in the deprecated way. What a second one does at the same place is not documented.
   */
  UPLOAD_FILE_DEPRECATED(Repeat.NEVER, Priority.MESSAGE),
  /** Opens a file of a message. Once its bytes arrive, nothing is repeated. */
  DOWNLOAD_FILE(Repeat.ALWAYS, Priority.MESSAGE),
  /** Reads how an upload fares, or which files are kept. */
  READ_MEDIA(Repeat.ALWAYS, Priority.MESSAGE),
  /** Deletes a file that is kept. */
  DELETE_MEDIA(Repeat.UNTIL_GONE, Priority.MESSAGE),

  /** Reads a conversation. */
  READ_CONVERSATION(Repeat.ALWAYS, Priority.MESSAGE),
  /** Reads messages of a conversation. */
  READ_MESSAGES(Repeat.ALWAYS, Priority.MESSAGE),
  /** Ends a conversation, or one side's part in it. */
  DISCONNECT(Repeat.ALWAYS, Priority.MESSAGE),
  /** Sets data of a participant. */
  SET_PARTICIPANT_DATA(Repeat.ALWAYS, Priority.MESSAGE),

  /** Reads bots of a Bot Connector integration. */
  READ_BOTS(Repeat.ALWAYS, Priority.MESSAGE),
  /** Replaces the bots of a Bot Connector integration. */
  REPLACE_BOTS(Repeat.ALWAYS, Priority.MESSAGE),
  /** Sends what a bot says without being asked. It has no id of the sender. */
  SEND_BOT_MESSAGE(Repeat.NEVER, Priority.MESSAGE),
  /** Gives a bot one turn; a second one would be a further turn of the dialogue. */
  EXECUTE_BOT(Repeat.NEVER, Priority.MESSAGE),

  /** Reads something of the configuration. */
  READ_CONFIGURATION(Repeat.ALWAYS, Priority.MESSAGE),
  /** Creates something of the configuration. */
  CREATE_CONFIGURATION(Repeat.NEVER, Priority.MESSAGE),
  /** Sets something of the configuration that exists. */
  UPDATE_CONFIGURATION(Repeat.ALWAYS, Priority.MESSAGE),
  /** Deletes something of the configuration. */
  DELETE_CONFIGURATION(Repeat.UNTIL_GONE, Priority.MESSAGE);

  private final Repeat repeat;
  private final Priority priority;

  Operation(Repeat repeat, Priority priority) {
    this.repeat = repeat;
    this.priority = priority;
  }

  /**
   * What a second try does when the first may have taken effect.
   *
   * @return the rule
   */
  public Repeat repeat() {
    return repeat;
  }

  /**
   * Who goes first when the budget is short.
   *
   * @return the rank
   */
  public Priority priority() {
    return priority;
  }
}
