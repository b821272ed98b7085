// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.BridgeBuilder;
import io.botflow.bridge.bot.AllowList;
import io.botflow.bridge.bot.BotConnectorSettingsBuilder;
import io.botflow.bridge.bot.DirectBotSettings;
import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.media.FetchPolicy;
import io.botflow.bridge.route.InboundKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.jdbc.PostgresStoreBuilder;
import io.botflow.bridge.store.jdbc.SqliteStoreBuilder;
import io.botflow.genesys.GenesysCloudBuilder;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.openmessaging.OpenMessaging;
import io.botflow.messenger.telegram.TelegramAdapterBuilder;
import io.botflow.testkit.genesys.AgentQueue;
import io.botflow.testkit.genesys.BotConnectorApiSettings;
import io.botflow.testkit.genesys.ConfigurationApiSettings;
import io.botflow.testkit.genesys.ConversationApiSettings;
import io.botflow.testkit.genesys.GenesysCloudSimulatorBuilder;
import io.botflow.testkit.genesys.InboundApiSettings;
import io.botflow.testkit.genesys.MessageFlow;
import io.botflow.testkit.genesys.OpenIntegration;
import io.botflow.testkit.telegram.TelegramFaults;
import io.botflow.testkit.telegram.TelegramSimulatorBuilder;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages under docs/ promise is true: their Java compiles, their tables name each setting,
 * their links lead somewhere.
 *
 * <p>How a Java block is written: see {@link JavaBlock}.
 */
class DocsTest {
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Path README = Path.of(System.getProperty("readme"));
  private static final Path DOCS = README.resolveSibling("docs");

  @TempDir Path classes;

  @Test
  void everyJavaBlockCompiles() throws IOException {
    List<JavaBlock> blocks = new ArrayList<>();
    for (Path page : pages()) {
      blocks.addAll(JavaBlock.of(page.getFileName().toString(), Files.readString(page)));
    }
    assertTrue(blocks.size() > 10, "the pages have no examples, or they are not found");
    assertEquals(List.of(), JavaBlock.errors(blocks, classes));
  }

  @Test
  void aBlockThatDoesNotCompileIsSeen() {
    String page =
        """
        ```java
        bridge.start();
        ```
        ```java
        bridge.strat();
        ```
        ```java
        import io.botflow.bridge.Brigde;
        class Example {}
        ```
        """;
    List<String> errors = JavaBlock.errors(JavaBlock.of("broken.md", page), classes);
    assertEquals(2, errors.size(), errors::toString);
    for (String place : List.of("broken.md, block 2: ", "broken.md, block 3: ")) {
      assertTrue(errors.stream().anyMatch(error -> error.startsWith(place)), errors::toString);
    }
  }

