// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.cli;

import io.botflow.bridge.operations.Operations;
import io.botflow.bridge.store.DeadLetter;
import io.botflow.bridge.store.JournalRecord;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, shows, replays and discards what failed for good. */
@Command(
    name = "dead",
    description = "Lists, shows, replays and discards what failed for good.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class DeadLetters implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: list, show, replay, discard");
  }

  @Command(name = "list", description = "Lists dead letters, the oldest first.")
  int list(
      @Mixin StoreOptions store,
      @Option(
              names = "--max",
              defaultValue = "100",
              converter = Count.class,
              description = "How many at most")
          int max) {
    return store.with(
        operations -> {
          List<DeadLetter> letters = operations.deadLetters(max);
          for (DeadLetter letter : letters) {
            out()
                .printf(
                    "%d %s, route %s, %s old, %d failed attempts: %s%n",
                    letter.sequence(),
                    letter.kind(),
                    letter.route(),
                    Words.of(letter.age()),
                    letter.attempts(),
                    letter.reason());
          }
          out().printf("%d dead letters%n", letters.size());
          return Botflow.DONE;
        });
  }

  @Command(name = "show", description = "Shows an entry, its words masked.")
  int show(
      @Mixin StoreOptions store,
      @Parameters(paramLabel = "NUMBER") long number,
      @Option(names = "--content", description = "Shows the customer's words, too")
          boolean content) {
    return store.with(
        operations -> {
          Optional<JournalRecord> found = operations.find(number);
          if (found.isEmpty()) {
            return notFound(number);
          }
          Words.write(out(), found.get());
          (content ? operations.payload(number) : operations.redactedPayload(number))
              .ifPresent(out()::println);
          return Botflow.DONE;
        });
  }

  @Command(name = "replay", description = "Lets dead letters be carried again, in their order.")
  int replay(
      @Mixin StoreOptions store,
      @Parameters(paramLabel = "NUMBER", arity = "0..*") @Nullable List<Long> numbers,
      @Option(names = "--route", description = "All dead letters of this integration") @Nullable
          String route) {
    List<Long> wanted = numbers == null ? List.of() : numbers.stream().sorted().toList();
    if (wanted.isEmpty() == (route == null)) {
      throw new ParameterException(spec.commandLine(), "Give numbers, or --route");
    }
    return store.with(
        operations -> route == null ? replay(operations, wanted) : replayAll(operations, route));
  }

  private int replay(Operations operations, List<Long> numbers) {
    int result = Botflow.DONE;
    for (long number : numbers) {
      if (operations.replay(number)) {
        out().println(number + " waits again");
      } else {
        result = notFound(number);
      }
    }
    return result;
  }

  private int replayAll(Operations operations, String route) {
    int replayed = operations.replayAll(route, Integer.MAX_VALUE);
    out().println(replayed + " wait again");
    return replayed == 0 ? Botflow.NOTHING_FOUND : Botflow.DONE;
  }

  @Command(name = "discard", description = "Gives a dead letter up and blanks its content.")
  int discard(
      @Mixin StoreOptions store,
      @Parameters(paramLabel = "NUMBER") long number,
      @Option(names = "--reason", required = true, description = "Why, for the journal")
          String reason) {
    return store.with(
        operations -> {
          if (!operations.discard(number, reason)) {
            return notFound(number);
          }
          out().println(number + " is discarded");
          return Botflow.DONE;
        });
  }

  private int notFound(long number) {
    spec.commandLine().getErr().println(number + " is not there, or no dead letter");
    return Botflow.NOTHING_FOUND;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
