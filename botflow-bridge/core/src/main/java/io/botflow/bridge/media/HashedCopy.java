// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes bytes on, counts them against a limit, and hashes them on the way. */
final class HashedCopy {
  private final OutputStream out;
  private final long maxBytes;
  private final MessageDigest digest = sha256Digest();
  private long bytes;

  HashedCopy(OutputStream out, long maxBytes) {
    this.out = out;
    this.maxBytes = maxBytes;
  }

  /** A fresh SHA-256, which every Java platform has. */
  static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  void write(byte[] buffer, int length) throws IOException {
    bytes += length;
    if (bytes > maxBytes) {
      throw new MediaTooLargeException(maxBytes);
    }
    digest.update(buffer, 0, length);
    out.write(buffer, 0, length);
  }

  long bytes() {
    return bytes;
  }

  /** The hash of all bytes in lower-case hex; ends the copy. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
