// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys;

import io.botflow.genesys.internal.http.BaseUri;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Where a Genesys Cloud organisation lives: the region's name, its domain, and the two hosts under
 * it. The constants are Genesys Cloud's public regions.
 *
 * @param name the name of the AWS region, for example {@code eu-central-1}
 * @param domain the domain, for example {@code mypurecloud.de}
 * @param apiUri the API host; the only one that sees tokens
 * @param loginUri the login host; the only one that sees the client secret
 */
public record Region(String name, String domain, URI apiUri, URI loginUri) {
  /** US East (Virginia). */
  public static final Region US_EAST_1 = of("us-east-1", "mypurecloud.com");

  /** US East 2, FedRAMP. */
  public static final Region US_EAST_2 = of("us-east-2", "use2.us-gov-pure.cloud");

  /** US West (Oregon). */
  public static final Region US_WEST_2 = of("us-west-2", "usw2.pure.cloud");

  /** Canada. */
  public static final Region CA_CENTRAL_1 = of("ca-central-1", "cac1.pure.cloud");

  /** São Paulo. */
  public static final Region SA_EAST_1 = of("sa-east-1", "sae1.pure.cloud");

  /** Mexico. */
  public static final Region MX_CENTRAL_1 = of("mx-central-1", "mxc1.pure.cloud");

  /** Ireland. */
  public static final Region EU_WEST_1 = of("eu-west-1", "mypurecloud.ie");

  /** London. */
  public static final Region EU_WEST_2 = of("eu-west-2", "euw2.pure.cloud");

  /** Frankfurt. */
  public static final Region EU_CENTRAL_1 = of("eu-central-1", "mypurecloud.de");

  /** Zurich. */
  public static final Region EU_CENTRAL_2 = of("eu-central-2", "euc2.pure.cloud");

  /** United Arab Emirates. */
  public static final Region ME_CENTRAL_1 = of("me-central-1", "mec1.pure.cloud");

  /** Tokyo. */
  public static final Region AP_NORTHEAST_1 = of("ap-northeast-1", "mypurecloud.jp");

  /** Seoul. */
  public static final Region AP_NORTHEAST_2 = of("ap-northeast-2", "apne2.pure.cloud");

  /** Osaka. */
  public static final Region AP_NORTHEAST_3 = of("ap-northeast-3", "apne3.pure.cloud");

  /** Mumbai. */
  public static final Region AP_SOUTH_1 = of("ap-south-1", "aps1.pure.cloud");

  /** Singapore. */
  public static final Region AP_SOUTHEAST_1 = of("ap-southeast-1", "apse1.pure.cloud");

  /** Sydney. */
  public static final Region AP_SOUTHEAST_2 = of("ap-southeast-2", "mypurecloud.com.au");

  /** European Sovereign Cloud. */
  public static final Region EUSC_DE_EAST_1 = of("eusc-de-east-1", "edee1.eusc-pure.cloud");

  private static final List<Region> ALL =
      List.of(
          US_EAST_1,
          US_EAST_2,
          US_WEST_2,
          CA_CENTRAL_1,
          SA_EAST_1,
          MX_CENTRAL_1,
          EU_WEST_1,
          EU_WEST_2,
          EU_CENTRAL_1,
          EU_CENTRAL_2,
          ME_CENTRAL_1,
          AP_NORTHEAST_1,
          AP_NORTHEAST_2,
          AP_NORTHEAST_3,
          AP_SOUTH_1,
          AP_SOUTHEAST_1,
          AP_SOUTHEAST_2,
          EUSC_DE_EAST_1);

  /** {@inheritDoc} */
  public Region {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(domain, "domain");
    BaseUri.of("apiUri", Objects.requireNonNull(apiUri, "apiUri"));
    BaseUri.of("loginUri", Objects.requireNonNull(loginUri, "loginUri"));
  }

  /**
   * All public regions.
   *
   * @return the constants of this type
   */
  public static List<Region> all() {
    return ALL;
  }

  /**
   * A public region by its name.
   *
   * @param name for example {@code eu-central-1}, in any case
   * @return the region
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Region named(String name) {
    Objects.requireNonNull(name, "name");
    for (Region region : ALL) {
      if (region.name.equalsIgnoreCase(name.strip())) {
        return region;
      }
    }
    throw new IllegalArgumentException(
        "region: '"
            + name
            + "' is none of "
            + ALL.stream().map(Region::name).collect(Collectors.joining(", ")));
  }

  /**
   * A place of its own, such as a simulator or a proxy. Tokens and secrets go there: use {@code
   * https} beyond your own machine.
   *
   * @param apiUri scheme, host and port of the API
   * @param loginUri scheme, host and port of the token endpoint
   * @return the region, named {@code custom}
   * @throws IllegalArgumentException if an address is not of that form; the message names it
   */
  public static Region at(URI apiUri, URI loginUri) {
    return new Region("custom", String.valueOf(apiUri.getHost()), apiUri, loginUri);
  }

  private static Region of(String name, String domain) {
    return new Region(
        name, domain, URI.create("https://api." + domain), URI.create("https://login." + domain));
  }
}
