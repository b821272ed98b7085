// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.WebRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A call on its way to an endpoint: who calls, the ids in its path, its query and its body. */
public final class ApiCall {
  private final WebRequest request;
  private final Caller caller;
  private final Map<String, String> variables;

  ApiCall(WebRequest request, Caller caller, Map<String, String> variables) {
    this.request = request;
    this.caller = caller;
    this.variables = variables;
  }

  /** The request as it came. */
  public WebRequest request() {
    return request;
  }

  /** Who calls. */
  public Caller caller() {
    return caller;
  }

  /** A variable of the route's path, decoded. */
  public String path(String variable) {
    return Objects.requireNonNull(variables.get(variable), variable);
  }

  /** A parameter of the query, decoded. */
  public Optional<String> query(String name) {
    return request.query(name);
  }

  /** A flag in the query, false when absent. */
  public boolean flag(String name) throws InvalidBodyException {
    String value = query(name).orElse("false");
    if (!List.of("true", "false").contains(value)) {
      throw InvalidBodyException.notAllowed(value, "Boolean", List.of("true", "false"));
    }
    return value.equals("true");
  }

  /** The values of a list in the query, separated by commas; each must be one of these. */
  public Set<String> list(String name, List<String> allowed) throws InvalidBodyException {
    String text = query(name).orElse("");
    if (text.isBlank()) {
      return Set.of();
    }
    Set<String> values = new HashSet<>();
    for (String value : text.split(",", -1)) {
      if (!allowed.contains(value.strip())) {
        throw InvalidBodyException.notAllowed(value.strip(), name, allowed);
      }
      values.add(value.strip());
    }
    return values;
  }

  /** A positive number in the query. */
  public int number(String name, int otherwise, int most) throws InvalidBodyException {
    Optional<String> value = query(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.get());
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // refused below
    }
    throw InvalidBodyException.of(name + " should be a number from 1 to " + most);
  }

  /** The body, which must be an object. */
  public JsonView body() throws ApiError, InvalidBodyException {
    return JsonView.of(tree());
  }

  /** The body, whatever JSON it is. */
  public JsonNode tree() throws ApiError, InvalidBodyException {
    String type = request.header("Content-Type").orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw ApiError.unsupportedMediaType();
    }
    return Json.read(request.body());
  }
}
