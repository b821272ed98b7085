// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All uploads, in the order in which they were announced. Thread-safe. */
final class Uploads {
  private final List<Upload> uploads = new CopyOnWriteArrayList<>();

  void add(Upload upload) {
    uploads.add(upload);
  }

  Optional<Upload> withToken(String token) {
    return uploads.stream().filter(upload -> upload.token().equals(token)).findFirst();
  }

  List<Upload> of(String communicationId) {
    return uploads.stream()
        .filter(upload -> upload.communicationId().equals(communicationId))
        .toList();
  }

  /** A file that this participant may send. */
  Upload.Stored valid(Participant participant, String id) throws InvalidBodyException {
    return of(participant.communicationId()).stream()
        .filter(upload -> upload.id().equals(id))
        .findFirst()
        .map(Upload::file)
        .orElseThrow(
            () ->
                InvalidBodyException.of(
                    "mediaIds: there is no valid media " + id + " on this communication"));
  }
}
