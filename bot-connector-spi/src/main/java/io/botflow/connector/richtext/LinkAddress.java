// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.richtext;

import java.util.regex.Pattern;
import javax.annotation.Nullable;

/** Where links may lead. */
final class LinkAddress {
  /** Bare web addresses in a text; what stands in them is no formatting. */
  static final Pattern WEB =
      Pattern.compile("https?://[^\\s<>*~`\\[\\]()\"\\\\]*[^\\s<>*~`\\[\\]()\"\\\\.,;:!?_]");

  private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:\\S+");

  private LinkAddress() {}

  /** Whether an address can stand in any notation. */
  static boolean isSound(@Nullable String address) {
    return address != null
        && !address.isEmpty()
        && address.codePoints().noneMatch(c -> Blank.is(c) || c == '<' || c == '>');
  }

  /** Whether parentheses behind brackets hold an address, and not a remark. */
  static boolean isMeant(String address) {
    return isSound(address) && WITH_SCHEME.matcher(address).matches();
  }
}
