// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.media.MediaTooLargeException;
import io.botflow.bridge.route.Route;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.MediaUnavailableException;
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
   * The message with its media stored. What cannot be had for good is named instead: the operator
   * sees that something was sent.
   *
   * @param message the message
   * @param route where it came from
   * @param key what identifies it on its route, on each attempt
   * @param losses where to list what cannot be had
   * @return the message
   * @throws IOException if fetching or storing failed for now
   */
  public Message keep(Message message, Route route, String key, List<String> losses)
      throws IOException {
    List<Part> kept = new ArrayList<>();
    List<Part> parts = message.parts();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      try {
        kept.add(depot.keep(part, "in|" + route.id() + "|" + key + "|" + i, route.adapter()));
      } catch (MediaUnavailableException | MediaTooLargeException e) {
        losses.add(part.kind() + " could not be fetched: " + e.getMessage());
        kept.add(new Text(substitute((Media) part)));
      }
    }
    return message.withParts(kept);
  }

  private static String substitute(Media media) {
    String name = media.fileName() == null ? media.kind().name() : media.fileName();
    String caption = media.caption() == null ? "" : "\n" + media.caption();
    return "[" + name + "]" + caption;
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
