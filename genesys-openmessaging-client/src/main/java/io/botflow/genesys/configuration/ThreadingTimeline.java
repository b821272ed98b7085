// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * How long after its end a conversation is reopened by a further message, by messenger type. While
 * a conversation is connected, this plays no part.
 *
 * <p>Mirrors {@code ConversationThreadingWindow}.
 *
 * @param settings the windows; a type that is missing has the default
 * @param defaultTimeoutMinutes the platform's default, 72 hours; told, not set
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://help.mypurecloud.com/articles/messaging-threading-timeline/">Messaging
 *     threading timeline</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThreadingTimeline(
    @JsonProperty("settings") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Window> settings,
    @JsonProperty("defaultTimeoutMinutes") @Nullable Long defaultTimeoutMinutes,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** The longest window: 72 hours. */
  public static final Duration LONGEST = Duration.ofDays(3);

  /** {@inheritDoc} */
  public ThreadingTimeline {
    settings = Copies.list(settings);
    extra = Copies.byName(extra);
  }

  /**
   * The window of one messenger type.
   *
   * @param messengerType the type
   * @param timeoutInMinutes how long; 0 reopens nothing
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Window(
      @JsonProperty("messengerType") @Nullable MessengerType messengerType,
      @JsonProperty("timeoutInMinutes") @Nullable Long timeoutInMinutes,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Window {
      extra = Copies.byName(extra);
    }
  }

  /**
   * The window of a type.
   *
   * @param type the messenger type
   * @return its window, the default if it has none of its own; empty if neither is told
   */
  public Optional<Duration> window(MessengerType type) {
    return settings.stream()
        .filter(window -> type.equals(window.messengerType()))
        .map(Window::timeoutInMinutes)
        .findFirst()
        .or(() -> Optional.ofNullable(defaultTimeoutMinutes))
        .map(Duration::ofMinutes);
  }

  /**
   * Changes the window of one type and keeps the others, since setting replaces all.
   *
   * @param type the messenger type
   * @param window whole minutes, at most 72 hours
   * @return the changed timeline
   * @throws InvalidFieldException if the window is out of range
   */
  public ThreadingTimeline with(MessengerType type, Duration window) {
    if (window.isNegative() || window.compareTo(LONGEST) > 0) {
      throw new InvalidFieldException("timeoutInMinutes", "must be between 0 and 72 hours");
    }
    List<Window> changed = new ArrayList<>(settings);
    changed.removeIf(known -> type.equals(known.messengerType()));
    changed.add(new Window(type, window.toMinutes(), Map.of()));
    return new ThreadingTimeline(changed, defaultTimeoutMinutes, extra);
  }
}
