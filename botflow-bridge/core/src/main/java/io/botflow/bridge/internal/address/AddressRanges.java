// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.address;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;

/**
 * Several {@link AddressRange}s as one set.
 *
 * @param ranges the ranges; they may overlap
 */
public record AddressRanges(List<AddressRange> ranges) {

  /** {@inheritDoc} */
  public AddressRanges {
    ranges = List.copyOf(ranges);
  }

  /**
   * Reads ranges.
   *
   * @param cidrs as {@link AddressRange#of} takes them
   * @return the set
   * @throws IllegalArgumentException if one cannot be read
   */
  public static AddressRanges of(Collection<String> cidrs) {
    return new AddressRanges(cidrs.stream().map(AddressRange::of).toList());
  }

  /**
   * Whether an address is in one of them.
   *
   * @param address of either family
   * @return true when it is
   */
  public boolean contains(InetAddress address) {
    for (AddressRange range : ranges) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many ranges there are.
   *
   * @return the number
   */
  public int size() {
    return ranges.size();
  }

  /**
   * Whether there is none.
   *
   * @return true when no address is in the set
   */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }
}
