// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import javax.annotation.Nullable;

/** How an integration comes into being and ceases to be, both of which may take a while. */
final class Lifecycle {
  /** Where an integration stands; the names are those of its status in the API. */
  enum Stage {
    STARTING("Starting", "Initiated"),
    ACTIVE("Active", "Completed"),
    ERROR("Error", "Error"),
    DELETING("Deleting", "Completed"),
    GONE("Deleting", "Completed");

    private final String status;
    private final String createStatus;

    Stage(String status, String createStatus) {
      this.status = status;
      this.createStatus = createStatus;
    }

    String status() {
      return status;
    }

    String createStatus() {
      return createStatus;
    }
  }

  private final Instant completeAt;
  private final @Nullable ObjectNode error;
  private volatile @Nullable Instant goneAt;

  Lifecycle(Instant completeAt, @Nullable ObjectNode error) {
    this.completeAt = completeAt;
    this.error = error;
  }

  Stage stage(Instant now) {
    Instant gone = goneAt;
    if (gone != null) {
      return now.isBefore(gone) ? Stage.DELETING : Stage.GONE;
    }
    if (now.isBefore(completeAt)) {
      return Stage.STARTING;
    }
    return error == null ? Stage.ACTIVE : Stage.ERROR;
  }

  /** Why the creation failed; of use in {@link Stage#ERROR} only. */
  @Nullable
  ObjectNode error() {
    return error;
  }

  boolean ended() {
    return goneAt != null;
  }

  void end(Instant at) {
    goneAt = at;
  }
}
