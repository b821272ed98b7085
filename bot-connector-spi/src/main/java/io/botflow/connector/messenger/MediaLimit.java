// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import java.util.List;
import javax.annotation.Nullable;

/**
 * Which files can be shown as one kind of media.
 *
 * @param maxBytes the largest size in bytes
 * @param mimeTypes the types, with {@code *} for any subtype or any type
 */
public record MediaLimit(long maxBytes, List<String> mimeTypes) {
  /** {@inheritDoc} */
  public MediaLimit {
    mimeTypes = List.copyOf(mimeTypes);
    if (maxBytes <= 0 || mimeTypes.isEmpty()) {
      throw new IllegalArgumentException("maxBytes must be positive and mimeTypes not empty");
    }
  }

  /**
   * Whether a file may be shown so.
   *
   * @param mimeType its type, without parameters; an unknown type passes only where any is allowed
   * @param sizeBytes its size, or null when it is not known: then only the type is judged
   * @return true when type and size are allowed
   */
  public boolean allows(@Nullable String mimeType, @Nullable Long sizeBytes) {
    return (sizeBytes == null || sizeBytes <= maxBytes)
        && mimeTypes.stream().anyMatch(pattern -> matches(pattern, mimeType));
  }

  private static boolean matches(String pattern, @Nullable String mimeType) {
    if (pattern.equals("*/*")) {
      return true;
    }
    if (mimeType == null) {
      return false;
    }
    return pattern.endsWith("/*")
        ? mimeType.regionMatches(true, 0, pattern, 0, pattern.length() - 1)
        : pattern.equalsIgnoreCase(mimeType);
  }
}
