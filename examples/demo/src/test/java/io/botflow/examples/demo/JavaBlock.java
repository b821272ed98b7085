// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One Java block of a page.
 *
 * <p>A block that begins with an import is a whole file, in one package with the other whole files
 * of its page. Any other block is statements, which may use the imports and variables below.
 *
 * @param page the page's file name
 * @param number which block of the page it is, from 1
 * @param code what stands in it
 */
record JavaBlock(String page, int number, String code) {
  private static final String IMPORTS =
      """
      import com.sun.net.httpserver.HttpServer;
      import io.botflow.bridge.Bridge;
      import io.botflow.bridge.bot.*;
      import io.botflow.bridge.event.*;
      import io.botflow.bridge.media.*;
      import io.botflow.bridge.micrometer.*;
      import io.botflow.bridge.operations.*;
      import io.botflow.bridge.route.*;
      import io.botflow.bridge.store.*;
      import io.botflow.bridge.store.jdbc.*;
      import io.botflow.bridge.web.*;
      import io.botflow.connector.bot.Bot;
      import io.botflow.connector.web.*;
      import io.botflow.genesys.*;
      import io.botflow.genesys.auth.AccessTokenProvider;
      import io.botflow.genesys.botconnector.*;
      import io.botflow.genesys.botconnector.dialog.ValueType;
      import io.botflow.genesys.call.RequestBudget;
      import io.botflow.genesys.configuration.Configuration;
      import io.botflow.genesys.configuration.MessagingSetting;
      import io.botflow.genesys.configuration.OpenIntegrationDraft;
      import io.botflow.genesys.content.*;
      import io.botflow.genesys.conversations.Conversations;
      import io.botflow.genesys.error.*;
      import io.botflow.genesys.media.*;
      import io.botflow.genesys.openmessaging.*;
      import io.botflow.genesys.outbound.*;
      import io.botflow.genesys.webhook.*;
      import io.botflow.messenger.telegram.*;
      import io.botflow.testkit.genesys.*;
      import io.botflow.testkit.telegram.*;
      import io.micrometer.core.instrument.MeterRegistry;
      import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
      import java.io.IOException;
      import java.net.InetSocketAddress;
      import java.net.URI;
      import java.nio.file.Path;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      """;

  private static final String VARIABLES =
      """
      static GenesysCloud genesys;
      static OpenMessaging integration;
      static TelegramAdapter telegram;
      static BridgeStore store;
      static javax.sql.DataSource pool;
      static Bridge bridge;
      static Operations operations;
      static HttpServer server;
      static Bot bot;
      static GenesysCloudSimulator genesysSimulator;
      static TelegramSimulator telegramSimulator;
      static OpenIntegration openIntegration;
      static Executor threads;
      static String integrationId, webhookSecret, botSecret, clientId, clientSecret, telegramToken;
      static byte[] body;
      static String signature;
      """;

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");
  private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");

  /** The Java blocks of a page, in order. */
  static List<JavaBlock> of(String page, String text) {
    List<JavaBlock> blocks = new ArrayList<>();
    BLOCK
        .matcher(text)
        .results()
        .forEach(block -> blocks.add(new JavaBlock(page, blocks.size() + 1, block.group(1))));
    return blocks;
  }

  /** Compiles blocks into a directory; each error names its block, its line and the problem. */
  static List<String> errors(List<JavaBlock> blocks, Path classes) {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none",
            // So that errors in one block do not hide those in another.
            "--should-stop=ifError=FLOW",
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"));
    List<Source> sources = blocks.stream().map(Source::new).toList();
    ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, problems, options, null, sources)
        .call();
    return problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(JavaBlock::described)
        .toList();
  }

  private static String described(Diagnostic<? extends JavaFileObject> problem) {
    String what = problem.getMessage(Locale.ROOT);
    return problem.getSource() instanceof Source source
        ? source.place(problem) + ": " + what
        : what;
  }

  /** The name of the type that the block declares, or is wrapped in. */
  String typeName() {
    return wholeFile()
        ? TYPE.matcher(code).results().findFirst().orElseThrow().group(1)
        : "Snippet";
  }

  /** Whole files of a page see each other; statements have a package of their own. */
  String packageName() {
    return "docs." + page.replaceAll("\\W", "_") + (wholeFile() ? "" : number);
  }

  private boolean wholeFile() {
    return code.startsWith("import ");
  }

  private String text() {
    String rest =
        wholeFile()
            ? code
            : IMPORTS
                + "class Snippet {\n"
                + VARIABLES
                + "static void run() throws Exception {\n"
                + code
                + "}\n}\n";
    return "package " + packageName() + ";\n" + rest;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final JavaBlock block;
    private final String text;

    Source(JavaBlock block) {
      super(
          URI.create(
              "string:///"
                  + block.packageName().replace('.', '/')
                  + "/"
                  + block.typeName()
                  + ".java"),
          Kind.SOURCE);
      this.block = block;
      this.text = block.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    String place(Diagnostic<?> problem) {
      String line = text.split("\n", -1)[(int) problem.getLineNumber() - 1].strip();
      return block.page() + ", block " + block.number() + ": " + line;
    }
  }
}
