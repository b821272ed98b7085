// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.standalone;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.GenesysCloudSimulator;
import io.botflow.testkit.genesys.GenesysCloudSimulatorBuilder;
import io.botflow.testkit.genesys.MessageFlow;
import io.botflow.testkit.genesys.OpenIntegration;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.annotation.Nullable;

/**
 * Runs a {@link GenesysCloudSimulator} with one open messaging integration until the process is
 * ended. When it is ready it prints one line of JSON: {@code apiUrl}, {@code loginUrl}, {@code
 * clientId}, {@code clientSecret}, {@code integrationId}, {@code webhookSecret} and the {@code
 * queueId} of its queue, and under TLS {@code certificate}, {@code trustStore}, {@code
 * trustStorePassword} and {@code hostsFile}.
 *
 * <p>The integration's flow puts each conversation into the queue {@code Support}. It has no
 * webhook yet: {@code PATCH} its {@code outboundNotificationWebhookUrl}.
 */
public final class GenesysCloudProgram {
  private static final int BAD_OPTION = 2;
  private static final String QUEUE = "Support";

  private GenesysCloudProgram() {}

  /**
   * Starts the simulator.
   *
   * @param args {@code --help} lists the options
   * @throws IOException if the files for clients cannot be written
   */
  public static void main(String[] args) throws IOException {
    Options options;
    try {
      options = Options.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(Options.USAGE);
      System.exit(BAD_OPTION);
      return;
    }
    if (options.help()) {
      System.out.print(Options.USAGE);
      return;
    }
    // Without this the server of JDK 17 stalls 44 ms on each POST of a kept connection.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      run(options, System.out);
    } catch (UncheckedIOException e) {
      System.err.println("not started: " + e.getMessage() + ": " + e.getCause());
      System.exit(1);
    }
  }

  private static void run(Options options, PrintStream out) throws IOException {
    GenesysCloudSimulatorBuilder builder = GenesysCloudSimulator.builder().port(options.port());
    String domain = options.tlsDomain();
    if (domain != null) {
      builder.tls(domain);
    }
    if (!options.rateLimit()) {
      builder.noRateLimit();
    }
    GenesysCloudSimulator genesys = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(genesys::close, "simulator-stop"));
    String secret = UUID.randomUUID().toString();
    OpenIntegration integration =
        genesys.createOpenIntegration("Simulated", secret).publish(MessageFlow.transferTo(QUEUE));
    out.println(ready(genesys, integration, secret, domain));
    out.flush();
  }

  private static String ready(
      GenesysCloudSimulator genesys,
      OpenIntegration integration,
      String secret,
      @Nullable String domain)
      throws IOException {
    ObjectNode line = new JsonMapper().createObjectNode();
    line.put("apiUrl", genesys.apiUri().toString());
    line.put("loginUrl", genesys.loginUri().toString());
    line.put("clientId", genesys.clientId());
    line.put("clientSecret", genesys.clientSecret());
    line.put("integrationId", integration.id());
    line.put("webhookSecret", secret);
    line.put("queueId", genesys.queue(QUEUE).id());
    if (domain != null) {
      TrustFiles files = TrustFiles.write(genesys.certificate().orElseThrow(), domain);
      line.put("certificate", files.pem().toString());
      line.put("trustStore", files.trustStore().toString());
      line.put("trustStorePassword", TrustFiles.PASSWORD);
      line.put("hostsFile", files.hosts().toString());
    }
    return line.toString();
  }
}
