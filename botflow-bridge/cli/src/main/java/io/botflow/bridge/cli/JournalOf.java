// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.cli;

import io.botflow.bridge.store.JournalRecord;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what became of messages. */
@Command(
    name = "journal",
    description = "Tells what became of messages.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class JournalOf implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: message, customer");
  }

  @Command(
      name = "message",
      description = "By the id at the messenger, in Genesys Cloud, or of the conversation.")
  int message(
      @Mixin StoreOptions store,
      @Parameters(paramLabel = "ID") String id,
      @Option(
              names = "--max",
              defaultValue = "100",
              converter = Count.class,
              description = "How many at most")
          int max) {
    return store.with(operations -> tell(operations.ofMessage(id, max)));
  }

  @Command(name = "customer", description = "By the customer's id at the messenger.")
  int customer(
      @Mixin StoreOptions store,
      @Parameters(paramLabel = "ROUTE", description = "The integration's id") String route,
      @Parameters(paramLabel = "CUSTOMER") String customer,
      @Option(
              names = "--max",
              defaultValue = "100",
              converter = Count.class,
              description = "How many at most")
          int max) {
    return store.with(operations -> tell(operations.ofCustomer(route, customer, max)));
  }

  private int tell(List<JournalRecord> records) {
    PrintWriter out = spec.commandLine().getOut();
    records.forEach(entry -> Words.write(out, entry));
    out.println(records.size() + " entries");
    return records.isEmpty() ? Botflow.NOTHING_FOUND : Botflow.DONE;
  }
}
