// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.SendResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What an answer, or the lack of one, means for the message that was to be sent.
 *
 * <p>Telegram recognises no repeats, so only what was certainly not sent is to be tried again. A
 * wrong token is the operator's to repair and must cost no messages: it is to be tried again too.
 */
final class Verdict {
  private Verdict() {}

  static SendResult of(ApiAnswer answer) {
    if (answer.ok()) {
      String id = WireObject.of(answer.body().path("result")).id("message_id");
      return id == null
          ? new SendResult.Unknown(answer.method() + ": taken, but without a message_id")
          : new SendResult.Sent(id);
    }
    return answer.fromTelegram() ? refused(answer) : strange(answer);
  }

  /** One result for each part of an album, or a single one for the whole of it. */
  static List<SendResult> album(ApiAnswer answer, int size) {
    if (answer.ok()) {
      List<SendResult> sent = new ArrayList<>();
      for (JsonNode message : answer.body().path("result")) {
        String id = WireObject.of(message).id("message_id");
        if (id != null) {
          sent.add(new SendResult.Sent(id));
        }
      }
      return sent.size() == size
          ? sent
          : List.of(
              new SendResult.Unknown(
                  answer.method() + ": taken, but with " + sent.size() + " of " + size + " ids"));
    }
    SendResult whole = of(answer);
    // Telegram's words for what is wrong with one of several are many: each alone will tell.
    return whole instanceof SendResult.Rejected rejected
            && rejected.reason() == FailureReason.INVALID_REQUEST
        ? List.of(rejected(FailureReason.MEDIA, rejected.detail()))
        : List.of(whole);
  }

  static SendResult of(IOException failure) {
    String detail = String.valueOf(failure.getMessage());
    return failure instanceof NotSentException
        ? retry(FailureReason.PLATFORM_TRANSIENT, detail)
        : new SendResult.Unknown(detail);
  }

  static SendResult retry(FailureReason reason, String detail) {
    return new SendResult.RetryLater(reason, null, detail);
  }

  static SendResult rejected(FailureReason reason, String detail) {
    return new SendResult.Rejected(reason, detail);
  }

  private static SendResult refused(ApiAnswer answer) {
    int code = answer.code();
    if (code >= 500) {
      return later(FailureReason.PLATFORM_TRANSIENT, answer);
    }
    return switch (code) {
      case 400 ->
          // Nothing was sent, and the next attempt goes to where the chat is now.
          answer.migratedTo() == null
              ? rejected(badRequest(answer), answer.detail())
              : later(FailureReason.PLATFORM_TRANSIENT, answer);
      case 401, 404 -> later(FailureReason.AUTH, answer);
      case 403 ->
          rejected(
              answer.says("not enough rights", "have no rights")
                  ? FailureReason.PERMISSION
                  : FailureReason.RECIPIENT_BLOCKED_OR_GONE,
              answer.detail());
      case 409 -> later(FailureReason.PLATFORM_TRANSIENT, answer);
      case 413 -> rejected(FailureReason.MEDIA, answer.detail());
      case 429 -> later(FailureReason.RATE_LIMITED, answer);
      default ->
          code >= 400
              ? rejected(FailureReason.INVALID_REQUEST, answer.detail())
              : new SendResult.Unknown(answer.detail());
    };
  }

  private static FailureReason badRequest(ApiAnswer answer) {
    if (answer.says(
        "chat not found",
        "user not found",
        "PEER_ID_INVALID",
        "group chat was upgraded to a supergroup chat")) {
      return FailureReason.RECIPIENT_BLOCKED_OR_GONE;
    }
    if (answer.says(
        "wrong file",
        "wrong type of file",
        "wrong remote file",
        "file is too big",
        "file of size",
        "file must be non-empty",
        "wrong type of the web page content",
        "failed to get HTTP URL content",
        "wrong HTTP URL specified",
        "failed to send message",
        "STICKER_",
        "DOCUMENT_",
        "PHOTO_",
        "IMAGE_",
        "VIDEO_")) {
      return FailureReason.MEDIA;
    }
    return FailureReason.INVALID_REQUEST;
  }

  /**
   * Something between us and Telegram answered. What it refused did not arrive; what failed behind
   * it, or looks like success, may have.
   */
  private static SendResult strange(ApiAnswer answer) {
    int status = answer.status();
    if (status == 413) {
      return rejected(FailureReason.MEDIA, answer.detail());
    }
    if (status == 429) {
      return later(FailureReason.RATE_LIMITED, answer);
    }
    return status >= 300 && status < 500
        ? new SendResult.RetryLater(
            FailureReason.PLATFORM_TRANSIENT,
            answer.retryAfter(),
            answer.detail() + "; check apiUri and the proxies on the way")
        : new SendResult.Unknown(answer.detail());
  }

  private static SendResult later(FailureReason reason, ApiAnswer answer) {
    return new SendResult.RetryLater(reason, answer.retryAfter(), answer.detail());
  }
}
