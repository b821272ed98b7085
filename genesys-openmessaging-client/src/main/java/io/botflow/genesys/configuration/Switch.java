// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * Whether something is on. Open: a name this version does not know is kept as it came; known names
 * are read in any case.
 *
 * @param value the name on the wire
 * @see <a href="https://help.mypurecloud.com/?p=299844">Platform configuration profiles</a>
 */
public record Switch(@JsonValue String value) {
  /** On. */
  public static final Switch ENABLED = new Switch("Enabled");

  /** Off, which is the default of everything that is switched. */
  public static final Switch DISABLED = new Switch("Disabled");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Switch {
    value = OpenNames.canonical(value, "Enabled", "Disabled");
  }

  @Override
  public String toString() {
    return value;
  }
}
