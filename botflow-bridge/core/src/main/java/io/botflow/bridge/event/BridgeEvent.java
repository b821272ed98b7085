// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.event;

import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.Link;
import java.time.Duration;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Something that happened in the bridge. Events carry ids and outcomes, never texts, names or
 * secrets.
 */
public sealed interface BridgeEvent {

  /**
   * A message was stored, and whoever sent it was or will be told so.
   *
   * @param route the integration's id
   * @param kind which way it goes
   * @param messageId its id at the side that wrote it
   * @param repeated true when it was known already, and nothing more happens
   */
  record Accepted(String route, EntryKind kind, String messageId, boolean repeated)
      implements BridgeEvent {}

  /**
   * A request was refused, and nothing was stored.
   *
   * @param endpoint the path that was asked, or words for it
   * @param status the HTTP status that was answered
   * @param reason why
   */
  record Refused(String endpoint, int status, String reason) implements BridgeEvent {}

  /**
   * Something genuine was understood as nothing to carry.
   *
   * @param source the integration's id, or the path that was asked
   * @param reason why
   */
  record Ignored(String source, String reason) implements BridgeEvent {}

  /**
   * An attempt failed, and a later one will be made; the customer's other messages wait behind it.
   *
   * @param route the integration's id
   * @param kind which way it goes
   * @param sequence the entry's number in the store
   * @param delay how long the lane rests
   * @param reason why
   */
  record Postponed(String route, EntryKind kind, long sequence, Duration delay, String reason)
      implements BridgeEvent {}

  /**
   * A message reached its final state.
   *
   * @param route the integration's id
   * @param kind which way it went
   * @param sequence the entry's number in the store
   * @param state the state
   * @param detail what changed or why it failed, or null
   * @param links the ids on both sides, one for each part that was carried
   * @param age how long ago it was accepted or last replayed
   */
  record Finished(
      String route,
      EntryKind kind,
      long sequence,
      EntryState state,
      @Nullable String detail,
      List<Link> links,
      Duration age)
      implements BridgeEvent {}

  /**
   * The bot was asked.
   *
   * @param endpoint the path that was asked; the integration's id when the bridge itself asked
   * @param conversationId the conversation in Genesys Cloud; the bot session when the bridge asked
   * @param outcome the state that was answered, for example {@code MoreData}; what happens next
   *     when the bridge asked: {@code AWAIT}, {@code END} or {@code OPERATOR}
   * @param duration how long it took
   */
  record BotAnswered(String endpoint, String conversationId, String outcome, Duration duration)
      implements BridgeEvent {}

  /**
   * A target takes nothing for now, and nothing leading there is tried until the pause is over.
   *
   * @param target what leads there: the kind and the integration's id
   * @param reason why
   * @param pause for how long
   */
  record TargetClosed(String target, String reason, Duration pause) implements BridgeEvent {}

  /**
   * A target that had failed takes messages again.
   *
   * @param target what leads there: the kind and the integration's id
   */
  record TargetOpened(String target) implements BridgeEvent {}
}
