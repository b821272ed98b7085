// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

import javax.annotation.Nullable;

/**
 * An answer that the protocol does not foresee: a redirect, or a success whose body cannot be read.
 * A status of 2xx means that the request took effect, so do not repeat it. The body is not kept.
 */
public final class UnexpectedResponseException extends GenesysException {
  /**
   * Creates the exception.
   *
   * @param context what is known about the call
   * @param cause why the body could not be read, if that was the reason
   */
  public UnexpectedResponseException(ErrorContext context, @Nullable Throwable cause) {
    super(context, cause);
  }
}
