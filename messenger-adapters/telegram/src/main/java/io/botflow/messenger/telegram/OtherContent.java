// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.message.Opaque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * Content that our messages have no kind for, such as polls, in words that an operator can read.
 */
final class OtherContent {
  private static final int RAW_CHARS = 4096;
  private static final int WORDS_CHARS = 4000;

  private OtherContent() {}

  static Opaque of(String kind, WireObject message, @Nullable String caption) {
    JsonNode content = message.raw(kind);
    String raw = content.isMissingNode() ? null : Json.text(content);
    String words = joined(" ", words(kind, message.object(kind)), caption);
    return new Opaque(
        kind,
        words.isEmpty() ? "[" + kind + "]" : "[" + kind + "] " + shortened(words),
        raw == null || raw.length() > RAW_CHARS ? null : raw);
  }

  private static @Nullable String words(String kind, WireObject body) {
    return switch (kind) {
      case "dice" -> joined(" ", body.name("emoji"), body.id("value"));
      case "poll" ->
          lines(
              body.name("question"),
              body.objects("options").stream().flatMap(OtherContent::option));
      case "checklist" ->
          lines(body.name("title"), body.objects("tasks").stream().flatMap(OtherContent::task));
      case "story" -> storyLink(body);
      case "web_app_data" -> joined(": ", body.name("button_text"), body.name("data"));
      case "users_shared" -> list(body.objects("users"));
      case "chat_shared" ->
          joined(" ", body.name("title"), body.name("username"), body.id("chat_id"));
      default -> joined(": ", body.name("title"), body.name("description"));
    };
  }

  /** Where a story can be seen, if its author has a public name. */
  static @Nullable String storyLink(WireObject story) {
    String author = story.object("chat").name("username");
    String id = story.id("id");
    return author == null || id == null ? null : "https://t.me/" + author + "/s/" + id;
  }

  private static Stream<String> option(WireObject option) {
    return Stream.ofNullable(option.name("text")).map("- "::concat);
  }

  private static Stream<String> task(WireObject task) {
    boolean done = task.has("completion_date") || task.has("completed_by_user");
    return Stream.ofNullable(task.name("text")).map((done ? "[x] " : "[ ] ")::concat);
  }

  private static String list(List<WireObject> users) {
    return users.stream()
        .flatMap(
            user ->
                Stream.of(
                        user.names("first_name", "last_name"),
                        user.name("username"),
                        user.id("user_id"))
                    .filter(Objects::nonNull)
                    .limit(1))
        .collect(Collectors.joining(", "));
  }

  private static String lines(@Nullable String head, Stream<String> others) {
    return Stream.concat(Stream.ofNullable(head), others).collect(Collectors.joining("\n"));
  }

  private static String joined(String between, @Nullable String... texts) {
    return Stream.of(texts)
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(between));
  }

  private static String shortened(String text) {
    if (text.length() <= WORDS_CHARS) {
      return text;
    }
    int end =
        Character.isHighSurrogate(text.charAt(WORDS_CHARS - 1)) ? WORDS_CHARS - 1 : WORDS_CHARS;
    return text.substring(0, end) + " …";
  }
}
