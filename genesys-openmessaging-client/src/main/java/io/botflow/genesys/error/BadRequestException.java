// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

import java.util.List;

/**
 * Genesys Cloud refuses the request as it stands (400, and other statuses of the client's making).
 * Repeating it unchanged is of no use.
 */
public final class BadRequestException extends GenesysException {
  private final List<ErrorDetail> details;

  /**
   * Creates the exception.
   *
   * @param context what is known about the call
   * @param details the fields at fault, as far as they were named
   */
  public BadRequestException(ErrorContext context, List<ErrorDetail> details) {
    super(context, null);
    this.details = List.copyOf(details);
  }

  /**
   * The fields at fault.
   *
   * @return one entry per field, empty when none was named
   */
  public List<ErrorDetail> details() {
    return details;
  }
}
