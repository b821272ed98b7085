// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.web;

/**
 * A function from request to response that a host's HTTP server calls.
 *
 * <p>Implementations are safe for concurrent use and may block; the host calls them on a thread
 * that may wait. Anything that a handler throws is the host's to turn into a plain 500 without
 * details.
 */
@FunctionalInterface
public interface WebHandler {

  /**
   * Answers one request.
   *
   * @param request the request with its raw body
   * @return the response to send
   */
  WebResponse handle(WebRequest request);
}
