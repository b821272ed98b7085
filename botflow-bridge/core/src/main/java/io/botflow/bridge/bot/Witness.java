// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.internal.turn.Wordless;
import io.botflow.connector.render.Loss;
import io.botflow.connector.web.WebRequest;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the listener of an endpoint's requests: ids and outcomes, never texts. */
final class Witness {
  private static final Logger log = LoggerFactory.getLogger(Witness.class);
  private static final String CORRELATION = "inin-correlation-id";
  private static final int LONGEST = 200;

  private final String route;
  private final BridgeListener listener;

  Witness(String route, BridgeListener listener) {
    this.route = route;
    this.listener = listener;
  }

  void refused(WebRequest request, int status, String reason) {
    log.warn("{} answered {}: {} (correlation {})", route, status, clean(reason), of(request));
    listener.onEvent(new BridgeEvent.Refused(route, status, reason));
  }

  void answered(WebRequest request, Utterance utterance, Answer answer, Duration duration) {
    ErrorInfo error = answer.error();
    if (error == null) {
      log.debug(
          "{} answered {} for conversation {} in {} ms (correlation {})",
          route,
          answer.state(),
          clean(utterance.conversationId()),
          duration.toMillis(),
          of(request));
    } else {
      log.warn(
          "{} answered {} for conversation {} in {} ms: {}: {} (correlation {})",
          route,
          answer.state(),
          clean(utterance.conversationId()),
          duration.toMillis(),
          clean(error.errorCode()),
          clean(error.errorMessage()),
          of(request));
    }
    listener.onEvent(
        new BridgeEvent.BotAnswered(
            route, utterance.conversationId(), answer.state().value(), duration));
  }

  void lost(WebRequest request, Utterance utterance, List<Loss> losses) {
    if (!losses.isEmpty()) {
      log.info(
          "{} changed a reply for conversation {}: {} (correlation {})",
          route,
          clean(utterance.conversationId()),
          losses.stream()
              .map(loss -> loss.kind() + " " + loss.what())
              .collect(Collectors.joining(", ")),
          of(request));
    }
  }

  void broken(WebRequest request, Utterance utterance, RuntimeException e) {
    log.error(
        "{} could not write a reply for conversation {} (correlation {})",
        route,
        clean(utterance.conversationId()),
        of(request),
        Wordless.of(e));
  }

  private static String of(WebRequest request) {
    return clean(request.header(CORRELATION).orElse("-"));
  }

  /** What others chose must not begin a line of its own in the log. */
  private static String clean(@Nullable String text) {
    String one = text == null ? "-" : text.replaceAll("\\p{Cntrl}|[\\u2028\\u2029]", "?");
    return one.length() > LONGEST ? one.substring(0, LONGEST) + "…" : one;
  }
}
