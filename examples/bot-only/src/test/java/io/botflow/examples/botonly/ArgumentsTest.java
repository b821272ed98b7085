// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.botonly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

  @Test
  void portAndHeadersAreTaken() {
    Arguments arguments =
        Arguments.parse(
            "--header",
            "verify-token=s3cret==",
            "--port",
            "8080",
            "--header",
            "API_KEY=Bearer a b");
    assertEquals(8080, arguments.port());
    assertEquals("/v1/utterance", arguments.settings().v1Path());
    assertEquals("/v2", arguments.settings().v2Path());
    assertTrue(
        arguments.settings().toString().contains("verify-token=***"),
        arguments.settings()::toString);
    assertFalse(arguments.settings().toString().contains("s3cret"), arguments.settings()::toString);
  }

  @Test
  void withoutAPortAnyFreeOneIsTaken() {
    assertEquals(0, Arguments.parse("--header", "a=b").port());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| --header",
        "--port 1 | --header",
        "--header | NAME=VALUE",
        "--header secret | NAME=VALUE",
        "--header =secret | NAME=VALUE",
        "--header a= | value of a",
        "--header a,b=secret | a,b",
        "--header a=b --port | --port",
        "--header a=b --port eight | --port",
        "--header a=b --port -1 | --port",
        "--header a=b --port 65536 | --port",
        "--header a=b --prot 1 | --prot",
        "--header a=b 8080 | 8080",
      })
  void whatIsWrongIsNamedOnOneLine(String arguments, String named) {
    String[] split = arguments == null ? new String[0] : arguments.split(" ");
    String message =
        assertThrows(IllegalArgumentException.class, () -> Arguments.parse(split)).getMessage();
    assertTrue(message.contains(named), message);
    assertFalse(message.contains("secret"), message);
    assertEquals(1, message.lines().count(), message);
  }
}
