// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Provenance;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A profile; what changes in it holds at once for whatever it is attached to. Thread-safe.
 *
 * @param <T> what it says
 */
public final class Profile<T> {
  private record State<T>(String name, T value, Provenance provenance) {}

  private final String id = Ids.uuid();
  private final ProfileKind<T> kind;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile State<T> state;

  Profile(ProfileKind<T> kind, String name, T value, Provenance provenance) {
    this.kind = kind;
    this.state = new State<>(name, value, provenance);
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** What it says now. */
  public T value() {
    return state.value();
  }

  /** Changes what a body mentions. */
  void change(JsonView body, String author, Instant now) {
    boolean named = kind.nameRequiredInChange() || body.has("name");
    lock.lock();
    try {
      state =
          new State<>(
              named ? body.nonEmpty("name") : state.name(),
              kind.read(body, state.value()),
              state.provenance().changed(author, now));
    } finally {
      lock.unlock();
    }
  }

  /** The profile as its own address gives it. */
  public ObjectNode json() {
    State<T> now = state;
    ObjectNode json = Json.object().put("id", id).put("name", now.name());
    now.provenance().onto(json, kind.modifierField());
    kind.writeVersion(now.provenance().version(), json);
    kind.write(now.value(), json);
    return json.put("selfUri", selfUri());
  }

  /** The profile as an integration shows it. */
  public ObjectNode reference(boolean expanded) {
    if (expanded) {
      ObjectNode json = json();
      kind.narrow(json);
      return json;
    }
    return Json.object().put("id", id).put("selfUri", selfUri());
  }

  private String selfUri() {
    return kind.path() + "/" + id;
  }
}
