// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.profile;

import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.Nullable;

/**
 * All profiles of one kind, and which of them new integrations get. Thread-safe.
 *
 * @param <T> what a profile says
 */
public final class Profiles<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Profile<T>> byId = new LinkedHashMap<>();
  private final ProfileKind<T> kind;
  private @Nullable Profile<T> standard;

  /** Starts with one profile, the default. */
  public Profiles(ProfileKind<T> kind, String name, T value, Provenance provenance) {
    this.kind = kind;
    this.standard = add(name, value, provenance);
  }

  /** Adds a profile. */
  public Profile<T> add(String name, T value, Provenance provenance) {
    Profile<T> profile = new Profile<>(kind, name, value, provenance);
    lock.lock();
    try {
      byId.put(profile.id(), profile);
      return profile;
    } finally {
      lock.unlock();
    }
  }

  /** What new integrations get. */
  public Optional<Profile<T>> standard() {
    lock.lock();
    try {
      return Optional.ofNullable(standard);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The profile that an entity's body refers to by its id.
   *
   * @param field the entity's field
   * @return the profile, or null when the body has no such field
   * @throws ApiError if there is no such profile
   */
  public @Nullable Profile<T> referred(JsonView body, String field) {
    JsonView reference = body.optionalObject(field);
    return reference == null ? null : named(reference, "id");
  }

  Profile<T> named(JsonView body, String field) {
    String id = body.nonEmpty(field);
    return find(id).orElseThrow(() -> ApiError.unknownReference(body.path(field), id));
  }

  Optional<Profile<T>> find(String id) {
    lock.lock();
    try {
      return Optional.ofNullable(byId.get(id));
    } finally {
      lock.unlock();
    }
  }

  List<Profile<T>> all() {
    lock.lock();
    try {
      return List.copyOf(byId.values());
    } finally {
      lock.unlock();
    }
  }

  void standard(@Nullable Profile<T> profile) {
    lock.lock();
    try {
      standard = profile;
    } finally {
      lock.unlock();
    }
  }

  void remove(Profile<T> profile) {
    lock.lock();
    try {
      byId.remove(profile.id());
    } finally {
      lock.unlock();
    }
  }
}
