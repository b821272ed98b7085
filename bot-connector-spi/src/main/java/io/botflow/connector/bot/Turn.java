// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * What a customer said to a bot, and what is known of the conversation.
 *
 * <p>The endpoint makes the turns that a bot gets. A bot's own tests make theirs by {@link
 * #builder}, whose defaults suit them:
 *
 * <pre>{@code
 * Reply reply = bot.answer(Turn.builder("conversation-1", "session-1").text("hello").build());
 * }</pre>
 *
 * <p>Immutable, apart from the session and the handles that it leads to. Safe for concurrent use.
 */
public final class Turn {
  private final String conversationId;
  private final String sessionId;
  private final String botId;
  private final String botVersion;
  private final String text;
  @Nullable private final Selection selection;
  private final List<Media> media;
  private final String language;
  private final Map<String, String> variables;
  private final boolean first;
  private final Instant deadline;
  private final BotSession session;
  private final Cancellation cancellation;
  private final Answers answers;

  private Turn(Builder builder) {
    this.conversationId = builder.conversationId;
    this.sessionId = builder.sessionId;
    this.botId = builder.botId;
    this.botVersion = builder.botVersion;
    this.text = builder.text;
    this.selection = builder.selection;
    this.media = builder.media;
    this.language = builder.language;
    this.variables = builder.variables;
    this.first = builder.first;
    this.deadline = builder.deadline;
    this.session = builder.session;
    this.cancellation = builder.cancellation;
    this.answers = builder.answers;
  }

  /**
   * Starts a turn.
   *
   * @param conversationId the conversation's id in Genesys Cloud
   * @param sessionId the bot session's id
   * @return a builder: an empty text, no deadline, a session in memory
   */
  public static Builder builder(String conversationId, String sessionId) {
    return new Builder(conversationId, sessionId);
  }

  /**
   * The conversation's id in Genesys Cloud: the only key that stays the same over the whole chat.
   *
   * @return the id
   */
  public String conversationId() {
    return conversationId;
  }

  /**
   * The bot session's id; a new one each time the flow enters the bot.
   *
   * @return the id
   */
  public String sessionId() {
    return sessionId;
  }

  /**
   * The bot addressed.
   *
   * @return its id, as {@link BotDescription#id()}
   */
  public String botId() {
    return botId;
  }

  /**
   * The version addressed.
   *
   * @return its name, as {@link BotVersion#version()}
   */
  public String botVersion() {
    return botVersion;
  }

  /**
   * What the customer wrote, or the label of the button they pressed.
   *
   * @return the text; empty when they sent only a file, or the flow starts without a text
   */
  public String text() {
    return text;
  }

  /**
   * The button that the customer pressed.
   *
   * @return label, payload and, when Genesys Cloud tells it, the message that offered it; null when
   *     they pressed none
   */
  @Nullable
  public Selection selection() {
    return selection;
  }

  /**
   * What the customer sent in this conversation since the last turn. Bot Connector carries no
   * files; the bridge adds those that passed through it, each at a URL from which it can be fetched
   * for some days.
   *
   * @return the files in the order of their arrival; empty when the endpoint shares no store with
   *     the bridge
   */
  public List<Media> media() {
    return media;
  }

  /**
   * The flow's language.
   *
   * @return a language tag in lower case, for example {@code uk-ua}
   */
  public String language() {
    return language;
  }

  /**
   * The flow's session variables. Genesys Cloud sends them with the first turn of a session only;
   * here they stay for the whole conversation, each with the value it was last sent with.
   *
   * @return the variables by name
   */
  public Map<String, String> variables() {
    return variables;
  }

  /**
   * Whether this is the first turn of its session.
   *
   * @return true when the flow has just entered the bot
   */
  public boolean first() {
    return first;
  }

  /**
   * When the answer is needed at the latest.
   *
   * @return the time by the endpoint's clock
   */
  public Instant deadline() {
    return deadline;
  }

  /**
   * What the bot remembers of this conversation.
   *
   * @return the session, which other turns of the conversation share
   */
  public BotSession session() {
    return session;
  }