  @Test
  void theTestThatSimulatorsMdShowsPasses() throws Exception {
    JavaBlock example =
        JavaBlock.of("simulators.md", Files.readString(DOCS.resolve("simulators.md"))).stream()
            .filter(block -> block.code().contains("@Test"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(), JavaBlock.errors(List.of(example), classes));
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, Thread.currentThread().getContextClassLoader())) {
      Class<?> test = loader.loadClass(example.packageName() + "." + example.typeName());
      Constructor<?> constructor = test.getDeclaredConstructor();
      constructor.setAccessible(true);
      Object instance = constructor.newInstance();
      List<Method> methods =
          Arrays.stream(test.getDeclaredMethods())
              .filter(method -> method.isAnnotationPresent(Test.class))
              .toList();
      assertFalse(methods.isEmpty());
      for (Method method : methods) {
        method.setAccessible(true);
        method.invoke(instance);
      }
    }
  }

  @ParameterizedTest
  @MethodSource
  void whatCanBeSetOrHappenIsOnItsPage(String page, List<String> names) throws IOException {
    assertFalse(names.isEmpty());
    String text = Files.readString(DOCS.resolve(page));
    List<String> missing = names.stream().filter(name -> !isTold(name, text)).toList();
    assertEquals(List.of(), missing, () -> "docs/" + page + " says nothing of these");
  }

  /** Whether a page has the name as code: between backticks, or as a call in an example. */
  private static boolean isTold(String name, String text) {
    return Pattern.compile("`[^`\n]*\\b" + name + "\\b|\\." + name + "\\(").matcher(text).find();
  }

  static Stream<Arguments> whatCanBeSetOrHappenIsOnItsPage() throws IOException {
    return Stream.of(
        Arguments.of("bridge.md", settings(BridgeBuilder.class)),
        Arguments.of("bridge.md", Arrays.stream(InboundKind.values()).map(Enum::name).toList()),
        Arguments.of("store.md", settings(SqliteStoreBuilder.class)),
        Arguments.of("store.md", settings(PostgresStoreBuilder.class)),
        Arguments.of("bridge.md", names(BridgeEvent.class.getPermittedSubclasses())),
        Arguments.of("bridge.md", Arrays.stream(EntryState.values()).map(Enum::name).toList()),
        Arguments.of("moving-over.md", settings(DirectBotSettings.Builder.class)),
        Arguments.of("bot-connector.md", settings(BotConnectorSettingsBuilder.class)),
        Arguments.of("bot-connector.md", settings(AllowList.Builder.class)),
        Arguments.of("genesys-client.md", settings(GenesysCloudBuilder.class)),
        Arguments.of("genesys-client.md", methods(OpenMessaging.class)),
        Arguments.of("genesys-client.md", names(GenesysException.class.getPermittedSubclasses())),
        Arguments.of("telegram.md", settings(TelegramAdapterBuilder.class)),
        Arguments.of("media.md", settings(FetchPolicy.class)),
        Arguments.of("simulators.md", settings(GenesysCloudSimulatorBuilder.class)),
        Arguments.of("simulators.md", settings(InboundApiSettings.class)),
        Arguments.of("simulators.md", settings(BotConnectorApiSettings.class)),
        Arguments.of("simulators.md", settings(ConfigurationApiSettings.class)),
        Arguments.of("simulators.md", settings(ConversationApiSettings.class)),
        Arguments.of("simulators.md", settings(AgentQueue.class)),
        Arguments.of("simulators.md", settings(OpenIntegration.class)),
        Arguments.of("simulators.md", settings(MessageFlow.Builder.class)),
        Arguments.of("simulators.md", settings(TelegramSimulatorBuilder.class)),
        Arguments.of("simulators.md", settings(TelegramFaults.class)),
        Arguments.of("live.md", environment()));
  }

  @Test
  void everyRelativeLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>(brokenLinks(README, Files.readString(README)));
    try (Stream<Path> files = Files.walk(DOCS)) {
      for (Path page : files.filter(file -> file.toString().endsWith(".md")).toList()) {
        broken.addAll(brokenLinks(page, Files.readString(page)));
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void brokenLinksAreSeen() throws IOException {
    String page = "[a](bridge.md) [b](brigde.md) [c](bridge.md#no-such-heading) [d](https://x.org)";
    assertEquals(2, brokenLinks(DOCS.resolve("any.md"), page).size());
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(DOCS)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static List<String> brokenLinks(Path page, String text) throws IOException {
    List<String> broken = new ArrayList<>();
    for (MatchResult link : LINK.matcher(FENCED.matcher(text).replaceAll("")).results().toList()) {
      String target = link.group(1);
      if (target.matches("[a-z]+:.*")) {
        continue;
      }
      String[] parts = target.split("#", 2);
      Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
      if (!Files.exists(file)
          || (parts.length == 2 && !anchors(Files.readString(file)).contains(parts[1]))) {
        broken.add(page.getFileName() + " → " + target);
      }
    }
    return broken;
  }

  private static List<String> anchors(String text) {
    return HEADING
        .matcher(FENCED.matcher(text).replaceAll(""))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  /** The methods that change one thing and give the builder, or a changed copy, back. */
  private static List<String> settings(Class<?> builder) {
    return Arrays.stream(builder.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType().equals(builder))
        .map(Method::getName)
        .distinct()
        .toList();
  }

  private static List<String> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).map(Method::getName).distinct().toList();
  }

  private static List<String> names(Class<?>[] types) {
    return Arrays.stream(Objects.requireNonNull(types)).map(Class::getSimpleName).toList();
  }

  private static List<String> environment() throws IOException {
    Path source =
        README.resolveSibling("examples/demo/src/main/java/io/botflow/examples/demo/Settings.java");
    return Pattern.compile("environment, \"([A-Z_]+)\"")
        .matcher(Files.readString(source))
        .results()
        .map(name -> name.group(1))
        .distinct()
        .toList();
  }
}
