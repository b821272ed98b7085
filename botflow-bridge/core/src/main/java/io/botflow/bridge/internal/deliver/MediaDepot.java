// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.media.FetchException;
import io.botflow.bridge.media.MediaDamagedException;
import io.botflow.bridge.media.MediaFetcher;
import io.botflow.bridge.media.MediaInfectedException;
import io.botflow.bridge.media.MediaLinks;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.media.MediaTooLargeException;
import io.botflow.bridge.media.StoredMedia;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MediaUnavailableException;
import io.botflow.connector.messenger.MediaWithheldException;
import io.botflow.connector.messenger.MessengerAdapter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the media of a message into the media store, and gives them out again. Thread-safe. */
public final class MediaDepot {
  private static final Logger log = LoggerFactory.getLogger(MediaDepot.class);

  private final MediaStore store;
  private final MediaLinks links;
  private final MediaFetcher fetcher;
  private final long maxBytes;
  private final FilePatience patience;
  private final FetchGate gate = new FetchGate();

  /**
   * Makes the depot.
   *
   * @param store where the bytes are kept
   * @param links makes the links to them
   * @param fetcher fetches what is behind a URL
   * @param maxBytes the largest file to take, in bytes
   * @param patience how long files are asked for that a messenger keeps to itself
   */
  public MediaDepot(
      MediaStore store,
      MediaLinks links,
      MediaFetcher fetcher,
      long maxBytes,
      FilePatience patience) {
    this.store = store;
    this.links = links;
    this.fetcher = fetcher;
    this.maxBytes = maxBytes;
    this.patience = patience;
  }

  /**
   * The same part, stored if it is a media; what is stored already is not fetched again. A link is
   * left alone.
   *
   * @param part a part of a message
   * @param key what identifies the part everywhere and for good
   * @param adapter who opens what is at the messenger
   * @return the part
   * @throws MediaUnavailableException if the file cannot be had for good
   * @throws MediaTooLargeException if the file is too large
   * @throws MediaInfectedException if the scanner refused it
   * @throws IOException if fetching or storing failed for now
   */
  Part keep(Part part, String key, MessengerAdapter adapter) throws IOException {
    return part instanceof Media media && media.type() != Media.Type.LINK
        ? keep(media, storeKey(key), adapter, false)
        : part;
  }

  /**
   * Stores a file ahead of its message's turn, if it is not stored yet. It throws what {@code keep}
   * throws.
   *
   * @param media the file
   * @param key what identifies it everywhere and for good
   * @param adapter who opens what is at the messenger
   * @throws IOException if the file cannot be had; {@link #isFinal} tells whether for good
   */
  public void fetch(Media media, String key, MessengerAdapter adapter) throws IOException {
    keep(media, storeKey(key), adapter, true);
  }

  /**
   * Whether asking for a file again is of no use.
   *
   * @param failure what asking for it met
   * @return true when the file cannot be had for good
   */
  public static boolean isFinal(IOException failure) {
    return failure instanceof MediaUnavailableException
        || failure instanceof MediaTooLargeException
        || failure instanceof MediaInfectedException
        || (failure instanceof FetchException fetch && fetch.permanent());
  }

  /** Fetches ahead of a message's turn, or in it. */
  private Media keep(Media media, String key, MessengerAdapter adapter, boolean ahead)
      throws IOException {
    Optional<StoredMedia> known = known(key);
    return stored(
        media,
        known.isPresent()
            ? known.get()
            : gate.alone(key, ahead, () -> stored(media, key, adapter, ahead)));
  }

  private StoredMedia stored(Media media, String key, MessengerAdapter adapter, boolean ahead)
      throws IOException {
    Optional<StoredMedia> known = known(key);
    if (known.isPresent()) {
      return known.get();
    }
    try (MediaContent content = openSource(media.source(), adapter)) {
      MediaContent named =
          MediaContent.of(
              content.stream(),
              media.mimeType() == null ? content.mimeType() : media.mimeType(),
              media.fileName() == null ? content.fileName() : media.fileName(),
              content.sizeBytes().orElse(-1));
      return store.put(key, named, maxBytes);
    } catch (IOException e) {
      IOException judged =
          e instanceof MediaWithheldException withheld ? patience.judged(key, withheld) : e;
      if (isFinal(judged)) {
        gate.refused(key, ahead, judged);
      }
      throw judged;
    }
  }

  /** What is damaged is as good as absent where it can be fetched anew. */
  private Optional<StoredMedia> known(String key) throws IOException {
    try {
      return store.find(key);
    } catch (MediaDamagedException e) {
      log.warn("A stored file is fetched anew: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private MediaContent openSource(MediaSource source, MessengerAdapter adapter) throws IOException {
    if (source instanceof MediaSource.Url url) {
      return fetcher.open(url.url());
    }
    return source instanceof MediaSource.Stored stored
        ? openStored(stored.key())
        : adapter.open(source);
  }

  private static Media stored(Media media, StoredMedia stored) {
    return new Media(
        media.type(),
        new MediaSource.Stored(stored.key()),
        stored.mimeType(),
        stored.fileName(),
        stored.sizeBytes(),
        media.caption(),
        stored.sha256());
  }

  /** A stored media with what is known of its file; the same media when nothing is. */
  Media described(Media media) {
    try {
      return media.source() instanceof MediaSource.Stored stored
          ? store.find(stored.key()).map(known -> stored(media, known)).orElse(media)
          : media;
    } catch (IOException e) {
      return media;
    }
  }

  /** Opens the bytes of a stored media. */
  MediaContent open(Media media) throws IOException {
    if (media.source() instanceof MediaSource.Stored stored) {
      return openStored(stored.key());
    }
    throw new FileNotFoundException("the media is not stored");
  }

  private MediaContent openStored(String key) throws IOException {
    StoredMedia stored =
        store.find(key).orElseThrow(() -> new FileNotFoundException("no media of this key"));
    return MediaContent.of(
        store.open(key, 0), stored.mimeType(), stored.fileName(), stored.sizeBytes());
  }

  /**
   * A URL under which anyone can fetch a media for the next days; a link is its own.
   *
   * @param media a media that is stored or behind a URL
   * @return an absolute URL
   * @throws UncheckedIOException if the media store does not have it
   */
  public URI link(Media media) {
    if (media.source() instanceof MediaSource.Url url) {
      return url.url();
    }
    if (media.source() instanceof MediaSource.Stored stored) {
      try {
        return links.link(
            store
                .find(stored.key())
                .orElseThrow(() -> new FileNotFoundException("no media of this key")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalArgumentException("the media must be stored before it can be linked");
  }

  private static String storeKey(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 20);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
