// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * One utterance and what came of it.
 *
 * @param wire the version of the protocol
 * @param place where in which dialogue it stands
 * @param version the version of the bot
 * @param utterance what was said
 * @param request the body that was posted
 * @param status the HTTP status of the answer
 * @param body the body of the answer
 * @param seen what the bot did; null when it was not asked
 */
record Exchange(
    Wire wire,
    String place,
    BotVersion version,
    Utterance utterance,
    String request,
    int status,
    String body,
    @Nullable Witness.Seen seen) {
  private static final int SHOWN = 400;

  JsonNode answer() {
    return Wire.read(body);
  }

  boolean endsSession() {
    String state = answer().path("botState").asText();
    return state.equals("Complete") || state.equals("Failed");
  }

  /** The code with which the endpoint failed the turn; empty when the bot did so, or nobody. */
  private String errorCode() {
    String code = answer().path("errorInfo").path("errorCode").asText();
    // A bot that is cancelled may reply by then, to nobody; so its code has to be the one sent.
    boolean meant =
        seen != null
            && seen.reply() instanceof Reply.Fail fail
            && code.equals(fail.code().isBlank() ? "BotFailed" : fail.code());
    return meant ? "" : code;
  }

  /** Whether the bot replied that its answer follows. */
  boolean isPromise() {
    return seen != null && seen.reply() instanceof Reply.Later;
  }

  /** Whether something follows the promise within a time. */
  boolean isKeptWithin(Duration time) throws InterruptedException {
    return seen != null && seen.isFollowedWithin(time);
  }

  /** What is wrong with the turn, or null. */
  @Nullable
  Fault fault() {
    Fault known = Fault.ofCode(errorCode());
    if (known != null) {
      return known;
    }
    if (!brokenRules().isEmpty()) {
      return Fault.RULE;
    }
    return isPromise() && !brokenPromise().isEmpty() ? Fault.PROMISE : null;
  }

  private List<String> brokenRules() {
    List<String> broken = new ArrayList<>();
    if (status != 200) {
      broken.add("HTTP status " + status + ", must be 200");
    }
    if (!errorCode().isEmpty()) {
      broken.add(failure());
    }
    broken.addAll(new AnswerRules(wire, version).brokenBy(answer()));
    return broken;
  }

  private List<String> brokenPromise() {
    if (seen == null) {
      return List.of();
    }
    return seen.isFollowed() ? seen.refusals() : List.of("nothing followed within the deadline");
  }

  private String failure() {
    return errorCode() + ": " + answer().path("errorInfo").path("errorMessage").asText();
  }

  /** The fault in words, for messages. */
  String complaint() {
    Fault fault = fault();
    if (fault == null) {
      return this + ": nothing is wrong";
    }
    return this
        + ": "
        + switch (fault) {
          case EXCEPTION -> "the bot threw " + (seen == null ? failure() : seen.thrown());
          case NULL_REPLY -> "the bot replied null";
          case DEADLINE -> "the bot did not reply within the deadline";
          case INTENT, SLOT -> failure();
          case PROMISE -> "it replied Later, and " + String.join("; ", brokenPromise());
          case RULE -> String.join("; ", brokenRules()) + "; the answer was " + shownBody();
        };
  }

  String shownBody() {
    return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
  }

  /** Which utterance it was, for messages. */
  @Override
  public String toString() {
    return "utterance " + utterance + " (" + place + ", " + wire + ")";
  }
}
