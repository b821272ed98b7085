// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.configuration.Profiles;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.internal.api.Page;
import io.botflow.genesys.internal.api.Pages;
import io.botflow.genesys.internal.http.BaseUri;
import io.botflow.genesys.internal.json.Fields;
import java.util.function.Function;
import java.util.stream.Stream;

/** Profiles of one kind over the API. */
final class HttpProfiles<T> implements Profiles<T> {
  private final ApiClient api;
  private final String path;
  private final Class<T> type;
  private final TypeReference<Page<T>> page;

  /** The body that makes the profile of an id the default. */
  private final Function<String, ?> defaultOf;

  HttpProfiles(
      ApiClient api,
      String path,
      Class<T> type,
      TypeReference<Page<T>> page,
      Function<String, ?> defaultOf) {
    this.defaultOf = defaultOf;
    this.api = api;
    this.path = path;
    this.type = type;
    this.page = page;
  }

  @Override
  public Stream<T> list() {
    return Pages.stream(
        number ->
            api.read(
                Call.of(Operation.READ_CONFIGURATION, "GET", path + "?pageNumber=" + number),
                page));
  }

  @Override
  public T read(String id) {
    return api.read(Call.of(Operation.READ_CONFIGURATION, "GET", one(id)), type);
  }

  @Override
  public T readDefault() {
    return api.read(Call.of(Operation.READ_CONFIGURATION, "GET", path + "/default"), type);
  }

  @Override
  public T makeDefault(String id) {
    return api.read(
        Call.of(
            Operation.UPDATE_CONFIGURATION,
            "PUT",
            path + "/default",
            defaultOf.apply(Fields.text(id, "id"))),
        type);
  }

  @Override
  public T create(T profile) {
    return api.read(Call.of(Operation.CREATE_CONFIGURATION, "POST", path, profile), type);
  }

  @Override
  public T update(String id, T profile) {
    return api.read(Call.of(Operation.UPDATE_CONFIGURATION, "PATCH", one(id), profile), type);
  }

  @Override
  public void delete(String id) {
    api.run(Call.of(Operation.DELETE_CONFIGURATION, "DELETE", one(id)));
  }

  private String one(String id) {
    return path + "/" + BaseUri.segment(id, "id");
  }
}
