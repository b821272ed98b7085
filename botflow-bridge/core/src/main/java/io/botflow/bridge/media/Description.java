// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * What a media directory knows of a file, as JSON.
 *
 * @param key its key
 * @param fileName its name
 * @param mimeType its type
 * @param sizeBytes its size
 * @param sha256 the hash of its bytes, which is where they are
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Description(
    @JsonProperty("key") @Nullable String key,
    @JsonProperty("fileName") @Nullable String fileName,
    @JsonProperty("mimeType") @Nullable String mimeType,
    @JsonProperty("sizeBytes") @Nullable Long sizeBytes,
    @JsonProperty("sha256") @Nullable String sha256) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  static byte[] encode(StoredMedia media) throws IOException {
    return JSON.writeValueAsBytes(
        new Description(
            media.key(), media.fileName(), media.mimeType(), media.sizeBytes(), media.sha256()));
  }

  /** Reads what was encoded, or refuses what is not whole: nothing else may name a path. */
  static StoredMedia decode(byte[] json) throws IOException {
    try {
      Description read = JSON.readValue(json, Description.class);
      if (read != null
          && read.key != null
          && read.fileName != null
          && read.mimeType != null
          && read.sizeBytes != null
          && read.sha256 != null
          && SHA256.matcher(read.sha256).matches()) {
        return new StoredMedia(read.key, read.fileName, read.mimeType, read.sizeBytes, read.sha256);
      }
    } catch (JsonProcessingException damaged) {
      // Without the cause: its message quotes the name of the file.
    }
    throw new IOException("a description in the media directory is damaged");
  }
}
