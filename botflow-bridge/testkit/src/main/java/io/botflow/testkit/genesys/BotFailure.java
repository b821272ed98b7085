// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

/** The flow takes its failure path; the error type is the one that Architect reports. */
final class BotFailure extends RuntimeException {
  static final String NO_INPUT = "NoInputError";
  static final String NO_MATCH = "NoMatchError";
  static final String INTERNAL = "InternalServerError";
  static final String TIMEOUT = "ServiceProviderTimeout";
  static final String ERROR_RESPONSE = "ServiceProviderErrorResponse";
  static final String INVALID_RESPONSE = "ServiceProviderInvalidResponse";

  private final String errorType;

  BotFailure(String errorType, String message) {
    super(message);
    this.errorType = errorType;
  }

  String note() {
    return "failure " + errorType + ": " + getMessage();
  }
}