  /**
   * Tells when nobody waits for the answer any more.
   *
   * @return the signal
   */
  public Cancellation cancellation() {
    return cancellation;
  }

  /**
   * By which a bot that replied {@link Reply.Later} says the rest. It outlives the turn.
   *
   * @return the handle
   */
  public Answers answers() {
    return answers;
  }

  /** Shows the ids, never what was said. */
  @Override
  public String toString() {
    return "Turn[conversation "
        + conversationId
        + ", session "
        + sessionId
        + ", bot "
        + botId
        + "]";
  }

  /** Collects the parts of a {@link Turn}; not thread-safe. */
  public static final class Builder {
    private final String conversationId;
    private final String sessionId;
    private String botId = "bot";
    private String botVersion = "1";
    private String text = "";
    @Nullable private Selection selection;
    private List<Media> media = List.of();
    private String language = "en-us";
    private Map<String, String> variables = Map.of();
    private boolean first;
    private Instant deadline = Instant.MAX;
    private BotSession session = BotSession.inMemory();
    private Cancellation cancellation = Cancellation.NEVER;
    private Answers answers = Answers.NOWHERE;

    private Builder(String conversationId, String sessionId) {
      this.conversationId = Objects.requireNonNull(conversationId, "conversationId");
      this.sessionId = Objects.requireNonNull(sessionId, "sessionId");
    }

    /**
     * Sets the bot addressed.
     *
     * @param id its id; {@code bot} by default
     * @param version its version; {@code 1} by default
     * @return this builder
     */
    public Builder bot(String id, String version) {
      this.botId = Objects.requireNonNull(id, "id");
      this.botVersion = Objects.requireNonNull(version, "version");
      return this;
    }

    /**
     * Sets what the customer wrote.
     *
     * @param text the text; empty by default
     * @return this builder
     */
    public Builder text(String text) {
      this.text = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Sets the button that was pressed.
     *
     * @param selection the button; none by default
     * @return this builder
     */
    public Builder selection(@Nullable Selection selection) {
      this.selection = selection;
      return this;
    }

    /**
     * Sets what the customer sent.
     *
     * @param media the files; none by default
     * @return this builder
     */
    public Builder media(List<Media> media) {
      this.media = List.copyOf(media);
      return this;
    }

    /**
     * Sets the flow's language.
     *
     * @param language a language tag, kept in lower case; {@code en-us} by default
     * @return this builder
     */
    public Builder language(String language) {
      this.language = language.toLowerCase(Locale.ROOT);
      return this;
    }

    /**
     * Sets the flow's session variables.
     *
     * @param variables the variables by name; none by default
     * @return this builder
     */
    public Builder variables(Map<String, String> variables) {
      this.variables = Map.copyOf(variables);
      return this;
    }

    /**
     * Sets whether the flow has just entered the bot.
     *
     * @param first false by default
     * @return this builder
     */
    public Builder first(boolean first) {
      this.first = first;
      return this;
    }

    /**
     * Sets when the answer is needed.
     *
     * @param deadline the end of time by default
     * @return this builder
     */
    public Builder deadline(Instant deadline) {
      this.deadline = Objects.requireNonNull(deadline, "deadline");
      return this;
    }

    /**
     * Sets what the bot remembers.
     *
     * @param session a new one in memory by default
     * @return this builder
     */
    public Builder session(BotSession session) {
      this.session = Objects.requireNonNull(session, "session");
      return this;
    }

    /**
     * Sets the signal that nobody waits any more.
     *
     * @param cancellation never by default
     * @return this builder
     */
    public Builder cancellation(Cancellation cancellation) {
      this.cancellation = Objects.requireNonNull(cancellation, "cancellation");
      return this;
    }

    /**
     * Sets where later answers go.
     *
     * @param answers {@link Answers#NOWHERE} by default
     * @return this builder
     */
    public Builder answers(Answers answers) {
      this.answers = Objects.requireNonNull(answers, "answers");
      return this;
    }

    /**
     * Makes the turn.
     *
     * @return the turn
     */
    public Turn build() {
      return new Turn(this);
    }
  }
}
