// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Payload;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Update;
import java.time.Clock;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Tells customers of files and messages that could not be carried.
 *
 * @param template the text, with {@code %s} for the file's name; null for no notice
 * @param messageText the text for a message that was given up; null for no notice
 * @param clock the time of notices
 */
public record FileNotice(@Nullable String template, @Nullable String messageText, Clock clock) {

  /**
   * The notice, if there is something to tell.
   *
   * @param route the customer's route
   * @param customer the customer
   * @param key what identifies the customer's message
   * @param missing the files' names
   * @return an entry for the customer's lane, or none
   */
  public List<NewEntry> of(String route, Peer customer, String key, List<String> missing) {
    if (template == null || missing.isEmpty()) {
      return List.of();
    }
    List<Part> texts =
        missing.stream().<Part>map(name -> new Text(template.replace("%s", name))).toList();
    return List.of(entry(route, customer, "notice:" + key, texts));
  }

  /**
   * The notice that an entry was given up, if a customer waits for what was in it: a message, or a
   * new version of one.
   *
   * @param entry a customer's entry
   * @return an entry for the customer's lane, or none
   */
  public List<NewEntry> undelivered(Entry entry) {
    return Payload.find(entry, Update.class)
        .map(update -> undelivered(entry.route(), update))
        .orElse(List.of());
  }

  private List<NewEntry> undelivered(String route, Update update) {
    if (messageText == null
        || !(update instanceof Update.Received || update instanceof Update.Edited)) {
      return List.of();
    }
    // An album is one message to who sent it.
    String album = update instanceof Update.Received received ? received.message().albumId() : null;
    String id = album == null ? update.id() : "album:" + album;
    return List.of(
        entry(
            route,
            update.peer(),
            "undelivered:" + update.peer().userId() + ":" + id,
            List.of(new Text(messageText))));
  }

  /**
   * An outcome with the notice, if it is that an entry was given up.
   *
   * @param route the customer's route
   * @param update what was in the entry
   * @param outcome what became of it
   * @return the outcome, and what tells the customer
   */
  public Outcome told(String route, Update update, Outcome outcome) {
    if (!(outcome instanceof Outcome.Final ended)
        || ended.completion().state() != EntryState.DEAD) {
      return outcome;
    }
    Completion completion = ended.completion();
    return new Outcome.Final(
        new Completion(
            completion.state(),
            completion.detail(),
            completion.links(),
            undelivered(route, update)));
  }

  private NewEntry entry(String route, Peer customer, String key, List<Part> texts) {
    Message message = Message.of(Offers.OWN_MESSAGE + key, customer, clock.instant(), texts);
    return LaneKeys.entryAmong(
        EntryKind.OWN_MESSAGE,
        EntryKind.OUTBOUND,
        route,
        customer.userId(),
        key,
        MessageJson.write(message));
  }
}
