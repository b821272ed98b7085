// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import io.botflow.connector.web.WebResponse;

/** What answers one method at one address. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers a call that is authenticated and permitted.
   *
   * @throws ApiError to refuse it
   * @throws InvalidBodyException if its body breaks the schema
   */
  WebResponse answer(ApiCall call);
}
