// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes what the store knows of a customer. */
@Command(
    name = "erase",
    description = "Removes what the store knows of a customer, messages that wait included.",
    mixinStandardHelpOptions = true)
final class Erase implements Callable<Integer> {
  @Mixin private StoreOptions store = new StoreOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "ROUTE", description = "The integration's id")
  private String route = "";

  @Parameters(index = "1", paramLabel = "CUSTOMER", description = "The id at the messenger")
  private String customer = "";

  // To be asked for is all it is for.
  @SuppressWarnings("UnusedVariable")
  @Option(names = "--yes", required = true, description = "Yes, it cannot be undone")
  private boolean yes;

  @Override
  public Integer call() {
    return store.with(
        operations -> {
          int removed = operations.erase(route, customer);
          spec.commandLine().getOut().println(removed + " entries and notes removed");
          return removed == 0 ? Botflow.NOTHING_FOUND : Botflow.DONE;
        });
  }
}
