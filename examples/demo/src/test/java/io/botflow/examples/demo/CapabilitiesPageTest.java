// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.connector.messenger.MessengerAdapter;
import io.botflow.messenger.telegram.TelegramAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * docs/capabilities.md says what the adapters can.
 *
 * <p>{@code mvn -pl examples/demo -am test -Dtest=CapabilitiesPageTest -Dcapabilities.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false} writes the page anew.
 */
class CapabilitiesPageTest {
  private static final Path README = Path.of(System.getProperty("readme"));
  private static final Path PAGE = README.resolveSibling("docs/capabilities.md");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  /** One adapter of each messenger; a new messenger is on the page once it is in this list. */
  private static List<MessengerAdapter> adapters() {
    return List.of(TelegramAdapter.builder("1:page").build());
  }

  @Test
  void thePageIsWhatTheAdaptersCan() throws IOException {
    List<MessengerAdapter> adapters = adapters();
    String page = CapabilitiesPage.of(adapters);
    adapters.forEach(MessengerAdapter::close);
    if (Boolean.getBoolean("capabilities.write")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE), "write the page anew: see this class");
  }

  @Test
  void noMessengerIsForgotten() throws IOException {
    String modules = Files.readString(README.resolveSibling("messenger-adapters/pom.xml"));
    long messengers =
        MODULE
            .matcher(modules)
            .results()
            .filter(each -> !each.group(1).equals("meta-graph"))
            .count();
    assertEquals(messengers, adapters().size());
  }
}
