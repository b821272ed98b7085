// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.profile.Profile;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The open messaging integrations of the organisation, in the order of their creation. */
final class Integrations {
  private final List<OpenIntegration> integrations = new CopyOnWriteArrayList<>();
  private final Clock clock;

  Integrations(Clock clock) {
    this.clock = clock;
  }

  OpenIntegration add(OpenIntegration integration) {
    integrations.add(integration);
    return integration;
  }

  /** All that the API shows. */
  List<OpenIntegration> all() {
    return integrations.stream()
        .filter(integration -> stage(integration) != Lifecycle.Stage.GONE)
        .toList();
  }

  /** The integration that the API shows under an id. */
  Optional<OpenIntegration> find(String id) {
    return all().stream().filter(integration -> integration.id().equals(id)).findFirst();
  }

  /** The integration that takes messages under an id. */
  Optional<OpenIntegration> active(String id) {
    return active().stream().filter(integration -> integration.id().equals(id)).findFirst();
  }

  /** All that take messages. */
  List<OpenIntegration> active() {
    return integrations.stream()
        .filter(integration -> stage(integration) == Lifecycle.Stage.ACTIVE)
        .toList();
  }

  boolean uses(Profile<?> profile) {
    return all().stream().anyMatch(integration -> integration.uses(profile));
  }

  private Lifecycle.Stage stage(OpenIntegration integration) {
    return integration.lifecycle().stage(clock.instant());
  }
}
