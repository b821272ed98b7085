// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

/** Why the endpoint fails a turn by itself; the code is what the flow and the logs show. */
enum Failure {
  INVALID_REQUEST("InvalidRequest", 400),
  UNKNOWN_BOT("UnknownBot", 404),
  UNKNOWN_VERSION("UnknownVersion", 404),
  BOT_EXCEPTION("BotException", 200),
  BOT_TIMEOUT("BotTimeout", 200),
  BOT_BUSY("BotBusy", 200),
  NULL_REPLY("NullReply", 200),
  UNDECLARED_INTENT("UndeclaredIntent", 200),
  UNDECLARED_SLOT("UndeclaredSlot", 200),
  SLOT_TYPE("SlotType", 200),
  SLOT_RANGE("SlotRange", 200),
  BLANK_PARAMETER("BlankParameter", 200),
  STORE_UNAVAILABLE("StoreUnavailable", 503),
  INTERNAL("InternalError", 200);

  private final String code;
  private final int status;

  Failure(String code, int status) {
    this.code = code;
    this.status = status;
  }

  String code() {
    return code;
  }

  /** The HTTP status by which version 2 is told; version 1 is always told with 200. */
  int status() {
    return status;
  }
}
