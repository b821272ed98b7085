// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import io.botflow.testkit.genesys.internal.rest.WireTime;

/** The customers' files that the platform has fetched and keeps. */
final class CachedMediaEndpoint {
  private static final Permission VIEW = Permission.any("conversation:cachedMedia:view");
  private static final Permission DELETE = Permission.any("conversation:cachedMedia:delete");
  private static final String PATH = "/api/v2/conversations/messages/cachedmedia";

  private final CachedMedia cache;

  CachedMediaEndpoint(CachedMedia cache) {
    this.cache = cache;
  }

  void register(Routes routes) {
    routes
        .add("GET", PATH, VIEW, this::list)
        .add("GET", PATH + "/{itemId}", VIEW, call -> Answers.ok(view(item(call))))
        .add("DELETE", PATH + "/{itemId}", DELETE, this::delete);
  }

  private WebResponse list(ApiCall call) {
    String url = call.query("url").orElse("");
    return Answers.page(
        call,
        cache.items().stream()
            .filter(item -> url.isEmpty() || item.url().toString().equals(url))
            .map(CachedMediaEndpoint::view)
            .toList());
  }

  private CachedMedia.Item item(ApiCall call) {
    String id = call.path("itemId");
    return cache.items().stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow(ApiError::notFound);
  }

  private WebResponse delete(ApiCall call) {
    if (!cache.remove(item(call).id())) {
      throw ApiError.notFound();
    }
    return WebResponse.empty(202);
  }

  private static ObjectNode view(CachedMedia.Item item) {
    ObjectNode view = Json.object();
    view.put("id", item.id());
    view.put("url", item.url().toString());
    view.put("downloadUrl", item.downloadUrl().toString());
    view.put("mediaType", item.mime());
    view.put("contentLengthBytes", item.size());
    view.put("dateCreated", WireTime.format(item.created()));
    view.put("dateExpires", WireTime.format(item.expires()));
    return view.put("selfUri", PATH + "/" + item.id());
  }
}
