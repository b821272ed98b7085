// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.time.Clock;
import java.time.Duration;

/**
 * Lets through only what comes from where it may and carries the secrets; looks at nothing else of
 * a request before.
 */
final class Guarded implements WebHandler {
  // Strangers must not fill the log.
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Callers callers;
  private final SecretHeaders secrets;
  private final WebHandler handler;
  private final Witness witness;
  private final Seldom strangers;
  private final Seldom early;

  Guarded(
      Callers callers, SecretHeaders secrets, WebHandler handler, Witness witness, Clock clock) {
    this.callers = callers;
    this.secrets = secrets;
    this.handler = handler;
    this.witness = witness;
    this.strangers = new Seldom(clock, PAUSE);
    this.early = new Seldom(clock, PAUSE);
  }

  @Override
  public WebResponse handle(WebRequest request) {
    Callers.Verdict verdict = callers.verdict(request);
    if (verdict == Callers.Verdict.REFUSED) {
      return refuse(request, 403, callers.shown(request) + " is not on the allow-list", strangers);
    }
    if (!secrets.accepts(request)) {
      witness.refused(request, 403, "a secret header is missing or wrong");
      return WebResponse.empty(403);
    }
    if (verdict == Callers.Verdict.UNDECIDED) {
      return refuse(request, 503, "the allow-list was not read yet", early);
    }
    return handler.handle(request);
  }

  private WebResponse refuse(WebRequest request, int status, String reason, Seldom seldom) {
    seldom
        .pass()
        .ifPresent(
            before ->
                witness.refused(
                    request,
                    status,
                    before == 0
                        ? reason
                        : reason + "; " + before + " more were refused so before"));
    return WebResponse.empty(status);
  }
}
