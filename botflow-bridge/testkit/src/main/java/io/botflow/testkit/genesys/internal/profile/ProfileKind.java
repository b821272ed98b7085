// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.JsonView;

/**
 * What sets one kind of profile apart from others.
 *
 * @param <T> what a profile of this kind says
 */
public interface ProfileKind<T> {

  /** The address of all profiles of this kind. */
  String path();

  /** What a permission begins with: before {@code :view}, {@code :add} and so on. */
  String permission();

  /** What a new profile says where its body says nothing. */
  T initial();

  /**
   * Reads a body.
   *
   * @param before what holds where the body says nothing
   * @throws InvalidBodyException if it breaks the schema
   */
  T read(JsonView body, T before);

  /** Adds what a profile says to its JSON. */
  void write(T value, ObjectNode profile);

  /** Adds the version, which not each kind writes as a number. */
  void writeVersion(int version, ObjectNode profile);

  /** The field that names who changed the profile last. */
  String modifierField();

  /** Whether a change must repeat the name. */
  boolean nameRequiredInChange();

  /** The field by which a body names the new default. */
  String defaultField();

  /** Whether an organisation may be without a default. */
  boolean defaultRemovable();

  /** Leaves of a profile's JSON what an integration shows of it. */
  void narrow(ObjectNode profile);
}
