// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.direct;

import io.botflow.bridge.internal.deliver.InboundMedia;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.internal.translate.ToGenesys;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.Link;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Profile;
import io.botflow.connector.message.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/** A bot hears here what it would hear by way of Genesys Cloud. Thread-safe. */
final class Hearing {
  private final DirectDelivery.Surroundings around;

  Hearing(DirectDelivery.Surroundings around) {
    this.around = around;
  }

  /** A message, with what identifies it. */
  record Said(Message message, String key) {}

  /** What the bot hears, and the names of the files that could not be had. */
  record Heard(
      String text, @Nullable Selection selection, List<Media> files, List<String> missing) {
    /** Shows how many files there are, never what was said. */
    @Override
    public String toString() {
      return "Heard[" + files.size() + " files]";
    }
  }

  /** What several messages say that are one turn: all words, and all files. */
  Heard heard(Route route, @Nullable Profile sender, List<Said> all, List<String> losses)
      throws IOException {
    Optional<Selection> chosen =
        all.size() == 1 ? chosen(route, all.get(0).message(), losses) : Optional.empty();
    if (chosen.isPresent()) {
      return new Heard(chosen.get().label(), chosen.get(), List.of(), List.of());
    }
    List<ToGenesys.Single> singles = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Said said : all) {
      InboundMedia.Kept kept = around.media().keep(said.message(), route, said.key());
      losses.addAll(kept.losses());
      missing.addAll(kept.missing());
      ToGenesys.Translated translated =
          ToGenesys.translate(
              kept.message(),
              sender,
              said.key(),
              around.media()::link,
              around.policy().metadataBytes());
      losses.addAll(translated.losses());
      singles.addAll(translated.messages());
    }
    return new Heard(
        singles.stream()
            .map(single -> single.message().text())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n")),
        null,
        singles.stream().map(ToGenesys.Single::file).filter(Objects::nonNull).toList(),
        missing);
  }

  private Optional<Selection> chosen(Route route, Message message, List<String> losses) {
    Optional<Offers.Chosen> found =
        around
            .offers()
            .chosen(
                route.id(),
                message,
                around.policy().typedChoices(),
                id ->
                    around
                        .store()
                        .linksByMessengerId(route.id(), message.peer().userId(), id)
                        .stream()
                        .map(Link::genesysId)
                        .findFirst());
    losses.addAll(Offers.forgotten(message, found));
    return found.map(Offers.Chosen::selection);
  }
}
