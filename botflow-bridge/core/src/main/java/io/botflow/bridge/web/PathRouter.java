// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.web;

import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A {@link WebHandler} that passes each request to the handler with the longest matching path, or
 * answers 404.
 *
 * <p>A path ending in {@code /} matches everything below it; any other path matches only itself.
 * Immutable and thread-safe.
 */
public final class PathRouter implements WebHandler {
  private final Map<String, WebHandler> handlers =
      new TreeMap<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  private final WebHandler otherwise;

  private PathRouter(Map<String, WebHandler> handlers, WebHandler otherwise) {
    this.handlers.putAll(handlers);
    this.otherwise = otherwise;
  }

  /**
   * A router that answers 404 to all other paths.
   *
   * @param handlers the handlers by path, each path beginning with {@code /}
   * @return the router
   * @throws IllegalArgumentException if a path does not begin with {@code /}
   */
  public static PathRouter of(Map<String, WebHandler> handlers) {
    return of(handlers, request -> WebResponse.empty(404));
  }

  /**
   * A router with a handler for all other paths.
   *
   * @param handlers the handlers by path, each path beginning with {@code /}
   * @param otherwise what answers all other paths
   * @return the router
   * @throws IllegalArgumentException if a path does not begin with {@code /}
   */
  public static PathRouter of(Map<String, WebHandler> handlers, WebHandler otherwise) {
    Objects.requireNonNull(handlers, "handlers");
    Objects.requireNonNull(otherwise, "otherwise");
    for (String path : handlers.keySet()) {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("path must begin with /: " + path);
      }
    }
    return new PathRouter(handlers, otherwise);
  }

  @Override
  public WebResponse handle(WebRequest request) {
    for (Map.Entry<String, WebHandler> candidate : handlers.entrySet()) {
      String path = candidate.getKey();
      if (request.path().equals(path) || (path.endsWith("/") && request.path().startsWith(path))) {
        return candidate.getValue().handle(request);
      }
    }
    return otherwise.handle(request);
  }
}
