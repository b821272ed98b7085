// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.conversations.CachedMedia;
import io.botflow.genesys.conversations.CachedMediaItem;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.internal.api.Page;
import io.botflow.genesys.internal.api.Pages;
import io.botflow.genesys.internal.api.Query;
import io.botflow.genesys.internal.http.BaseUri;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** The cache of customers' files over the API. */
final class HttpCachedMedia implements CachedMedia {
  private static final String PATH = HttpOutbound.MESSAGES + "/cachedmedia";

  private final ApiClient api;

  HttpCachedMedia(ApiClient api) {
    this.api = api;
  }

  @Override
  public Stream<CachedMediaItem> list(@Nullable String url) {
    return Pages.stream(
        number ->
            api.read(
                Call.of(
                    Operation.READ_MEDIA,
                    "GET",
                    PATH + Query.none().with("pageNumber", number).with("url", url)),
                new TypeReference<Page<CachedMediaItem>>() {}));
  }

  @Override
  public CachedMediaItem read(String id) {
    return api.read(Call.of(Operation.READ_MEDIA, "GET", one(id)), CachedMediaItem.class);
  }

  @Override
  public void delete(String id) {
    api.run(Call.of(Operation.DELETE_MEDIA, "DELETE", one(id)));
  }

  private static String one(String id) {
    return PATH + "/" + BaseUri.segment(id, "id");
  }
}
