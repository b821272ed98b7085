// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises in code is true. */
class ReadmeTest {
  private static final String IMPORTS =
      """
      import com.sun.net.httpserver.HttpServer;
      import io.botflow.bridge.Bridge;
      import io.botflow.bridge.bot.BotConnectorSettings;
      import io.botflow.bridge.media.MediaStore;
      import io.botflow.bridge.route.Integration;
      import io.botflow.bridge.store.jdbc.JdbcStore;
      import io.botflow.bridge.web.JdkHttpBinding;
      import io.botflow.connector.bot.Bot;
      import io.botflow.genesys.GenesysCloud;
      import io.botflow.genesys.Region;
      import io.botflow.messenger.telegram.TelegramAdapter;
      import java.net.InetSocketAddress;
      import java.net.URI;
      import java.nio.file.Path;
      import java.util.concurrent.CountDownLatch;
      import java.util.concurrent.Executors;
      """;

  @TempDir Path classes;

  @Test
  void theEmbeddingExampleCompiles() throws IOException {
    assertEquals(List.of(), errors(example()));
  }

  @Test
  void anExampleThatDoesNotCompileIsSeen() throws IOException {
    assertFalse(errors(example().replace("pollingRoute", "pollingRoad")).isEmpty());
  }

  @Test
  void theExampleHasAboutFifteenLines() throws IOException {
    assertTrue(example().lines().count() <= 20, () -> "the example grew");
  }

  @Test
  void eachCommandStandsAloneUnderItsHeading() throws IOException {
    String readme = readme();
    for (String heading : List.of("Run it", "Test it")) {
      Matcher block =
          Pattern.compile("(?m)^## " + heading + "\n\n```sh\n([^\n]+)\n```$").matcher(readme);
      assertTrue(block.find(), heading);
    }
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of(System.getProperty("readme")));
  }

  private static String example() throws IOException {
    Matcher block = Pattern.compile("(?s)```java\n(.*?)```").matcher(readme());
    assertTrue(block.find(), "the README has no Java example");
    return block.group(1);
  }

  private List<String> errors(String example) throws IOException {
    String source =
        IMPORTS
            + "class Example {\n"
            + "  static void run(String clientId, String clientSecret, String telegramToken, String integrationId,\n"
            + "      String webhookSecret, String botSecret, Bot bot, CountDownLatch stopped) throws Exception {\n"
            + example
            + "\n  }\n}\n";
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of(
            "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    compiler.getTask(null, null, problems, options, null, List.of(file)).call();
    return problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(problem -> problem.getMessage(Locale.ROOT))
        .toList();
  }
}
