// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.connector.message.Media;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.SendContext;
import java.io.IOException;
import java.net.URI;
import javax.annotation.Nullable;

/** What an adapter gets with one part. */
record PartContext(MediaDepot depot, String key) implements SendContext {

  /** Genesys Cloud's messages quote nothing. */
  @Override
  public @Nullable String replyTo() {
    return null;
  }

  @Override
  public MediaContent open(Media media) throws IOException {
    return depot.open(media);
  }

  @Override
  public URI publicUrl(Media media) {
    return depot.link(media);
  }
}
