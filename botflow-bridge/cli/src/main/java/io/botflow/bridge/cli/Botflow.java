// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.cli;

import io.botflow.bridge.store.StoreUnavailableException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program: {@code java -jar botflow.jar --help}.
 *
 * <p>It ends with 0 when it did what it was asked, 1 when there was nothing to do it to, 2 when it
 * was asked wrongly, and 3 when the store cannot be used.
 */
@Command(
    name = "botflow",
    description = "Looks after the store of a bridge.",
    subcommands = {Status.class, DeadLetters.class, JournalOf.class, Erase.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Botflow implements Runnable {
  static final int DONE = 0;
  static final int NOTHING_FOUND = 1;
  static final int STORE_UNAVAILABLE = 3;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private Botflow() {}

  /**
   * Runs a command and ends the process.
   *
   * @param args the command
   */
  public static void main(String[] args) {
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    PrintWriter err =
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
    System.exit(run(out, err, args));
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Botflow())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(Botflow::failed)
        .execute(args);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a command");
  }

  private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult ignored)
      throws Exception {
    if (failure instanceof StoreUnavailableException) {
      command.getErr().println(failure.getMessage());
      return STORE_UNAVAILABLE;
    }
    throw failure;
  }
}
