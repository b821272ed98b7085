// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The addresses of the API. A path in braces is a variable; a route that names a segment goes
 * before one that has a variable there, whatever their order. Filled before the first call, read by
 * many threads after.
 */
public final class Routes {
  private static final int MAX_BODY_BYTES = 512_000;

  private record Route(
      String method, List<String> path, Permission permission, Endpoint endpoint) {}

  private final List<Route> routes;
  private final UnaryOperator<Endpoint> around;

  /** No routes yet. */
  public Routes() {
    this(new ArrayList<>(), UnaryOperator.identity());
  }

  private Routes(List<Route> routes, UnaryOperator<Endpoint> around) {
    this.routes = routes;
    this.around = around;
  }

  /** The same routes, to which endpoints are added inside something. */
  public Routes inside(UnaryOperator<Endpoint> wrapper) {
    return new Routes(routes, wrapper);
  }

  /** Adds a route. */
  public Routes add(String method, String path, Permission permission, Endpoint endpoint) {
    routes.add(new Route(method, List.of(path.split("/", -1)), permission, around.apply(endpoint)));
    return this;
  }

  /**
   * Answers a call.
   *
   * @throws ApiError if there is no such address or method, the caller lacks a permission, the body
   *     is too large, or the endpoint refuses
   */
  public WebResponse answer(WebRequest request, Caller caller) throws ApiError {
    List<String> path = List.of(request.path().split("/", -1));
    Route best = null;
    boolean pathKnown = false;
    for (Route route : routes) {
      if (!matches(route.path(), path)) {
        continue;
      }
      pathKnown = true;
      if (route.method().equals(request.method())
          && (best == null || variables(route) < variables(best))) {
        best = route;
      }
    }
    if (best == null) {
      throw pathKnown ? ApiError.methodNotAllowed() : ApiError.notFound();
    }
    best.permission().require(caller);
    if (request.body().length > MAX_BODY_BYTES) {
      throw ApiError.tooLarge(MAX_BODY_BYTES);
    }
    return best.endpoint().answer(new ApiCall(request, caller, values(best.path(), path)));
  }

  private static boolean matches(List<String> route, List<String> path) {
    if (route.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      boolean fits =
          variable(route.get(i)) ? !path.get(i).isEmpty() : route.get(i).equals(path.get(i));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static long variables(Route route) {
    return route.path().stream().filter(Routes::variable).count();
  }

  private static Map<String, String> values(List<String> route, List<String> path) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String segment = route.get(i);
      if (variable(segment)) {
        values.put(segment.substring(1, segment.length() - 1), decoded(path.get(i)));
      }
    }
    return values;
  }

  private static boolean variable(String segment) {
    return segment.startsWith("{");
  }

  /** A plus is a plus in a path. */
  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      throw ApiError.notFound();
    }
  }
}
