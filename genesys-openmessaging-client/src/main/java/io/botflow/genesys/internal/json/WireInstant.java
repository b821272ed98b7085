// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.annotation.Nullable;

/**
 * Marks an {@link Instant} of the wire. Written with exactly three digits of fraction and {@code
 * Z}; read with any number of digits, with an offset, or without a zone (then UTC). A time that
 * cannot be read becomes absent rather than costing the whole message.
 */
@JacksonAnnotationsInside
@JsonSerialize(using = WireInstant.Writer.class)
@JsonDeserialize(using = WireInstant.Reader.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface WireInstant {

  /** Writes {@code yyyy-MM-ddTHH:mm:ss.SSSZ}. */
  final class Writer extends StdSerializer<Instant> {
    private static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** For Jackson. */
    public Writer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(format(value));
    }

    /**
     * The wire form of a time.
     *
     * @param value any time; what is finer than a millisecond is cut off
     * @return {@code yyyy-MM-ddTHH:mm:ss.SSSZ}
     */
    public static String format(Instant value) {
      return FORMAT.format(value);
    }
  }

  /** Reads ISO-8601 leniently. */
  final class Reader extends StdDeserializer<Instant> {
    /** For Jackson. */
    public Reader() {
      super(Instant.class);
    }

    @Override
    @Nullable
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() == JsonToken.VALUE_STRING) {
        return parse(in.getText());
      }
      in.skipChildren();
      return null;
    }

    @Nullable
    private static Instant parse(String text) {
      String time = text.trim();
      try {
        return time.endsWith("Z") || time.endsWith("z")
            ? Instant.parse(time)
            : OffsetDateTime.parse(time).toInstant();
      } catch (DateTimeException e) {
        return parseWithoutZone(time);
      }
    }

    @Nullable
    private static Instant parseWithoutZone(String time) {
      try {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException e) {
        return null;
      }
    }
  }
}
