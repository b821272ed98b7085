// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;

/**
 * A call of the Bot API as the simulator understood it, logged before it is executed.
 *
 * @param at when it arrived, by the simulator's clock
 * @param method the method's name as Telegram spells it, for example {@code sendMessage}
 * @param parameters the parameters of whatever body form as one JSON object; an uploaded file
 *     appears as an object of {@code file_name}, {@code mime_type} and {@code file_size}, and
 *     {@code secret_token} as {@code ***}
 */
public record TelegramRequest(Instant at, String method, JsonNode parameters) {

  /** {@inheritDoc} */
  public TelegramRequest {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(parameters, "parameters");
  }

  /** Names the method only: parameters hold customers' texts. */
  @Override
  public String toString() {
    return at + " " + method;
  }
}
