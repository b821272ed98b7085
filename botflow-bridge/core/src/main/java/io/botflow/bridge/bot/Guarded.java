// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;

/** Lets through only what carries the secrets; looks at nothing else of a request before. */
final class Guarded implements WebHandler {
  private final SecretHeaders secrets;
  private final WebHandler handler;
  private final Witness witness;

  Guarded(SecretHeaders secrets, WebHandler handler, Witness witness) {
    this.secrets = secrets;
    this.handler = handler;
    this.witness = witness;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    if (!secrets.accepts(request)) {
      witness.refused(request, 403, "a secret header is missing or wrong");
      return WebResponse.empty(403);
    }
    return handler.handle(request);
  }
}
