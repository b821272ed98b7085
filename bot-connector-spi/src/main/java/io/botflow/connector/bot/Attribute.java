// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/**
 * A name under which a {@link BotSession} keeps a value, and the value's type. Immutable.
 *
 * <pre>{@code
 * private static final Attribute<Long> TRIES = Attribute.number("tries");
 * …
 * long tries = turn.session().update(TRIES, known -> known.orElse(0L) + 1);
 * }</pre>
 *
 * @param <T> the type of the value
 */
public final class Attribute<T> {
  private static final int MAX_NAME = 100;

  private final String name;
  private final Function<T, String> writer;
  private final Function<String, T> reader;

  private Attribute(String name, Function<T, String> writer, Function<String, T> reader) {
    this.name = Objects.requireNonNull(name, "name");
    this.writer = writer;
    this.reader = reader;
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException("name must have 1 to " + MAX_NAME + " characters");
    }
  }

  /**
   * An attribute of a type of the bot's own.
   *
   * @param name the name; 1 to 100 characters
   * @param writer makes a text of a value
   * @param reader makes the value of that text again; an exception of it reaches whoever reads the
   *     attribute
   * @param <T> the type
   * @return the attribute
   */
  public static <T> Attribute<T> of(
      String name, Function<T, String> writer, Function<String, T> reader) {
    return new Attribute<>(
        name, Objects.requireNonNull(writer, "writer"), Objects.requireNonNull(reader, "reader"));
  }

  /**
   * A text.
   *
   * @param name the name
   * @return the attribute
   */
  public static Attribute<String> text(String name) {
    return of(name, Function.identity(), Function.identity());
  }

  /**
   * A whole number.
   *
   * @param name the name
   * @return the attribute
   */
  public static Attribute<Long> number(String name) {
    return of(name, String::valueOf, Long::valueOf);
  }

  /**
   * A number of any precision.
   *
   * @param name the name
   * @return the attribute
   */
  public static Attribute<BigDecimal> decimal(String name) {
    return of(name, BigDecimal::toString, BigDecimal::new);
  }

  /**
   * True or false.
   *
   * @param name the name
   * @return the attribute
   */
  public static Attribute<Boolean> flag(String name) {
    return of(name, String::valueOf, Boolean::valueOf);
  }

  /**
   * A point in time.
   *
   * @param name the name
   * @return the attribute
   */
  public static Attribute<Instant> time(String name) {
    return of(name, Instant::toString, Instant::parse);
  }

  /**
   * The name.
   *
   * @return 1 to 100 characters
   */
  public String name() {
    return name;
  }

  /**
   * Makes a text of a value.
   *
   * @param value the value
   * @return what {@link #read} takes
   */
  public String write(T value) {
    return writer.apply(Objects.requireNonNull(value, name));
  }

  /**
   * Makes the value of a text.
   *
   * @param text what {@link #write} gave
   * @return the value
   */
  public T read(String text) {
    return reader.apply(text);
  }

  @Override
  public String toString() {
    return "Attribute[" + name + "]";
  }
}
