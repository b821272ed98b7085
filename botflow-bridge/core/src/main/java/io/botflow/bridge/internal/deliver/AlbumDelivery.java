// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.internal.translate.InboundForms;
import io.botflow.bridge.internal.translate.ToGenesys;
import io.botflow.bridge.internal.translate.ToGenesys.Single;
import io.botflow.bridge.route.InboundPolicy;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.Link;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Update;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Carries an album to Genesys Cloud, picture by picture; what was said with any of them goes with
 * the last. Used for one attempt, by one thread.
 *
 * <p>A picture that is recorded was sent without words: the last one, which brings the words, is
 * not recorded but ends the whole album. So an album that was interrupted, or has lost or gained a
 * picture meanwhile, still says everything, and says it at its end.
 */
final class AlbumDelivery {
  private final List<Entry> entries;
  private final InboundMedia media;
  private final InboundSending sending;
  private final InboundPolicy policy;
  private final FileNotice notice;
  private final List<String> words = new ArrayList<>();

  AlbumDelivery(
      List<Entry> entries,
      InboundMedia media,
      InboundSending sending,
      InboundPolicy policy,
      FileNotice notice) {
    this.entries = List.copyOf(entries);
    this.media = media;
    this.sending = sending;
    this.policy = policy;
    this.notice = notice;
  }

  /** Carries the next one. */
  Outcome carry(Route route, Entry entry, Progress progress, Update.Received update)
      throws IOException {
    boolean first = entry.sequence() == entries.get(0).sequence();
    boolean last = entry.sequence() == entries.get(entries.size() - 1).sequence();
    InboundForms.Form form =
        InboundForms.of(first ? update : InboundForms.unquoted(update), policy);
    Message message = Objects.requireNonNullElse(form.message(), update.message());
    InboundJob job = new InboundJob(route, entry, progress, message, form.sender(), update.id());
    List<String> losses = new ArrayList<>(form.losses());
    List<String> missing = new ArrayList<>();
    List<Single> messages = form.message() == null ? List.of() : translated(job, losses, missing);
    List<Single> pictures =
        messages.stream().filter(it -> it.file() != null).map(it -> it.withText(null)).toList();
    List<String> said =
        messages.stream().map(it -> it.message().text()).filter(Objects::nonNull).toList();
    Optional<Link> open =
        sending.send(job, last ? withWords(job, pictures, said) : pictures, losses);
    if (!last) {
      open.ifPresent(progress::record);
    }
    words.addAll(said);
    return Outcome.delivered(
        losses,
        last ? open.stream().toList() : List.of(),
        notice.of(route.id(), message.peer(), job.key(), missing));
  }

  private List<Single> translated(InboundJob job, List<String> losses, List<String> missing)
      throws IOException {
    InboundMedia.Kept kept = media.keep(job.message(), job.route(), job.key());
    losses.addAll(kept.losses());
    missing.addAll(kept.missing());
    ToGenesys.Translated translated =
        ToGenesys.translate(
            kept.message(), job.sender(), job.key(), media::link, policy.metadataBytes());
    losses.addAll(translated.losses());
    return translated.messages();
  }

  /** The words go with the last picture, unless that is sent already or they need more room. */
  private List<Single> withWords(InboundJob job, List<Single> pictures, List<String> said) {
    String all = String.join("\n", Stream.concat(words.stream(), said.stream()).toList());
    if (all.isEmpty()) {
      return pictures;
    }
    List<Single> texts =
        ToGenesys.translate(
                job.message()
                    .withParts(List.of(new Text(all)))
                    .withSentAt(job.message().sentAt().plusMillis(pictures.size())),
                job.sender(),
                job.key() + ".text",
                media::link,
                policy.metadataBytes())
            .messages();
    int lastPicture = pictures.size() - 1;
    if (texts.size() > 1 || job.entry().done().size() > lastPicture) {
      return Stream.concat(pictures.stream(), texts.stream()).toList();
    }
    List<Single> worded = new ArrayList<>(pictures);
    worded.set(lastPicture, pictures.get(lastPicture).withText(texts.get(0).message().text()));
    return worded;
  }
}
