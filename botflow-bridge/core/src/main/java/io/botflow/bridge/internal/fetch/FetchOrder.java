// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.fetch;

import io.botflow.bridge.internal.deliver.FileKeys;
import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Part;
import io.botflow.connector.messenger.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of one message that are to be fetched now, whenever the message's own turn comes.
 *
 * @param files the files
 */
public record FetchOrder(List<File> files) {
  /** {@inheritDoc} */
  public FetchOrder {
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param key what identifies it everywhere
   * @param media where it is, and what is known of it
   */
  public record File(String key, Media media) {
    /** Shows what kind of file it is. */
    @Override
    public String toString() {
      return "File[" + media + "]";
    }
  }

  /**
   * The order for what a customer sent.
   *
   * @param route the route's id
   * @param update what the messenger told
   * @return the entry that holds the order, or empty when there is nothing to fetch
   */
  public static Optional<NewEntry> inbound(String route, Update update) {
    Message message;
    if (update instanceof Update.Received received) {
      message = received.message();
    } else if (update instanceof Update.Edited edited) {
      message = edited.message();
    } else {
      return Optional.empty();
    }
    String userId = message.peer().userId();
    List<File> files = new ArrayList<>();
    for (Part part : message.parts()) {
      if (part instanceof Media media) {
        String key = FileKeys.inbound(route, userId + ":" + update.id(), media);
        add(files, key, media);
      }
    }
    return entry(LaneKeys.Way.IN, route, userId, update.id(), files);
  }

  /**
   * The order for what Genesys Cloud sent.
   *
   * @param route the route's id
   * @param userId the customer's id at the messenger
   * @param messageId the message's id in Genesys Cloud
   * @param parts what the message says
   * @return the entry that holds the order, or empty when there is nothing to fetch
   */
  public static Optional<NewEntry> outbound(
      String route, String userId, String messageId, List<Part> parts) {
    List<File> files = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Media media) {
        add(files, FileKeys.outbound(route, messageId, Integer.toString(i)), media);
      }
    }
    return entry(LaneKeys.Way.OUT, route, userId, messageId, files);
  }

  private static void add(List<File> files, String key, Media media) {
    if (media.type() != Media.Type.LINK && !(media.source() instanceof MediaSource.Stored)) {
      files.add(new File(key, media));
    }
  }

  private static Optional<NewEntry> entry(
      LaneKeys.Way way, String route, String userId, String messageId, List<File> files) {
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            LaneKeys.fetch(
                way, route, userId, messageId, MessageJson.write(new FetchOrder(files))));
  }
}
