// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.internal.api.Page;
import io.botflow.genesys.internal.api.Pages;
import io.botflow.genesys.internal.api.Query;
import io.botflow.genesys.internal.http.BaseUri;
import io.botflow.genesys.internal.json.Fields;
import java.util.stream.Stream;

/** What both versions of Bot Connector read in the same way: pages of bots, and one bot. */
final class BotReads {
  private final ApiClient api;

  BotReads(ApiClient api) {
    this.api = api;
  }

  static String path(String bots, String botId) {
    return bots + "/" + BaseUri.segment(botId, "botId");
  }

  <T> Stream<T> pages(String path, TypeReference<Page<T>> page) {
    return Pages.stream(
        number -> api.read(read(path + Query.none().with("pageNumber", number)), page));
  }

  <T> T bot(String bots, String botId, Class<T> type) {
    return api.read(read(path(bots, botId)), type);
  }

  <T> T bot(String bots, String botId, String version, Class<T> type) {
    Query query = Query.none().with("version", Fields.text(version, "version"));
    return api.read(read(path(bots, botId) + query), type);
  }

  private static Call read(String path) {
    return Call.of(Operation.READ_BOTS, "GET", path);
  }
}
