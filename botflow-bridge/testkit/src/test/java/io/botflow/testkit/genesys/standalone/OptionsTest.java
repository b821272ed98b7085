// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @Test
  void withoutOptionsItTakesAFreePortPlainHttpAndTheRateLimit() {
    assertEquals(new Options(0, null, true, false), Options.parse());
  }

  @Test
  void eachOptionIsUnderstood() {
    assertEquals(
        new Options(9443, "cloud.test", false, false),
        Options.parse("--port", "9443", "--no-rate-limit", "--domain", "cloud.test", "--tls"));
    assertEquals("genesys.test", Options.parse("--tls").tlsDomain());
    assertTrue(Options.parse("--help").help());
  }

  @ParameterizedTest
  @CsvSource({
    "--prot 9, there is no option --prot",
    "--port, --port needs a value",
    "--port --tls, --port needs a value",
    "--port 65536, '--port must be a number from 0 to 65535, was 65536'",
    "--port x, '--port must be a number from 0 to 65535, was x'",
    "--tls --domain a/b, '--domain must be a host name, was a/b'",
    "--domain cloud.test, --domain goes with --tls only"
  })
  void whatIsWrongIsNamed(String line, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Options.parse(line.split(" ")))
            .getMessage());
  }
}
