// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Text;
import java.time.Clock;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Tells customers of files that could not be carried.
 *
 * @param template the text, with {@code %s} for the file's name; null for no notice
 * @param clock the time of notices
 */
public record FileNotice(@Nullable String template, Clock clock) {

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
    Message message =
        Message.of(Offers.OWN_MESSAGE + "notice:" + key, customer, clock.instant(), texts);
    return List.of(
        LaneKeys.entryAmong(
            EntryKind.OWN_MESSAGE,
            EntryKind.OUTBOUND,
            route,
            customer.userId(),
            "notice:" + key,
            MessageJson.write(message)));
  }
}
