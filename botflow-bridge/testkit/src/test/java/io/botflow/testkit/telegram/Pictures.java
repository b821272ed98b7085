// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Pictures as far as a header reader looks: true sizes, padding for content. */
final class Pictures {
  private Pictures() {}

  static byte[] png(int width, int height, int bytes) {
    byte[] picture = new byte[Math.max(24, bytes)];
    Arrays.fill(picture, (byte) 0xa5);
    ByteBuffer.wrap(picture)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(13)
        .put(new byte[] {'I', 'H', 'D', 'R'})
        .putInt(width)
        .putInt(height);
    return picture;
  }

  static byte[] jpeg(int width, int height) {
    return ByteBuffer.allocate(64)
        .put(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0})
        .putShort((short) 6)
        .put(new byte[] {'J', 'F', 'I', 'F'})
        .put(new byte[] {(byte) 0xff, (byte) 0xc0})
        .putShort((short) 17)
        .put((byte) 8)
        .putShort((short) height)
        .putShort((short) width)
        .array();
  }
}
