// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {
  private static final String TYPE = "multipart/form-data; boundary=XyZ";

  @Test
  void anyBytesComeOutAsTheyWentIn() {
    byte[] content = new byte[70_000];
    new Random(7).nextBytes(content);
    byte[] nearlyABoundary = "\r\n--XyY\r\n\r\n--Xy".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(nearlyABoundary, 0, content, 500, nearlyABoundary.length);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    write(body, "--XyZ\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.bin\"\r\n");
    write(body, "Content-Type: image/png\r\n\r\n");
    body.writeBytes(content);
    write(body, "\r\n--XyZ--\r\n");

    MultipartForm.Part part = MultipartForm.parse(TYPE, body.toByteArray()).part("f").orElseThrow();

    assertArrayEquals(content, part.bytes());
    assertEquals(Optional.of("a.bin"), part.fileName());
    assertEquals(Optional.of("image/png"), part.contentType());
  }

  @Test
  void fieldsKeepTheirOrderAndMayBeEmpty() {
    MultipartForm form =
        parse(
            "preamble\r\n--XyZ\r\nContent-Disposition: form-data; name=b\r\n\r\n\r\n"
                + "--XyZ \r\ncontent-disposition: form-data; name=\"a\"\r\n\r\nПривіт\r\n--XyZ--");

    assertEquals(2, form.parts().size());
    assertEquals("", form.parts().get(0).text());
    assertEquals("Привіт", form.parts().get(1).text());
    assertFalse(form.parts().get(1).fileName().isPresent());
    assertTrue(form.part("c").isEmpty());
  }

  @Test
  void fileNamesAreReadInEachSpellingThatClientsUse() {
    assertEquals("a;\"b\".txt", fileName("filename=\"a;\\\"b\\\".txt\""));
    assertEquals("a\"b.txt", fileName("filename=\"a%22b.txt\""));
    assertEquals("C:\\a.txt", fileName("filename=\"C:\\a.txt\""));
    assertEquals("рахунок.pdf", fileName("filename=\"рахунок.pdf\""));
    assertEquals("€ 1+1.txt", fileName("filename=\"x\"; filename*=UTF-8''%e2%82%ac%201+1.txt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no boundary here",
        "--XyZ",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever closed",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--XyZ",
        "--XyZ\r\nContent-Type: text/plain\r\n\r\nnameless\r\n--XyZ--"
      })
  void brokenBodiesAreRefused(String body) {
    assertThrows(IllegalArgumentException.class, () -> parse(body));
  }

  @Test
  void aMissingBoundaryIsNamed() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> MultipartForm.parse("multipart/form-data", new byte[0]));
    assertEquals("multipart: no boundary", e.getMessage());
  }

  @Test
  void quotedBoundariesAndOtherTypesAreTold() {
    assertTrue(MultipartForm.matches("Multipart/Form-Data; boundary=x"));
    assertFalse(MultipartForm.matches("application/json"));
    assertFalse(MultipartForm.matches(null));
    byte[] body =
        "--a b\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nv\r\n--a b--"
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "v",
        MultipartForm.parse("multipart/form-data; boundary=\"a b\"", body)
            .part("n")
            .orElseThrow()
            .text());
  }

  private static String fileName(String parameter) {
    return parse(
            "--XyZ\r\nContent-Disposition: form-data; name=\"f\"; "
                + parameter
                + "\r\n\r\nx\r\n--XyZ--\r\n")
        .parts()
        .get(0)
        .fileName()
        .orElseThrow();
  }

  private static MultipartForm parse(String body) {
    return MultipartForm.parse(TYPE, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
