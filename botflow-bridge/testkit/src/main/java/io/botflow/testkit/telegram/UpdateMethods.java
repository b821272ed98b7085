// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.Nullable;

/** The methods through which the bot learns: who it is, what happened, where files are. */
final class UpdateMethods {
  private static final int MAX_DOWNLOAD = 20 << 20;
  private static final int MAX_UPDATES = 100;
  private static final long MAX_POLL_SECONDS = 50;

  private final ObjectNode bot;
  private final UpdateQueue queue;
  private final Webhooks webhooks;
  private final FileVault files;
  @Nullable private final Path localFiles;
  private final Traffic traffic;

  UpdateMethods(
      ObjectNode bot,
      UpdateQueue queue,
      Webhooks webhooks,
      FileVault files,
      @Nullable Path localFiles,
      Traffic traffic) {
    this.bot = bot;
    this.queue = queue;
    this.webhooks = webhooks;
    this.files = files;
    this.localFiles = localFiles;
    this.traffic = traffic;
  }

  List<Method> all() {
    return List.of(
        new Method("getMe", List.of(), List.of(), call -> Answer.of(bot.deepCopy())),
        new Method(
            "getUpdates",
            List.of(),
            List.of("offset", "limit", "timeout", "allowed_updates"),
            this::getUpdates),
        new Method(
            "setWebhook",
            List.of("url"),
            List.of(
                "certificate",
                "ip_address",
                "max_connections",
                "allowed_updates",
                "drop_pending_updates",
                "secret_token"),
            this::setWebhook),
        new Method("deleteWebhook", List.of(), List.of("drop_pending_updates"), webhooks::delete),
        new Method("getWebhookInfo", List.of(), List.of(), call -> Answer.of(webhooks.info())),
        new Method("getFile", List.of("file_id"), List.of(), this::getFile));
  }

  private Answer getUpdates(Call call) throws InterruptedException {
    allow(call);
    long limit = Math.max(1, Math.min(MAX_UPDATES, call.number("limit", MAX_UPDATES)));
    long timeout = Math.max(0, Math.min(MAX_POLL_SECONDS, call.number("timeout", 0)));
    List<PendingUpdate> updates =
        queue.poll(call.number("offset", 0), (int) limit, Duration.ofSeconds(timeout));
    ArrayNode result = Json.object().putArray("result");
    for (PendingUpdate update : updates) {
      result.add(update.body());
      traffic.toBot(update, 200);
    }
    return Answer.of(result);
  }

  private Answer setWebhook(Call call) {
    Answer answer = webhooks.set(call);
    allow(call);
    return answer;
  }

  private void allow(Call call) {
    JsonNode kinds = call.json("allowed_updates").orElse(null);
    if (kinds == null) {
      return;
    }
    if (!kinds.isArray()) {
      throw ApiError.badRequest("can't parse allowed_updates: Expected an Array of String");
    }
    Set<String> names = new TreeSet<>();
    kinds.forEach(kind -> names.add(kind.asText("")));
    queue.allow(names);
  }

  private Answer getFile(Call call) {
    String id = call.text("file_id");
    if (id.isBlank()) {
      throw ApiError.badRequest("file_id not specified");
    }
    TelegramFile file =
        files
            .byId(id)
            .orElseThrow(
                () -> ApiError.badRequest("wrong file_id or the file is temporarily unavailable"));
    if (localFiles == null && file.size() > MAX_DOWNLOAD) {
      throw ApiError.badRequest("file is too big");
    }
    files.openLink(file);
    return Answer.of(
        Json.object()
            .put("file_id", file.id())
            .put("file_unique_id", file.uniqueId())
            .put("file_size", file.size())
            .put("file_path", localFiles == null ? file.path() : written(localFiles, file)));
  }

  private static String written(Path folder, TelegramFile file) {
    try {
      Path path = folder.toAbsolutePath().resolve(file.path());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      return Files.write(path, file.shared()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException("localFiles cannot be written", e);
    }
  }
}
