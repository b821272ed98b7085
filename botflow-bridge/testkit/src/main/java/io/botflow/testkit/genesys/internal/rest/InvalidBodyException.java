// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import java.util.List;

/** A JSON body breaks its schema; the message names the field. */
public final class InvalidBodyException extends RuntimeException {
  private final String code;

  private InvalidBodyException(String code, String message) {
    super(message);
    this.code = code;
  }

  public static InvalidBodyException malformed() {
    return of("The request could not be understood by the server due to malformed syntax.");
  }

  public static InvalidBodyException of(String message) {
    return new InvalidBodyException("bad.request", message);
  }

  public static InvalidBodyException missing(String path, String property) {
    return of(
        (path.isEmpty() ? "" : path + " ") + "should have required property '" + property + "'");
  }

  public static InvalidBodyException notAllowed(String value, String type, List<String> allowed) {
    return new InvalidBodyException(
        "invalid.value",
        "Value [%s] is not valid for field type [%s]. Allowable values are: %s"
            .formatted(value, type, String.join(", ", allowed)));
  }

  public static InvalidBodyException date() {
    return new InvalidBodyException(
        "invalid.date",
        "Dates must be specified as ISO-8601 strings. For example: yyyy-MM-ddTHH:mm:ss.SSSZ");
  }

  public String code() {
    return code;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
