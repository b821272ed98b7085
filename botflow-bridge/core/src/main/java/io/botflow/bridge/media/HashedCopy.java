// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import io.botflow.connector.messenger.MediaContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes bytes on, counts them against a limit, and hashes them on the way. */
final class HashedCopy {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final OutputStream out;
  private final long maxBytes;
  private final MessageDigest digest = sha256Digest();
  private long bytes;

  private HashedCopy(OutputStream out, long maxBytes) {
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

  /** Copies a content to its end, and tells what it was. */
  static StoredMedia copy(String key, MediaContent content, long maxBytes, OutputStream out)
      throws IOException {
    InputStream in = content.stream();
    byte[] head = in.readNBytes(MimeSniffer.HEAD_BYTES);
    HashedCopy copy = new HashedCopy(out, maxBytes);
    copy.write(head, head.length);
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      copy.write(buffer, n);
    }
    String mimeType = MimeClaims.settle(content.mimeType(), head);
    return new StoredMedia(
        key,
        FileNames.safe(content.fileName(), mimeType),
        mimeType,
        copy.bytes,
        HexFormat.of().formatHex(copy.digest.digest()));
  }

  private void write(byte[] buffer, int length) throws IOException {
    bytes += length;
    if (bytes > maxBytes) {
      throw new MediaTooLargeException(maxBytes);
    }
    digest.update(buffer, 0, length);
    out.write(buffer, 0, length);
  }
}
