// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.internal.turn.Wordless;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses under which Genesys Cloud can fetch what a bot sends. */
final class ReplyLinks {
  private static final Logger log = LoggerFactory.getLogger(ReplyLinks.class);

  private final Function<Media, Optional<URI>> linkMaker;

  ReplyLinks(Function<Media, Optional<URI>> linkMaker) {
    this.linkMaker = linkMaker;
  }

  /** The media's own public address, else one that the application makes, else none. */
  Optional<URI> of(Media media) {
    if (media.source() instanceof MediaSource.Url source) {
      return isWeb(source.url()) ? Optional.of(source.url()) : Optional.empty();
    }
    try {
      return linkMaker.apply(media).filter(ReplyLinks::isWeb);
    } catch (RuntimeException e) {
      log.warn("no link could be made for a {} of the bot", media.kind(), Wordless.of(e));
      return Optional.empty();
    }
  }

  private static boolean isWeb(URI uri) {
    String scheme = uri.getScheme();
    return scheme != null
        && (scheme.toLowerCase(Locale.ROOT).equals("https")
            || scheme.toLowerCase(Locale.ROOT).equals("http"));
  }
}
