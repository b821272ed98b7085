// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/** Collects {@link BotConnectorSettings}. Not thread-safe. */
public final class BotConnectorSettingsBuilder {
  /** The longest that any Genesys Cloud flow waits for a bot. */
  private static final Duration LONGEST_BUDGET = Duration.ofSeconds(60);

  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);
  private static final Duration LONGEST_FILE_WAIT = Duration.ofSeconds(10);
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");
  private static final Pattern PATH = Pattern.compile("/[^\\s?#]*");

  final Map<String, Set<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  String v1Path = "/bot/v1/utterance";
  String v2Path = "/bot/v2";
  Duration turnBudget = Duration.ofSeconds(7);
  boolean fileAttachments = true;
  WhenLate whenLate = WhenLate.fail();
  Duration v1RepeatWindow = Duration.ofSeconds(2);
  Duration v2RepeatWindow = Duration.ofMinutes(5);
  Duration customerFileWait = Duration.ofMillis(500);
  final Map<String, List<String>> alternateIntents = new LinkedHashMap<>();
  @Nullable AllowList allowList;

  BotConnectorSettingsBuilder() {}

  /**
   * Adds a header that Genesys Cloud sends with each request, as it stands in the integration's
   * credentials. Each name is required; a name given twice accepts either value, so that a secret
   * can be changed without a gap.
   *
   * @param name the header's name, in any case; proxies may drop names with underscores unless told
   *     not to
   * @param value the secret value; printable ASCII, without spaces at its ends
   * @return this builder
   * @throws IllegalArgumentException if HTTP cannot carry the name or the value
   */
  public BotConnectorSettingsBuilder header(String name, String value) {
    if (!HEADER_NAME.matcher(Objects.requireNonNull(name, "name")).matches()) {
      throw new IllegalArgumentException("header: not a name that HTTP allows: " + name);
    }
    if (!HEADER_VALUE.matcher(Objects.requireNonNull(value, "value")).matches()) {
      throw new IllegalArgumentException(
          "header: the value of "
              + name
              + " must be printable ASCII, not empty, without spaces at its ends");
    }
    headers.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(value);
    return this;
  }

  /**
   * Sets where version 1 posts utterances. Default: {@code /bot/v1/utterance}.
   *
   * @param path begins with a slash and does not end with one
   * @return this builder
   */
  public BotConnectorSettingsBuilder v1Path(String path) {
    this.v1Path = Objects.requireNonNull(path, "path");
    return this;
  }

  /**
   * Sets the base of version 2. Default: {@code /bot/v2}.
   *
   * @param path begins with a slash
   * @return this builder
   */
  public BotConnectorSettingsBuilder v2Path(String path) {
    this.v2Path = Objects.requireNonNull(path, "path");
    return this;
  }

  /**
   * Sets how long a bot may take for one turn. Default: 7 s, since version 1 gives up after an
   * unpublished time of about 10 s. For version 2, stay below the <em>Bot Response Timeout</em> of
   * the flow.
   *
   * @param budget more than zero, at most 60 s
   * @return this builder
   */
  public BotConnectorSettingsBuilder turnBudget(Duration budget) {
    this.turnBudget = Objects.requireNonNull(budget, "budget");
    return this;
  }

  /**
   * Sets whether version 2 may answer with files. Default: true, which needs <em>Enable file
   * attachments</em> in the integration: without it Genesys Cloud fails the turn. When false, a
   * file becomes a text with its address.
   *
   * @param allowed as in the integration
   * @return this builder
   */
  public BotConnectorSettingsBuilder fileAttachments(boolean allowed) {
    this.fileAttachments = allowed;
    return this;
  }

  /**
   * Sets what is answered for a bot that is not done within the turn's budget.
   *
   * @param rule {@link WhenLate#fail()} by default
   * @return this builder
   */
  public BotConnectorSettingsBuilder whenLate(WhenLate rule) {
    this.whenLate = Objects.requireNonNull(rule, "rule");
    return this;
  }

  /**
   * Sets how long after its answer a request of version 1 with the same words in the same session
   * is taken for a repetition, which gets that answer again. Version 1 numbers no requests, so this
   * must stay below the time in which a customer can say the same again.
   *
   * @param window 2 s by default, at most 60 s; zero switches it off
   * @return this builder
   */
  public BotConnectorSettingsBuilder v1RepeatWindow(Duration window) {
    this.v1RepeatWindow = Objects.requireNonNull(window, "window");
    return this;
  }

  /**
   * Sets how long after its answer a request of version 2 with the same {@code messageId} gets that
   * answer again.
   *
   * @param window 5 minutes by default, at most a day; zero switches it off
   * @return this builder
   */
  public BotConnectorSettingsBuilder v2RepeatWindow(Duration window) {
    this.v2RepeatWindow = Objects.requireNonNull(window, "window");
    return this;
  }

  /**
   * Sets how long a turn without words, and the first turn of a conversation, wait for the bridge
   * to say which files the customer sent. Bot Connector carries no files; they come over the
   * bridge's store, and Genesys Cloud may ask the bot before it answers the bridge. In a
   * conversation that did not come over the bridge such turns wait in vain.
   *
   * @param wait 500 ms by default, at most 10 s and half of the turn's budget; zero: not at all
   * @return this builder
   */
  public BotConnectorSettingsBuilder customerFileWait(Duration wait) {
    this.customerFileWait = Objects.requireNonNull(wait, "wait");
    return this;
  }

  /**
   * Names intents that mean the same to the flow. Genesys Cloud is reported to end a version 1
   * dialogue that comes to one intent with the same slots four times in a row; with alternatives
   * the endpoint takes turns, without them it warns.
   *
   * @param intent the intent that bots end with
   * @param alternatives further intents with the same slots, declared by each version that declares
   *     the intent
   * @return this builder
   */
  public BotConnectorSettingsBuilder alternateIntents(String intent, String... alternatives) {
    alternateIntents.put(Objects.requireNonNull(intent, "intent"), List.of(alternatives));
    return this;
  }

  /**
   * Sets from which addresses requests are taken. Default: from anywhere, with the right secrets.
   *
   * @param allowList the addresses; they do not replace the secrets
   * @return this builder
   */
  public BotConnectorSettingsBuilder allowList(AllowList allowList) {
    this.allowList = Objects.requireNonNull(allowList, "allowList");
    return this;
  }

  /**
   * Makes the settings.
   *
   * @return the settings
   * @throws IllegalArgumentException if a setting is missing or wrong; the message names it
   */
  public BotConnectorSettings build() {
    if (headers.isEmpty()) {
      throw new IllegalArgumentException(
          "header: set at least one secret header, or anyone could speak for Genesys Cloud");
    }
    if (!PATH.matcher(v1Path).matches() || v1Path.endsWith("/")) {
      throw new IllegalArgumentException(
          "v1Path must begin with / and not end with it, was " + v1Path);
    }
    if (!PATH.matcher(v2Path).matches()) {
      throw new IllegalArgumentException("v2Path must begin with /, was " + v2Path);
    }
    while (v2Path.endsWith("/")) {
      v2Path = v2Path.substring(0, v2Path.length() - 1);
    }
    if (v1Path.equals(v2Path + "/messages") || (v1Path + "/").startsWith(v2Path + "/bots/")) {
      throw new IllegalArgumentException("v1Path takes a path of version 2: " + v1Path);
    }
    if (turnBudget.isNegative()
        || turnBudget.isZero()
        || turnBudget.compareTo(LONGEST_BUDGET) > 0) {
      throw new IllegalArgumentException(
          "turnBudget must be more than zero and at most 60 s, was " + turnBudget);
    }
    requireWindow("v1RepeatWindow", v1RepeatWindow, LONGEST_BUDGET);
    requireWindow("v2RepeatWindow", v2RepeatWindow, LONGEST_WINDOW);
    requireWindow("customerFileWait", customerFileWait, LONGEST_FILE_WAIT);
    return new BotConnectorSettings(this);
  }

  private static void requireWindow(String name, Duration window, Duration longest) {
    boolean fits = window.isZero() || (window.toMillis() >= 1 && window.compareTo(longest) <= 0);
    if (!fits) {
      throw new IllegalArgumentException(
          name + " must be zero, or a millisecond to " + longest + ", was " + window);
    }
  }
}
