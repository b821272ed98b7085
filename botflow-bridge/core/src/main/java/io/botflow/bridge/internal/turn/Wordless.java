// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.turn;

import javax.annotation.Nullable;

/**
 * Another exception's types and stack traces without its messages, which may quote a customer. Only
 * to be logged, never thrown.
 */
public final class Wordless extends Exception {
  private static final int DEEPEST = 8;

  private Wordless(Throwable original, @Nullable Throwable cause) {
    super(original.getClass().getName(), cause, false, true);
    setStackTrace(original.getStackTrace());
  }

  /**
   * The copy.
   *
   * @param original what was thrown
   * @return types and stack traces of it and its causes
   */
  public static Wordless of(Throwable original) {
    return copy(original, DEEPEST);
  }

  private static Wordless copy(Throwable original, int depth) {
    Throwable cause = original.getCause();
    return new Wordless(original, cause == null || depth == 0 ? null : copy(cause, depth - 1));
  }
}
