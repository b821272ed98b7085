// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import javax.annotation.Nullable;

/**
 * An answer of the Bot API to one call, good or bad; mirrors <a
 * href="https://core.telegram.org/bots/api#making-requests">Making requests</a>.
 *
 * @param method the method called, for messages
 * @param status the HTTP status
 * @param body the answer; {@link MissingNode} when it is not Telegram's JSON
 * @param retryAfterHeader the header of that name, in seconds
 */
record ApiAnswer(String method, int status, JsonNode body, @Nullable Long retryAfterHeader) {
  private static final int DETAIL_CHARS = 200;
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  static ApiAnswer of(String method, int status, byte[] bytes, @Nullable Long retryAfterHeader) {
    JsonNode body = MissingNode.getInstance();
    try {
      JsonNode json = Json.answer(bytes);
      if (json.path("ok").isBoolean()) {
        body = json;
      }
    } catch (IOException notJson) {
      // A proxy's page, say: the status alone has to do.
    }
    return new ApiAnswer(method, status, body, retryAfterHeader);
  }

  /** Whether Telegram itself wrote this, and not something on the way to it. */
  boolean fromTelegram() {
    return body.isObject();
  }

  boolean ok() {
    return body.path("ok").booleanValue() && status == 200;
  }

  /** Telegram's own code of an error, else the HTTP status. */
  int code() {
    int code = body.path("error_code").asInt();
    return code == 0 ? status : code;
  }

  /** Telegram's words without its "Bad Request: " and the like; empty when there are none. */
  String description() {
    String text = body.path("description").asText("");
    int colon = text.indexOf(": ");
    return text.substring(colon < 0 ? 0 : colon + 2);
  }

  /** Whether Telegram's words begin with one of these, in any case; there are no finer codes. */
  boolean says(String... prefixes) {
    String description = description().toLowerCase(Locale.ROOT);
    for (String prefix : prefixes) {
      if (description.startsWith(prefix.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** How long Telegram wants to be left alone; more than an hour is taken for an hour. */
  @Nullable
  Duration retryAfter() {
    JsonNode named = body.path("parameters").path("retry_after");
    BigInteger seconds = null;
    if (named.isIntegralNumber()) {
      seconds = named.bigIntegerValue();
    } else if (retryAfterHeader != null) {
      seconds = BigInteger.valueOf(retryAfterHeader);
    }
    return seconds == null || seconds.signum() < 0
        ? null
        : Duration.ofSeconds(seconds.min(BigInteger.valueOf(LONGEST_REST.toSeconds())).longValue());
  }

  /** The id by which Telegram knows a chat from now on; null when it did not change. */
  @Nullable
  Long migratedTo() {
    return WireObject.of(body).object("parameters").number("migrate_to_chat_id");
  }

  /** What happened, in Telegram's words where there are any. */
  String detail() {
    if (!fromTelegram()) {
      return method + ": HTTP " + status + " without an answer of Telegram's";
    }
    String text = body.path("description").asText("no description");
    return method
        + ": "
        + code()
        + " "
        + (text.length() > DETAIL_CHARS ? text.substring(0, DETAIL_CHARS) : text)
        + (migratedTo() == null ? "" : "; the chat is now " + migratedTo());
  }

  /**
   * The result of a call that went well.
   *
   * @throws TelegramApiException with Telegram's words and what to do, if it did not
   */
  JsonNode result() throws TelegramApiException {
    if (ok()) {
      return body.path("result");
    }
    throw new TelegramApiException(detail() + hint(), code(), retryAfter(), migratedTo());
  }

  private String hint() {
    return switch (code()) {
      case 401, 404 -> "; check the token given to TelegramAdapter.builder, and apiUri";
      case 409 ->
          says("can't use getUpdates")
              ? "; call webhook().delete() before polling, or receive by webhook"
              : "; stop the other poller: one token takes one at a time";
      case 429 -> "; wait before the next call";
      default -> "";
    };
  }
}
