// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.bridge.internal.dialogue.StoredValue;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.Notes;
import io.botflow.connector.message.MessageJson;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Remembers of which messages in several parts which parts have reached the customer. How many
 * there are is noted before the first is sent, since a messenger may tell of that one before the
 * second is under way. Safe for concurrent use, on several instances too.
 */
public final class Arrivals {
  private static final Duration LIFE = Duration.ofDays(8);
  private static final StoredValue.Form<Parcels> FORM =
      new StoredValue.Form<>(
          new Parcels(0, new TreeSet<>()),
          text -> MessageJson.read(text, Parcels.class),
          MessageJson::write);

  private final Notes notes;

  /**
   * Opens the memory.
   *
   * @param notes where it is kept
   */
  public Arrivals(Notes notes) {
    this.notes = notes;
  }

  /** The parts of one message: how many, and which of them arrived. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Parcels(
      @JsonProperty("parts") int parts, @JsonProperty("arrived") SortedSet<Integer> arrived) {
    Parcels of(int count) {
      return new Parcels(count, arrived);
    }

    Parcels with(int part) {
      SortedSet<Integer> all = new TreeSet<>(arrived);
      all.add(part);
      return new Parcels(parts, all);
    }
  }

  /** A message is about to be sent in so many parts. */
  void sending(String route, String messageId, int parts) {
    if (parts > 1 && !messageId.startsWith(Offers.OWN_MESSAGE)) {
      StoredValue<Parcels> parcels = parcels(route, messageId);
      if (parcels.read().parts() != parts) {
        parcels.change(known -> known.of(parts));
      }
    }
  }

  /**
   * A part has arrived.
   *
   * @param route the route's id
   * @param part the part
   * @param sent all parts of its message that are recorded so far
   * @return whether all parts of its message have arrived
   */
  boolean arrived(String route, Link part, List<Link> sent) {
    StoredValue<Parcels> parcels = parcels(route, part.genesysId());
    int recorded = sent.stream().mapToInt(Link::part).max().orElse(part.part()) + 1;
    int expected = Math.max(parcels.read().parts(), recorded);
    if (expected == 1) {
      return true;
    }
    return parcels.change(known -> known.with(part.part())).with(part.part()).arrived().size()
        >= expected;
  }

  private StoredValue<Parcels> parcels(String route, String messageId) {
    return new StoredValue<>(notes, "arrived:" + route + ":" + messageId, LIFE, FORM);
  }
}
