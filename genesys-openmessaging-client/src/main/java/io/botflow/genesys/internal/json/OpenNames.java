// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import java.util.Objects;

/** Spelling of open enumerations: known names in any case become the documented spelling. */
public final class OpenNames {
  private OpenNames() {}

  /**
   * The documented spelling of a name.
   *
   * @param value what was given or read
   * @param known the documented names
   * @return the known name that equals the value in any case, else the value itself
   */
  public static String canonical(String value, String... known) {
    Objects.requireNonNull(value, "value");
    for (String name : known) {
      if (name.equalsIgnoreCase(value)) {
        return name;
      }
    }
    return value;
  }
}
