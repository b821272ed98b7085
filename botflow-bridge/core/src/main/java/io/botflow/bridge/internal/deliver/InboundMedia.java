// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.media.MediaInfectedException;
import io.botflow.bridge.route.Route;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The media of customers' messages, fetched once and linked to. Thread-safe. */
public final class InboundMedia {
  private final MediaDepot depot;

  /**
   * Makes the keeper.
   *
   * @param depot where media are kept
   */
  public InboundMedia(MediaDepot depot) {
    this.depot = depot;
  }

  /**
   * A message whose media are stored.
   *
   * @param message the message
   * @param losses what could not be had, and why; without names
   * @param missing the names of the files that could not be had
   */
  public record Kept(Message message, List<String> losses, List<String> missing) {
    /** {@inheritDoc} */
    public Kept {
      losses = List.copyOf(losses);
      missing = List.copyOf(missing);
    }

    /** Shows what was lost, never names. */
    @Override
    public String toString() {
      return "Kept[" + message + ", " + losses + "]";
    }
  }

  /**
   * The message with its media stored. What cannot be had for good is named instead: the operator
   * sees that something was sent.
   *
   * @param message the message
   * @param route where it came from
   * @param key what identifies it on its route, on each attempt
   * @return the message, and what cannot be had
   * @throws IOException if fetching or storing failed for now
   */
  public Kept keep(Message message, Route route, String key) throws IOException {
    List<String> losses = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<Part> kept = new ArrayList<>();
    for (Part part : message.parts()) {
      if (!(part instanceof Media media)) {
        kept.add(part);
        continue;
      }
      try {
        kept.add(depot.keep(media, FileKeys.inbound(route.id(), key, media), route.adapter()));
      } catch (MediaInfectedException e) {
        losses.add(part.kind() + " was withheld: " + e.getMessage());
        missing.add(name(media));
        kept.add(new Text(substitute(media, ": withheld, " + e.getMessage())));
      } catch (IOException e) {
        if (!MediaDepot.isFinal(e)) {
          throw e;
        }
        losses.add(part.kind() + " could not be fetched: " + e.getMessage());
        missing.add(name(media));
        kept.add(new Text(substitute(media, "")));
      }
    }
    return new Kept(message.withParts(kept), losses, missing);
  }

  private static String substitute(Media media, String reason) {
    String caption = media.caption() == null ? "" : "\n" + media.caption();
    return "[" + name(media) + "]" + reason + caption;
  }

  private static String name(Media media) {
    return media.fileName() == null ? media.kind().name() : media.fileName();
  }

  /**
   * Where everybody can fetch a media, for some days.
   *
   * @param media a media that is stored or behind a URL
   * @return an absolute URL
   */
  public URI link(Media media) {
    return depot.link(media);
  }
}
