// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/**
 * Our own JSON of the message model, as stores keep it: stable, and readable by later versions.
 *
 * <p>Fields and kinds are only ever added; a reader ignores fields that it does not know, and reads
 * a part of an unknown kind as {@link Opaque}. Thread-safe.
 */
public final class MessageJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // An unmodifiable map has another order in each process.
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addHandler(new OpaqueReader.UnknownKinds())
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, new AsText<>())
                  .addSerializer(Duration.class, new AsText<>())
                  .addDeserializer(Opaque.class, new OpaqueReader())
                  .addDeserializer(Instant.class, new FromText<>(Instant::parse))
                  .addDeserializer(Duration.class, new FromText<>(Duration::parse)))
          .build();

  private MessageJson() {}

  /**
   * Writes a value of the message model or of the update model.
   *
   * @param value a {@link Message}, a {@link Part}, or a record made of them
   * @return one line of JSON
   */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(Objects.requireNonNull(value, "value"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + value.getClass().getName(), e);
    }
  }

  /**
   * Reads what {@link #write} wrote, by this version or an earlier one.
   *
   * @param json the text
   * @param type the type that was written
   * @param <T> the type that was written
   * @return the value
   * @throws IllegalArgumentException if the text is not such a value; the message carries no
   *     content
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new IllegalArgumentException("not a " + type.getSimpleName() + " in JSON: null");
      }
      return value;
    } catch (JsonProcessingException e) {
      // The parser's own message quotes the text, which is the customer's.
      throw new IllegalArgumentException(
          "not a " + type.getSimpleName() + " in JSON: " + e.getClass().getSimpleName());
    }
  }

  private static final class AsText<T> extends JsonSerializer<T> {
    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class FromText<T> extends JsonDeserializer<T> {
    private final Function<String, T> parse;

    FromText(Function<String, T> parse) {
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      try {
        return parse.apply(in.getText());
      } catch (RuntimeException e) {
        throw context.instantiationException(Object.class, e);
      }
    }
  }
}
