// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.direct;

import io.botflow.bridge.internal.lane.EntryHandler;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryState;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.Nullable;

/**
 * An album on its way to a bot, which is asked once for all of it, or to the operator who has the
 * customer. Used for one attempt, by one thread.
 */
final class DirectAlbum implements EntryHandler {
  private final Supplier<Optional<EntryHandler>> operator;
  private final Supplier<Outcome> bot;
  private @Nullable EntryHandler toOperator;
  private @Nullable Outcome answered;

  /**
   * Given are the carrier to the operator, if one has the customer, and the question to the bot.
   */
  DirectAlbum(Supplier<Optional<EntryHandler>> operator, Supplier<Outcome> bot) {
    this.operator = operator;
    this.bot = bot;
  }

  @Override
  public Outcome handle(Entry entry, Progress progress) {
    if (answered != null) {
      return rest(answered);
    }
    if (toOperator == null) {
      toOperator = operator.get().orElse(null);
    }
    if (toOperator != null) {
      return toOperator.handle(entry, progress);
    }
    answered = bot.get();
    return answered;
  }

  /** What became of the first became of all; what follows from it follows once. */
  private static Outcome rest(Outcome first) {
    return first instanceof Outcome.Final ended
        ? new Outcome.Final(withoutFollowUps(ended.completion()))
        : first;
  }

  private static Completion withoutFollowUps(Completion completion) {
    return completion.state() == EntryState.DEGRADED
        ? new Completion(EntryState.DELIVERED, null, List.of(), List.of())
        : new Completion(completion.state(), completion.detail(), List.of(), List.of());
  }
}
