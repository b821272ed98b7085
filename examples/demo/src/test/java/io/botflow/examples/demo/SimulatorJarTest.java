// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.outbound.NewConversation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated Genesys Cloud as {@code mvn package} leaves it, started as a process. */
class SimulatorJarTest {
  private static final Path JAR =
      Path.of(System.getProperty("readme"))
          .resolveSibling("botflow-bridge/testkit/target/genesys-cloud-simulator.jar");
  private static final int PATIENCE_SECONDS = 60;

  @BeforeEach
  void needsTheJar() {
    assumeTrue(
        Files.exists(JAR), "genesys-cloud-simulator.jar is made by 'package' and is not there");
  }

  @Test
  void aClientFindsEverythingItNeedsInTheOneLine() throws Exception {
    try (Simulator simulator = Simulator.start("--no-rate-limit")) {
      JsonNode ready = simulator.ready();
      URI api = URI.create(ready.path("apiUrl").asText());
      try (GenesysCloud genesys =
          GenesysCloud.builder(Region.at(api, URI.create(ready.path("loginUrl").asText())))
              .clientCredentials(
                  ready.path("clientId").asText(), ready.path("clientSecret").asText())
              .build()) {
        var sent =
            genesys
                .openMessaging(ready.path("integrationId").asText())
                .send(InboundMessage.text(Customer.of("4711"), "Hello"));
        assertEquals(32, String.valueOf(sent.id()).length());
        String queueId = ready.path("queueId").asText();
        var begun = genesys.outbound().create(NewConversation.builder(queueId, "4712").build());
        assertEquals(36, String.valueOf(begun.id()).length());
      }
      assertTrue(ready.path("webhookSecret").asText().length() > 15);
      assertEquals("127.0.0.1", api.getHost());
    }
  }

  @Test
  void underTlsItNamesTheFilesThatMakeAClientTrustIt() throws Exception {
    try (Simulator simulator = Simulator.start("--tls", "--domain", "cloud.test")) {
      JsonNode ready = simulator.ready();
      assertEquals("api.cloud.test", URI.create(ready.path("apiUrl").asText()).getHost());
      assertEquals("login.cloud.test", URI.create(ready.path("loginUrl").asText()).getHost());
      for (String file : List.of("certificate", "trustStore", "hostsFile")) {
        assertTrue(Files.size(Path.of(ready.path(file).asText())) > 0, file);
      }
      assertEquals(
          "127.0.0.1 api.cloud.test login.cloud.test",
          Files.readString(Path.of(ready.path("hostsFile").asText())).strip());
    }
  }

  @Test
  void aWrongOptionEndsItWithAMessage() throws Exception {
    try (Simulator simulator = Simulator.start("--prot", "9")) {
      assertEquals(2, simulator.exit());
    }
  }

  private record Simulator(Process process) implements AutoCloseable {
    static Simulator start(String... options) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-jar",
                  JAR.toString()));
      command.addAll(List.of(options));
      return new Simulator(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    JsonNode ready() throws IOException {
      // The process writes one line or ends; either way the reading comes to an end.
      var out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = out.readLine();
      assertTrue(line != null, "the simulator ended without a line");
      return new JsonMapper().readTree(line);
    }

    int exit() throws InterruptedException {
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it goes on");
      return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }
}
