// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * How an upload fares. Open: a name this version does not know is kept as it came; known names are
 * read in any case.
 *
 * @param value the name on the wire
 * @see <a href="https://developer.genesys.cloud/commdigital/digital/messagemedia">Messaging media
 *     uploads</a>
 */
public record MediaStatus(@JsonValue String value) {
  /** Not complete, or not examined yet. */
  public static final MediaStatus UPLOADING = new MediaStatus("uploading");

  /** Ready to be sent. */
  public static final MediaStatus VALID = new MediaStatus("valid");

  /** Failed or refused. */
  public static final MediaStatus INVALID = new MediaStatus("invalid");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MediaStatus {
    value = OpenNames.canonical(value, "uploading", "valid", "invalid");
  }

  @Override
  public String toString() {
    return value;
  }
}
