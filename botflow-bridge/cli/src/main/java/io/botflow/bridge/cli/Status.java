// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.cli;

import io.botflow.bridge.operations.Health;
import io.botflow.bridge.operations.Operations;
import io.botflow.bridge.store.Backlog;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what waits. */
@Command(
    name = "status",
    description = "Tells what waits, and how many dead letters there are.",
    mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {
  @Mixin private StoreOptions store = new StoreOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return store.with(this::tell);
  }

  private int tell(Operations operations) {
    PrintWriter out = spec.commandLine().getOut();
    List<Backlog> backlog = operations.backlog();
    if (backlog.isEmpty()) {
      out.println("nothing waits");
    }
    for (Backlog target : backlog) {
      out.printf(
          "%s: %d waiting in %d lanes, the oldest for %s%n",
          target.target(), target.entries(), target.lanes(), Words.of(target.oldest()));
    }
    int dead = operations.deadLetters(Health.MOST_COUNTED).size();
    out.printf(
        "%s dead letters%n",
        dead == Health.MOST_COUNTED ? "at least " + dead : Integer.toString(dead));
    return Botflow.DONE;
  }
}
