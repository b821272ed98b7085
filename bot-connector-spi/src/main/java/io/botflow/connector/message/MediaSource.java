// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.Objects;

/** Where the bytes of a {@link Media} are. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MediaSource.Url.class, name = "url"),
  @JsonSubTypes.Type(value = MediaSource.MessengerFile.class, name = "messenger"),
  @JsonSubTypes.Type(value = MediaSource.Stored.class, name = "stored")
})
public sealed interface MediaSource {

  /**
   * Behind a URL that anyone may fetch. May expire soon.
   *
   * @param url an absolute URL
   */
  record Url(URI url) implements MediaSource {
    /** {@inheritDoc} */
    public Url {
      Objects.requireNonNull(url, "url");
      if (!url.isAbsolute()) {
        throw new IllegalArgumentException("url must be absolute");
      }
    }

    /** Shows the host only: the rest of such URLs is often a key to the content. */
    @Override
    public String toString() {
      return "Url[" + url.getHost() + "]";
    }
  }

  /**
   * At the messenger, which alone knows how to open it.
   *
   * @param id the messenger's id of the file
   */
  record MessengerFile(String id) implements MediaSource {
    /** {@inheritDoc} */
    public MessengerFile {
      Required.text(id, "id");
    }
  }

  /**
   * In the media store of the bridge.
   *
   * @param key the store's key
   */
  record Stored(String key) implements MediaSource {
    /** {@inheritDoc} */
    public Stored {
      Required.text(key, "key");
    }
  }
}
