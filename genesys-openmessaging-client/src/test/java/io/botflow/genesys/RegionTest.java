// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {
  @ParameterizedTest
  @CsvSource({
    "us-east-1,mypurecloud.com",
    "us-east-2,use2.us-gov-pure.cloud",
    "us-west-2,usw2.pure.cloud",
    "ca-central-1,cac1.pure.cloud",
    "sa-east-1,sae1.pure.cloud",
    "mx-central-1,mxc1.pure.cloud",
    "eu-west-1,mypurecloud.ie",
    "me-central-1,mec1.pure.cloud",
    "ap-southeast-2,mypurecloud.com.au",
    "eu-west-2,euw2.pure.cloud",
    "eu-central-1,mypurecloud.de",
    "eu-central-2,euc2.pure.cloud",
    "ap-northeast-1,mypurecloud.jp",
    "ap-northeast-2,apne2.pure.cloud",
    "ap-northeast-3,apne3.pure.cloud",
    "ap-south-1,aps1.pure.cloud",
    "ap-southeast-1,apse1.pure.cloud",
    "eusc-de-east-1,edee1.eusc-pure.cloud",
  })
  void everyPublicRegionHasItsTwoHosts(String name, String domain) {
    Region region = Region.named(name);
    assertEquals(domain, region.domain());
    assertEquals(URI.create("https://api." + domain), region.apiUri());
    assertEquals(URI.create("https://login." + domain), region.loginUri());
    assertEquals(18, Region.all().size());
  }

  @Test
  void anUnknownRegionIsRefusedWithTheListOfNames() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Region.named("eu-north-9")).getMessage();
    assertTrue(message.contains("'eu-north-9'"), message);
    for (Region region : Region.all()) {
      assertTrue(message.contains(region.name()), message);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.example.com",
        "ftp://api.example.com",
        "https:///path",
        "https://user:pass@api.example.com",
        "https://api.example.com?x=1",
        "https://api.example.com#x",
        "/only/a/path"
      })
  void anAddressThatIsNoHostIsRefusedByName(String address) {
    URI good = URI.create("https://login.example.com");
    String message =
        assertThrows(IllegalArgumentException.class, () -> Region.at(URI.create(address), good))
            .getMessage();
    assertTrue(message.startsWith("apiUri:"), message);
    message =
        assertThrows(IllegalArgumentException.class, () -> Region.at(good, URI.create(address)))
            .getMessage();
    assertTrue(message.startsWith("loginUri:"), message);
  }

  @Test
  void wrongSettingsAreNamedWhenBuilt() {
    GenesysCloudBuilder empty = GenesysCloud.builder(Region.EU_CENTRAL_1);
    assertSetting("clientCredentials", empty::build);
    assertSetting(
        "clientSecret",
        GenesysCloud.builder(Region.EU_CENTRAL_1).clientCredentials("id", " ")::build);
    assertSetting(
        "clientId", GenesysCloud.builder(Region.EU_CENTRAL_1).clientCredentials("", "s")::build);
    assertSetting(
        "requestTimeout",
        GenesysCloud.builder(Region.EU_CENTRAL_1)
                .clientCredentials("id", "s")
                .requestTimeout(Duration.ZERO)
            ::build);
  }

  private static void assertSetting(
      String setting, org.junit.jupiter.api.function.Executable build) {
    String message = assertThrows(IllegalArgumentException.class, build).getMessage();
    assertTrue(message.startsWith(setting + ":"), message);
  }
}
