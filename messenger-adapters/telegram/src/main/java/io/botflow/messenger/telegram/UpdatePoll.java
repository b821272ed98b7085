// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.messenger.Polled;
import io.botflow.connector.messenger.Update;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Fetches updates with <a href="https://core.telegram.org/bots/api#getupdates">getUpdates</a>,
 * whose offset confirms all updates below it.
 */
final class UpdatePoll {
  private static final int LIMIT = 100;
  private static final Duration LONGEST = Duration.ofSeconds(50);

  private final BotApi api;
  private final UpdateReader reader;

  UpdatePoll(BotApi api, UpdateReader reader) {
    this.api = api;
    this.reader = reader;
  }

  Polled poll(@Nullable String cursor, Duration wait) throws IOException {
    if (wait.isNegative()) {
      throw new IllegalArgumentException("wait must not be negative");
    }
    Duration timeout = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    ObjectNode request = Json.object();
    if (cursor != null) {
      request.put("offset", offset(cursor));
    }
    request.put("limit", LIMIT).put("timeout", timeout.toSeconds());
    request.set("allowed_updates", Json.texts(UpdateReader.ALLOWED_UPDATES));
    return read(api.call("getUpdates", request, timeout).result(), cursor);
  }

  private Polled read(JsonNode result, @Nullable String cursor) {
    List<Update> updates = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    long last = -1;
    for (JsonNode json : result) {
      Reading reading = reader.read(json);
      if (reading instanceof Reading.Understood understood) {
        updates.addAll(understood.updates());
      } else {
        ignored.add(((Reading.Ignored) reading).reason());
      }
      Long id = WireObject.of(json).number("update_id");
      last = id == null ? last : Math.max(last, id);
    }
    // Not compared with the old cursor: after a quiet week Telegram numbers anew.
    return new Polled(updates, last < 0 ? cursor : String.valueOf(last + 1), ignored);
  }

  private static long offset(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("cursor must be one that poll returned");
    }
  }
}
