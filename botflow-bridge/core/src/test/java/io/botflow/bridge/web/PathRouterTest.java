// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathRouterTest {
  private static final int NOT_FOUND = 404;

  private final WebHandler router =
      PathRouter.of(
          Map.of(
              "/hook", answering(201),
              "/media/", answering(202),
              "/media/private/", answering(203),
              "/media/private/list", answering(204)));

  private static WebHandler answering(int status) {
    return request -> WebResponse.empty(status);
  }

  private static int ask(WebHandler router, String target) {
    return router.handle(WebRequest.builder("GET", target).build()).status();
  }

  @ParameterizedTest(name = "{0} goes to {1}")
  @CsvSource({
    "/hook, 201",
    "/hook?a=b, 201",
    "/hook/, 404",
    "/hooks, 404",
    "/hook/below, 404",
    "/HOOK, 404",
    "//hook, 404",
    "/%68ook, 404",
    "/media/, 202",
    "/media/a/b.jpg, 202",
    "/media, 404",
    "/media/private/, 203",
    "/media/private/x, 203",
    "/media/private, 202",
    "/media/private/list, 204",
    "/media/private/lists, 203",
    "/, 404",
    "*, 404"
  })
  void theLongestMatchingPathAnswers(String target, int status) {
    assertEquals(status, ask(router, target));
  }

  @Test
  void aPathThatIsOnlyASlashTakesWhatNobodyElseTakes() {
    WebHandler all = PathRouter.of(Map.of("/", answering(200), "/hook", answering(201)));

    assertEquals(201, ask(all, "/hook"));
    assertEquals(200, ask(all, "/other"));
  }

  @Test
  void anotherAnswerThan404CanBeGivenToOtherPaths() {
    WebHandler friendly = PathRouter.of(Map.of("/hook", answering(201)), answering(410));

    assertEquals(201, ask(friendly, "/hook"));
    assertEquals(410, ask(friendly, "/other"));
  }

  @Test
  void aRouterWithoutPathsAnswers404() {
    assertEquals(NOT_FOUND, ask(PathRouter.of(Map.of()), "/"));
  }

  @Test
  void aPathWithoutItsSlashIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> PathRouter.of(Map.of("hook", answering(200))));
    assertTrue(String.valueOf(refusal.getMessage()).contains("hook"));
  }
}
