// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long after its end a conversation is reopened, per messenger, and the address of that. */
final class ThreadingTimeline {
  private static final String OPEN = "open";
  private static final Duration STANDARD = Duration.ofDays(3);
  private static final List<String> MESSENGERS =
      List.of("sms", "facebook", "twitter", "whatsapp", "webmessaging", "instagram", OPEN, "apple");

  private volatile Map<String, Duration> windows;

  ThreadingTimeline(Duration open) {
    this.windows = Map.of(OPEN, open);
  }

  /** The window of open messaging. */
  Duration window() {
    return windows.getOrDefault(OPEN, STANDARD);
  }

  void register(Routes routes) {
    String path = "/api/v2/conversations/messaging/threadingtimeline";
    routes
        .add(
            "GET",
            path,
            Permission.all("conversation:threadingTimeline:view"),
            call -> Answers.ok(json()))
        .add("PUT", path, Permission.all("conversation:threadingTimeline:edit"), this::replace);
  }

  private ObjectNode json() {
    ObjectNode json = Json.object();
    ArrayNode settings = json.putArray("settings");
    windows.forEach(
        (messenger, window) ->
            settings
                .addObject()
                .put("messengerType", messenger)
                .put("timeoutInMinutes", window.toMinutes()));
    return json.put("defaultTimeoutMinutes", STANDARD.toMinutes());
  }

  private WebResponse replace(ApiCall call) {
    Map<String, Duration> given = new LinkedHashMap<>();
    for (JsonView setting : call.body().objects("settings", MESSENGERS.size())) {
      String messenger = setting.oneOf("messengerType", "MessengerType", MESSENGERS);
      long minutes = setting.number("timeoutInMinutes", 0, STANDARD.toMinutes());
      if (given.put(messenger, Duration.ofMinutes(minutes)) != null) {
        throw InvalidBodyException.of(
            setting.path("messengerType") + " should be there once: " + messenger);
      }
    }
    windows = given;
    return Answers.ok(json());
  }
}
