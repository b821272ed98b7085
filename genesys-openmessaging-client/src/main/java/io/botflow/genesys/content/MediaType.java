// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * The coarse kind of an attachment. Open: a name this version does not know is kept as it came;
 * known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record MediaType(@JsonValue String value) {
  /** A picture. */
  public static final MediaType IMAGE = new MediaType("Image");

  /** A film. */
  public static final MediaType VIDEO = new MediaType("Video");

  /** A sound or voice recording. */
  public static final MediaType AUDIO = new MediaType("Audio");

  /** Any other file. */
  public static final MediaType FILE = new MediaType("File");

  /** A page to open. */
  public static final MediaType LINK = new MediaType("Link");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MediaType {
    value = OpenNames.canonical(value, "Image", "Video", "Audio", "File", "Link");
  }

  @Override
  public String toString() {
    return value;
  }
}
