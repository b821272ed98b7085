// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import javax.annotation.Nullable;

/**
 * A place on the map.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 * @param name what the place is called, if known
 * @param address its postal address, if known
 */
public record Location(
    double latitude, double longitude, @Nullable String name, @Nullable String address)
    implements Part {

  /** {@inheritDoc} */
  public Location {
    Required.within(latitude, 90, "latitude");
    Required.within(longitude, 180, "longitude");
  }

  /**
   * A place of which only the coordinates are known.
   *
   * @param latitude degrees north, -90 to 90
   * @param longitude degrees east, -180 to 180
   * @return the part
   */
  public static Location of(double latitude, double longitude) {
    return new Location(latitude, longitude, null, null);
  }

  @Override
  public PartKind kind() {
    return PartKind.LOCATION;
  }

  @Override
  public <R> R accept(PartVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Shows the kind, never the content. */
  @Override
  public String toString() {
    return "Location[***]";
  }
}
