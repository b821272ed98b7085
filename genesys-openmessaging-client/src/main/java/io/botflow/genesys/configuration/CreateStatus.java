// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * How far the creation of an integration is. Open: a name this version does not know is kept as it
 * came; known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://help.mypurecloud.com/articles/configure-an-open-messaging-integration/">Configure
 *     an open messaging integration</a>
 */
public record CreateStatus(@JsonValue String value) {
  /** Under way. */
  public static final CreateStatus INITIATED = new CreateStatus("Initiated");

  /** The integration can be used. */
  public static final CreateStatus COMPLETED = new CreateStatus("Completed");

  /** It failed; the integration says why. */
  public static final CreateStatus ERROR = new CreateStatus("Error");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CreateStatus {
    value = OpenNames.canonical(value, "Initiated", "Completed", "Error");
  }

  @Override
  public String toString() {
    return value;
  }
}
