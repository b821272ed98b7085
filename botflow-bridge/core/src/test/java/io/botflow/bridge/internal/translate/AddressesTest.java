// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.botflow.connector.message.MediaSource;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.example/b.jpg, https://a.example/b.jpg",
    "https://a.example/b c.jpg, https://a.example/b%20c.jpg",
    "https://фото.укр/a.jpg, https://xn--n1aalg.xn--j1amh/a.jpg",
    "https://фото.укр:8443/кіт 1.jpg?x=1, "
        + "https://xn--n1aalg.xn--j1amh:8443/%D0%BA%D1%96%D1%82%201.jpg?x=1",
    "https://127。0。0。1/a, https://127.0.0.1/a",
  })
  void anAddressIsReadAsABrowserReadsIt(String written, String read) {
    MediaSource.Url source = Objects.requireNonNull(Addresses.source(written));
    assertEquals(read, source.url().toASCIIString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a.jpg", "https://", "mailto:фото@a.example", "https://я..укр/a", "://ї"})
  void whatNamesNoHostIsNone(String written) {
    assertNull(Addresses.source(written));
  }
}
