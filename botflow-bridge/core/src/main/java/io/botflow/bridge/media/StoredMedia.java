// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.util.Objects;

/**
 * A file in a {@link MediaStore}.
 *
 * @param key its key
 * @param fileName a safe name: without path, control characters and quotes; never empty
 * @param mimeType its type, for example {@code image/jpeg}; {@code application/octet-stream} when
 *     unknown
 * @param sizeBytes its size in bytes
 * @param sha256 the SHA-256 of its bytes in lower-case hex
 */
public record StoredMedia(
    String key, String fileName, String mimeType, long sizeBytes, String sha256) {

  /** {@inheritDoc} */
  public StoredMedia {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(mimeType, "mimeType");
    Objects.requireNonNull(sha256, "sha256");
  }

  /** Shows type and size: the name may be personal. */
  @Override
  public String toString() {
    return "StoredMedia[" + mimeType + ", " + sizeBytes + " bytes]";
  }
}
