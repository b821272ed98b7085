// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The module's one JSON mapper. Lenient in: unknown fields are no error, decimals keep their
 * digits. Bounded: nesting and string length have limits, because most of what is read comes from
 * outside. Thread-safe.
 */
public final class WireJson {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_STRING_LENGTH = 256 * 1024;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_STRING_LENGTH)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private WireJson() {}

  /**
   * A reusable reader for one type.
   *
   * @param type what to read
   * @return a thread-safe reader
   */
  public static ObjectReader readerFor(Class<?> type) {
    return MAPPER.readerFor(type);
  }

  /**
   * A parser that stands before the first token.
   *
   * @param json the whole document, UTF-8
   * @return the parser; the caller closes it
   * @throws IOException if the encoding cannot be told
   */
  public static JsonParser parser(byte[] json) throws IOException {
    return MAPPER.createParser(json);
  }

  /**
   * Reads one value.
   *
   * @param json the whole document, UTF-8
   * @param type what to read
   * @param <T> what to read
   * @return the value
   * @throws IOException if the text is not JSON or does not fit the type
   */
  public static <T> T read(byte[] json, Class<T> type) throws IOException {
    return MAPPER.readValue(json, type);
  }

  /**
   * Reads one value of a generic type.
   *
   * @param json the whole document, UTF-8
   * @param type what to read
   * @param <T> what to read
   * @return the value
   * @throws IOException if the text is not JSON or does not fit the type
   */
  public static <T> T read(byte[] json, TypeReference<T> type) throws IOException {
    return MAPPER.readValue(json, type);
  }

  /**
   * Reads one value that came from outside, with the caller's own exception. What is wrong is told
   * by the field, never by a part of the document: it may hold a customer's words.
   *
   * @param json the whole document, UTF-8
   * @param type what to read
   * @param malformed makes the exception of a description
   * @param <T> what to read
   * @return the value
   */
  public static <T> T readOr(
      byte[] json, Class<T> type, Function<String, ? extends RuntimeException> malformed) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value != null) {
        return value;
      }
    } catch (JsonMappingException e) {
      if (!e.getPath().isEmpty()) {
        throw malformed.apply("the field " + field(e) + " has an unexpected form");
      }
    } catch (IOException e) {
      throw malformed.apply("the document is not JSON");
    }
    throw malformed.apply("the document is not a JSON object");
  }

  private static String field(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  /**
   * Reads any document as a tree.
   *
   * @param json the whole document, UTF-8
   * @return the tree; a missing node for an empty document
   * @throws IOException if the text is not JSON
   */
  public static JsonNode tree(byte[] json) throws IOException {
    return MAPPER.readTree(json);
  }

  /**
   * Binds a tree to a type.
   *
   * @param tree what was read
   * @param type what to make of it
   * @param <T> what to make of it
   * @return the value
   * @throws JsonProcessingException if the tree does not fit the type
   */
  public static <T> T bind(JsonNode tree, Class<T> type) throws JsonProcessingException {
    return MAPPER.treeToValue(tree, type);
  }

  /**
   * Writes a wire record as UTF-8.
   *
   * @param value a wire record
   * @return compact JSON
   */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(value.getClass().getName() + " cannot be written as JSON", e);
    }
  }

  /**
   * Writes a wire record as text.
   *
   * @param value a wire record
   * @return compact JSON
   */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(value.getClass().getName() + " cannot be written as JSON", e);
    }
  }
}
