// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;

/** A message flow that the organisation has, to be attached to a recipient by its id. Immutable. */
public final class DefinedFlow {
  private final String id = Ids.uuid();
  private final String name;
  private final PublishedFlow published;

  DefinedFlow(String name, PublishedFlow published) {
    this.name = name;
    this.published = published;
  }

  /**
   * The flow's id.
   *
   * @return a dashed UUID
   */
  public String id() {
    return id;
  }

  /**
   * The flow's name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  PublishedFlow published() {
    return published;
  }

  /** The name and the id. */
  @Override
  public String toString() {
    return "DefinedFlow[" + name + ", " + id + "]";
  }
}
