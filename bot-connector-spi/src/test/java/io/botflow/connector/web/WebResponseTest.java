// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebResponseTest {

  @Test
  void aTextBodyIsUtf8AndSaysItsLength() throws IOException {
    WebResponse response = WebResponse.json(200, "{\"a\":\"ї\"}");
    assertEquals("application/json", response.headers().get("Content-Type"));
    ResponseBody body = assertNotNullBody(response);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.writeTo(out);
    assertEquals("{\"a\":\"ї\"}", out.toString(UTF_8));
    assertEquals(out.size(), body.length());
  }

  @Test
  void anEmptyResponseHasNoBody() {
    assertNull(WebResponse.empty(204).body());
    assertEquals(Map.of(), WebResponse.empty(204).headers());
  }

  @Test
  void addingAHeaderLeavesTheOriginalAsItIs() {
    WebResponse first = WebResponse.empty(503);
    assertEquals(Map.of("Retry-After", "5"), first.withHeader("Retry-After", "5").headers());
    assertEquals(Map.of(), first.headers());
  }

  @Test
  void aStatusThatIsNoneIsRefused() {
    for (int status : new int[] {0, 99, 600}) {
      RuntimeException refusal =
          assertThrows(IllegalArgumentException.class, () -> WebResponse.empty(status));
      assertEquals("status: " + status, refusal.getMessage());
    }
  }

  private static ResponseBody assertNotNullBody(WebResponse response) {
    ResponseBody body = response.body();
    assertNotNull(body);
    return body;
  }
}
