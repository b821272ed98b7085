// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.dialogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MessageJson;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * The last files of one customer. A file that a bot was given keeps its place, so that a repeated
 * attempt to send it does not lay it down anew.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FileShelf(@JsonProperty("places") List<Place> places) {
  static final FileShelf EMPTY = new FileShelf(List.of());
  static final StoredValue.Form<FileShelf> FORM =
      new StoredValue.Form<>(
          EMPTY, text -> MessageJson.read(text, FileShelf.class), MessageJson::write);
  private static final int MOST_PLACES = 50;

  /**
   * A file.
   *
   * @param key what identifies it
   * @param conversation where it was sent, or null while that is not known
   * @param file the file, or null once a bot was given it
   */
  record Place(
      @JsonProperty("key") String key,
      @JsonProperty("conversation") @Nullable String conversation,
      @JsonProperty("file") @Nullable Media file) {
    Media required() {
      return Objects.requireNonNull(file);
    }
  }

  FileShelf {
    places = List.copyOf(places);
  }

  FileShelf with(String key, Media file) {
    if (places.stream().anyMatch(place -> place.key().equals(key))) {
      return this;
    }
    int tooMany = Math.max(0, places.size() + 1 - MOST_PLACES);
    return new FileShelf(
        Stream.concat(places.stream().skip(tooMany), Stream.of(new Place(key, null, file)))
            .toList());
  }

  boolean hasHomeless() {
    return places.stream().anyMatch(place -> place.conversation() == null);
  }

  FileShelf in(String conversation) {
    return new FileShelf(
        places.stream()
            .map(
                place ->
                    place.conversation() == null
                        ? new Place(place.key(), conversation, place.file())
                        : place)
            .toList());
  }

  /** What is not known to be elsewhere is taken to be here: it is on its way. */
  List<Place> waiting(String conversation) {
    return places.stream()
        .filter(place -> place.file() != null)
        .filter(place -> place.conversation() == null || place.conversation().equals(conversation))
        .toList();
  }

  FileShelf without(Set<String> keys) {
    return new FileShelf(
        places.stream()
            .map(
                place ->
                    keys.contains(place.key())
                        ? new Place(place.key(), place.conversation(), null)
                        : place)
            .toList());
  }
}
