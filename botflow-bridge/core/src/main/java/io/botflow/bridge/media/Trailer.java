// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * The description behind the bytes of a stored file: JSON, its length in four bytes, a mark.
 *
 * <p>It stands at the end because size and hash are known only then, and because the file stays
 * what its first bytes say, so that ordinary viewers open it.
 */
final class Trailer {
  private static final byte[] MARK = "BFMEDIA1".getBytes(StandardCharsets.US_ASCII);
  private static final int FOOT_BYTES = Integer.BYTES + MARK.length;
  private static final int MAX_JSON_BYTES = 16 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Trailer() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Description(
      @JsonProperty("key") String key,
      @JsonProperty("fileName") String fileName,
      @JsonProperty("mimeType") String mimeType,
      @JsonProperty("sizeBytes") long sizeBytes,
      @JsonProperty("sha256") String sha256) {}

  static byte[] encode(StoredMedia media) throws IOException {
    byte[] json =
        JSON.writeValueAsBytes(
            new Description(
                media.key(),
                media.fileName(),
                media.mimeType(),
                media.sizeBytes(),
                media.sha256()));
    return ByteBuffer.allocate(json.length + FOOT_BYTES)
        .put(json)
        .putInt(json.length)
        .put(MARK)
        .array();
  }

  static StoredMedia read(FileChannel channel) throws IOException {
    long end = channel.size() - FOOT_BYTES;
    ByteBuffer foot = readAt(channel, end, FOOT_BYTES);
    int length = foot.getInt();
    if (!foot.equals(ByteBuffer.wrap(MARK)) || length < 0 || length > MAX_JSON_BYTES) {
      throw new IOException("a file in the media directory is damaged: it has no description");
    }
    Description read =
        JSON.readValue(readAt(channel, end - length, length).array(), Description.class);
    if (read.sizeBytes() != end - length) {
      throw new IOException("a file in the media directory is damaged: its size has changed");
    }
    return new StoredMedia(
        read.key(), read.fileName(), read.mimeType(), read.sizeBytes(), read.sha256());
  }

  private static ByteBuffer readAt(FileChannel channel, long position, int length)
      throws IOException {
    if (position < 0) {
      throw new EOFException("a file in the media directory is damaged: it is too short");
    }
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("a file in the media directory ends early");
      }
    }
    return buffer.flip();
  }
}
