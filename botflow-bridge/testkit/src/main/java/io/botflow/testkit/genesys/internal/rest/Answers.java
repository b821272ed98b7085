// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import java.util.List;

/** Successful answers of the API. */
public final class Answers {
  private static final int DEFAULT_PAGE_SIZE = 25;
  private static final int MAX_PAGE_SIZE = 500;

  private Answers() {}

  /** 200 with a body. */
  public static WebResponse ok(JsonNode body) {
    return of(200, body);
  }

  /** A status with a body. */
  public static WebResponse of(int status, JsonNode body) {
    return WebResponse.json(status, Json.text(body));
  }

  /** One page of the entities, as the query's {@code pageNumber} and {@code pageSize} ask for. */
  public static WebResponse page(ApiCall call, List<? extends JsonNode> entities) {
    int size = call.number("pageSize", DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
    int number = call.number("pageNumber", 1, Integer.MAX_VALUE);
    int pages = (entities.size() + size - 1) / size;
    ObjectNode body = Json.object();
    ArrayNode some = body.putArray("entities");
    entities.stream().skip((long) (number - 1) * size).limit(size).forEach(some::add);
    body.put("pageSize", size);
    body.put("pageNumber", number);
    body.put("total", entities.size());
    body.put("pageCount", pages);
    String path = call.request().path();
    body.put("selfUri", uri(path, number, size));
    body.put("firstUri", uri(path, 1, size));
    body.put("lastUri", uri(path, Math.max(1, pages), size));
    if (number < pages) {
      body.put("nextUri", uri(path, number + 1, size));
    }
    if (number > 1) {
      body.put("previousUri", uri(path, number - 1, size));
    }
    return ok(body);
  }

  private static String uri(String path, int number, int size) {
    return path + "?pageSize=" + size + "&pageNumber=" + number;
  }
}
