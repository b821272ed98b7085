// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebRequestTest {

  @Test
  void theTargetIsCutAtItsFirstQuestionMark() {
    WebRequest request = WebRequest.builder("get", "/a%20b/c?x=1?2").build();
    assertEquals("GET", request.method());
    assertEquals("/a%20b/c", request.path());
    assertEquals(Optional.of("1?2"), request.query("x"));
  }

  @ParameterizedTest(name = "{0} has {1} = {2}")
  @CsvSource({
    "/?a=1, a, 1",
    "/?a=1&a=2, a, 1",
    "/?b=2&a=1, a, 1",
    "/?a=x%20y+z, a, x y z",
    "/?%D1%97=%D1%94, ї, є",
    "/?hub.mode=subscribe, hub.mode, subscribe",
    "/?a=b=c, a, b=c",
    "/?a, a, ''",
    "/?a=, a, ''"
  })
  void queryParametersAreDecoded(String target, String name, String value) {
    assertEquals(Optional.of(value), WebRequest.builder("GET", target).build().query(name));
  }

  @ParameterizedTest(name = "{0} has no {1}")
  @CsvSource({"/, a", "/?, a", "/?A=1, a", "/?b=1, a", "/?a=%zz, a", "/?aa=1, a"})
  void absentOrBrokenQueryParametersAreEmpty(String target, String name) {
    assertEquals(Optional.empty(), WebRequest.builder("GET", target).build().query(name));
  }

  @Test
  void aBrokenParameterDoesNotHideAnother() {
    WebRequest request = WebRequest.builder("GET", "/?%zz=1&a=%zz&b=2").build();
    assertEquals(Optional.of("2"), request.query("b"));
  }

  @Test
  void headersAreFoundInAnyCaseAndKeepTheirOrder() {
    WebRequest request =
        WebRequest.builder("POST", "/")
            .header("X-Hub-Signature-256", "first")
            .header("x-hub-signature-256", "second")
            .header("Absent", null)
            .build();
    assertEquals(Optional.of("first"), request.header("X-HUB-SIGNATURE-256"));
    assertEquals(List.of("first", "second"), request.headers("x-Hub-Signature-256"));
    assertEquals(Optional.empty(), request.header("Absent"));
    assertEquals(List.of(), request.headers("Other"));
  }

  @Test
  void theBuilderDoesNotReachIntoABuiltRequest() {
    WebRequest.Builder builder = WebRequest.builder("POST", "/").header("A", "1");
    WebRequest request = builder.build();
    builder.header("A", "2").header("B", "3");
    assertEquals(List.of("1"), request.headers("A"));
    assertEquals(List.of(), request.headers("B"));
  }

  @Test
  void theBodyIsKeptByteForByte() {
    byte[] body = {0, (byte) 0xff, '{', '\r', '\n'};
    assertArrayEquals(body, WebRequest.builder("POST", "/").body(body.clone()).build().body());
    assertArrayEquals(
        "їжак".getBytes(UTF_8), WebRequest.builder("POST", "/").body("їжак").build().body());
    assertEquals(0, WebRequest.builder("POST", "/").build().body().length);
  }

  @Test
  void theRemoteAddressIsKnownOnlyWhenTheHostTellsIt() throws Exception {
    InetAddress address = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 7});
    WebRequest told =
        WebRequest.builder("POST", "/")
            .header("X-Forwarded-For", "198.51.100.1")
            .remoteAddress(address)
            .build();
    assertEquals(Optional.of(address), told.remoteAddress());
    assertFalse(told.toString().contains("192.0.2.7"), told.toString());
    WebRequest untold = WebRequest.builder("POST", "/").header("X-Forwarded-For", "::1").build();
    assertEquals(Optional.empty(), untold.remoteAddress());
    assertEquals(
        Optional.empty(),
        WebRequest.builder("POST", "/").remoteAddress(null).build().remoteAddress());
  }

  @Test
  void toStringShowsNeitherQueryNorHeadersNorBody() {
    String shown =
        WebRequest.builder("POST", "/hook?token=secret")
            .header("Authorization", "secret")
            .body("secret")
            .build()
            .toString();
    assertFalse(shown.contains("secret"), shown);
  }
}
