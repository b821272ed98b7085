// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.richtext;

/** What shows nothing of itself, so that formatting it is no use. */
final class Blank {
  private Blank() {}

  static boolean is(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint);
  }
}
