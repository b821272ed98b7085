// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import javax.annotation.Nullable;

/** What a customer would see of a text: messengers refuse texts of which nothing is visible. */
final class Visible {
  private Visible() {}

  static boolean in(@Nullable String text) {
    return text != null && text.codePoints().anyMatch(Visible::is);
  }

  static boolean is(int codePoint) {
    return !Character.isWhitespace(codePoint)
        && !Character.isSpaceChar(codePoint)
        && !Character.isISOControl(codePoint);
  }
}
