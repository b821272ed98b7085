// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.examples.order.OrderBot;
import io.botflow.genesys.error.GenesysException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The program: without settings it plays one conversation over simulators and ends; with those of
 * Telegram and Genesys Cloud in the environment it connects the real ones until it is stopped.
 */
public final class Demo {
  private Demo() {}

  /**
   * Runs the program.
   *
   * @param arguments {@code --v1} lets the simulated flow call the bot by the classic Bot Connector
   * @throws Exception if something fails that the program cannot explain in one line
   */
  public static void main(String[] arguments) throws Exception {
    // The server of JDK 17 stalls 44 ms on each bot answer without this.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Map<String, String> environment = System.getenv();
    if (!Settings.presentIn(environment)) {
      boolean ok = new SimulatedRoute(out, List.of(arguments).contains("--v1")).play();
      System.exit(ok ? 0 : 1);
    }
    try {
      serve(Settings.of(environment), out);
    } catch (Settings.InvalidSettingException
        | IllegalArgumentException
        | IllegalStateException
        | GenesysException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void serve(Settings settings, PrintStream out)
      throws IOException, InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    try (BridgeProgram program =
        BridgeProgram.start(settings, new OrderBot(), event -> print(event, out))) {
      Thread main = Thread.currentThread();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    stopped.countDown();
                    joinQuietly(main);
                  }));
      out.println(
          "webhook of the integration: "
              + program.publicUri()
              + "/webhooks/genesys/"
              + settings.integrationId());
      out.println("Bot Connector (v1) utterance URI: " + program.publicUri() + "/bot/v1/utterance");
      out.println("Digital Bot Connector (v2) base URI: " + program.publicUri() + "/bot/v2");
      out.println("ready");
      stopped.await();
    }
  }

  private static void joinQuietly(Thread main) {
    try {
      main.join(15_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void print(BridgeEvent event, PrintStream out) {
    out.println(LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS) + "  " + event);
  }
}
