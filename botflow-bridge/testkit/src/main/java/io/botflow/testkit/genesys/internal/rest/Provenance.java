// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;

/**
 * Who made an entity and who changed it last, and when.
 *
 * @param version 1 for what was never changed
 */
public record Provenance(
    Instant created, String createdBy, Instant modified, String modifiedBy, int version) {

  /** Checks that nothing is missing. */
  public Provenance {
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(createdBy, "createdBy");
    Objects.requireNonNull(modified, "modified");
    Objects.requireNonNull(modifiedBy, "modifiedBy");
  }

  /** Of an entity that is made now. */
  public static Provenance of(String author, Instant now) {
    return new Provenance(now, author, now, author, 1);
  }

  /** After a change. */
  public Provenance changed(String author, Instant now) {
    return new Provenance(created, createdBy, now, author, version + 1);
  }

  /** Adds the dates and the authors to an entity; kinds differ in the name of the second author. */
  public void onto(ObjectNode entity, String modifierField) {
    entity.put("dateCreated", WireTime.format(created));
    entity.put("dateModified", WireTime.format(modified));
    entity.set("createdBy", user(createdBy));
    entity.set(modifierField, user(modifiedBy));
  }

  private static ObjectNode user(String id) {
    return Json.object().put("id", id).put("selfUri", "/api/v2/users/" + id);
  }
}
