// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.profile;

import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Provenance;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.time.Clock;
import java.util.function.Predicate;

/**
 * The addresses of the profiles of one kind.
 *
 * @param <T> what a profile says
 */
public final class ProfileEndpoint<T> {
  private final ProfileKind<T> kind;
  private final Profiles<T> profiles;
  private final Predicate<Profile<T>> attached;
  private final Clock clock;

  /** Over these profiles; what is attached to an integration cannot be deleted. */
  public ProfileEndpoint(
      ProfileKind<T> kind, Profiles<T> profiles, Predicate<Profile<T>> attached, Clock clock) {
    this.kind = kind;
    this.profiles = profiles;
    this.attached = attached;
    this.clock = clock;
  }

  /** Adds the addresses. */
  public void register(Routes routes) {
    String all = kind.path();
    String one = all + "/{profileId}";
    String standard = all + "/default";
    routes
        .add("GET", all, may("view"), this::list)
        .add("POST", all, may("add"), this::create)
        .add("GET", one, may("view"), call -> Answers.ok(profile(call).json()))
        .add("PATCH", one, may("edit"), this::change)
        .add("DELETE", one, may("delete"), this::delete)
        .add("GET", standard, may("view"), call -> standard())
        .add("PUT", standard, may("edit"), this::chooseStandard);
    if (kind.defaultRemovable()) {
      routes.add("DELETE", standard, may("delete"), call -> removeStandard());
    }
  }

  private Permission may(String action) {
    return Permission.all(kind.permission() + ":" + action);
  }

  private Profile<T> profile(ApiCall call) {
    return profiles.find(call.path("profileId")).orElseThrow(ApiError::notFound);
  }

  private WebResponse list(ApiCall call) {
    return Answers.page(call, profiles.all().stream().map(Profile::json).toList());
  }

  private WebResponse create(ApiCall call) {
    JsonView body = call.body();
    return Answers.ok(
        profiles
            .add(
                body.nonEmpty("name"),
                kind.read(body, kind.initial()),
                Provenance.of(call.caller().clientId(), clock.instant()))
            .json());
  }

  private WebResponse change(ApiCall call) {
    Profile<T> profile = profile(call);
    profile.change(call.body(), call.caller().clientId(), clock.instant());
    return Answers.ok(profile.json());
  }

  private WebResponse delete(ApiCall call) {
    Profile<T> profile = profile(call);
    if (attached.test(profile) || profiles.standard().filter(profile::equals).isPresent()) {
      throw ApiError.conflict(
          "The request conflicts with the current state of the target resource.");
    }
    profiles.remove(profile);
    return WebResponse.empty(204);
  }

  private WebResponse standard() {
    return Answers.ok(profiles.standard().orElseThrow(ApiError::notFound).json());
  }

  private WebResponse chooseStandard(ApiCall call) {
    Profile<T> chosen = profiles.named(call.body(), kind.defaultField());
    profiles.standard(chosen);
    return Answers.ok(chosen.json());
  }

  private WebResponse removeStandard() {
    profiles.standard(null);
    return WebResponse.empty(204);
  }
}
