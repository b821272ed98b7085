// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.contestant;

import java.net.URI;
import java.net.http.HttpClient;

/** Who is measured. */
public enum Contestant {
  /** Our client as it is, with a budget that does not bind. */
  CLIENT("client"),

  /** Our client without retries and budget, as the bridge uses it. */
  CLIENT_DIRECT("client, direct()"),

  /** {@code java.net.http} and Jackson, set up the best way known. */
  BY_HAND("by hand"),

  /** {@code java.net.http} and Jackson, as one writes it down. */
  BY_HAND_DEFAULT("by hand, default HttpClient"),

  /** Genesys' own SDK. */
  GENESYS_SDK("Genesys' SDK");

  private final String label;

  Contestant(String label) {
    this.label = label;
  }

  /** The name for people. */
  public String label() {
    return label;
  }

  /**
   * Sets it up. Loads no class of the others.
   *
   * @param api where the far side listens
   * @return what sends
   */
  public Sender open(URI api) {
    return switch (this) {
      case CLIENT -> ClientSender.withDefaults(api);
      case CLIENT_DIRECT -> ClientSender.direct(api);
      case BY_HAND -> HandSender.over(HandSender.tunedClient(), api);
      case BY_HAND_DEFAULT -> HandSender.over(HttpClient.newHttpClient(), api);
      case GENESYS_SDK -> SdkSender.of(api);
    };
  }
}
