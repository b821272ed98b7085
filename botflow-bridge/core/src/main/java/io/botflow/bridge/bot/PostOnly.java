// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;

/** Answers 405 to everything but a POST. */
final class PostOnly implements WebHandler {
  private final WebHandler handler;
  private final Witness witness;

  PostOnly(WebHandler handler, Witness witness) {
    this.handler = handler;
    this.witness = witness;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    if (!request.method().equals("POST")) {
      witness.refused(request, 405, "only POST is answered here");
      return WebResponse.empty(405).withHeader("Allow", "POST");
    }
    return handler.handle(request);
  }
}
