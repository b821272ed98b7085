// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.botflow.connector.bot.BotProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The bots of docs/write-a-bot.md do what the page says: its tests are compiled and run. */
class WriteABotTest {
  private static final Path PAGE =
      Path.of(System.getProperty("readme")).resolveSibling("docs/write-a-bot.md");

  @TempDir Path classes;
  private List<JavaBlock> blocks;
  private URLClassLoader loader;

  @BeforeEach
  void compileThePage() throws IOException {
    blocks = JavaBlock.of("write-a-bot.md", Files.readString(PAGE));
    assertEquals(List.of(), JavaBlock.errors(blocks, classes));
    loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  @Test
  void everyTestOnThePagePasses() throws Exception {
    List<JavaBlock> tests =
        blocks.stream().filter(block -> block.code().contains("extends BotContract")).toList();
    assertTrue(tests.size() >= 4, () -> "tests on the page: " + tests.size());
    for (JavaBlock test : tests) {
      TestExecutionSummary summary =
          run(loader.loadClass(test.packageName() + "." + test.typeName()));
      assertEquals(
          List.of(),
          summary.getFailures().stream()
              .map(failure -> test.typeName() + ": " + failure.getException())
              .toList());
      assertTrue(summary.getTestsSucceededCount() >= 18, test::typeName);
      long skipped = test.code().contains("slowUtterance") ? 0 : 1;
      assertEquals(skipped, summary.getTestsAbortedCount(), test::typeName);
    }
  }

  @Test
  void theFirstBotIsAsShortAsPromised() {
    String first = blocks.get(0).code();
    long lines = first.lines().filter(l -> !l.startsWith("import ") && !l.isBlank()).count();
    assertTrue(lines <= 15, () -> "lines: " + lines);
  }

  @Test
  void theProviderOfThePageIsDiscovered() throws Exception {
    JavaBlock provider =
        blocks.stream()
            .filter(block -> block.code().contains("implements BotProvider"))
            .findFirst()
            .orElseThrow();
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(BotProvider.class.getName()),
        provider.packageName() + "." + provider.typeName());
    assertEquals(
        List.of("parcel-bot", "search-bot"),
        BotProvider.discover(loader).stream().map(bot -> bot.describe().id()).toList());
  }

  private static TestExecutionSummary run(Class<?> test) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test)).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }
}
