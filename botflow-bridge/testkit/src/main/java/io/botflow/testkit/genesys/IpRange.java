// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.util.Objects;

/**
 * A range of addresses that the simulated platform says it calls from.
 *
 * @param cidr the range, for example {@code 192.0.2.0/26}
 * @param service who calls from it, for example {@code data-actions}
 * @param region where, for example {@code us-east-1}
 */
public record IpRange(String cidr, String service, String region) {

  /** {@inheritDoc} */
  public IpRange {
    Objects.requireNonNull(cidr, "cidr");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(region, "region");
  }
}
