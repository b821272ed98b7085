// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules that hold for every wire record, found among the classes so that a new one cannot be
 * forgotten: each field of what is read may be absent, absent fields are not written, unknown
 * neighbours are written back, and what is written is read and written the same.
 */
class WireRecordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Class<?>> readRecords() throws IOException {
    return records(
        type ->
            Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getName().equals("extra")));
  }

  static List<Class<?>> wireRecords() throws IOException {
    return records(
        type ->
            !type.getPackageName().contains(".internal")
                && Arrays.stream(type.getRecordComponents()).anyMatch(WireRecordsTest::isProperty));
  }

  static List<Class<?>> openEnums() throws IOException {
    return records(
        type ->
            type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == String.class
                && type.getRecordComponents()[0]
                    .getAccessor()
                    .isAnnotationPresent(JsonValue.class));
  }

  private static boolean isProperty(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonProperty.class);
  }

  private static List<Class<?>> records(Predicate<Class<?>> filter) throws IOException {
    Path classes = classes();
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .<Class<?>>map(file -> load(file.replace(File.separatorChar, '.')))
          .filter(type -> type.isRecord() && filter.test(type))
          .sorted(Comparator.comparing(Class::getName))
          .toList();
    }
  }

  private static Path classes() {
    try {
      return Path.of(WireJson.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theSearchFindsWhatItShould() throws IOException {
    assertTrue(readRecords().size() > 35, readRecords().toString());
    assertTrue(wireRecords().size() > readRecords().size(), wireRecords().toString());
    assertTrue(openEnums().size() > 12, openEnums().toString());
  }

  @ParameterizedTest
  @MethodSource("readRecords")
  void everyFieldMayBeAbsentAndIsThenNotWritten(Class<?> type) throws IOException {
    ObjectNode written = (ObjectNode) JSON.readTree(WireJson.text(read("{}", type)));
    written.remove("contentType");
    assertEquals("{}", written.toString());
  }

  @ParameterizedTest
  @MethodSource("readRecords")
  void unknownNeighboursAreWrittenBackAsTheyCame(Class<?> type) throws IOException {
    String unknown = "\"zx\":1.20,\"zy\":null,\"zz\":{\"b\":[1,null,{\"a\":\"ї\"}],\"a\":2.50}";
    String written = WireJson.text(read("{" + unknown + "}", type));
    assertTrue(written.endsWith(unknown + "}"), written);
  }

  @ParameterizedTest
  @MethodSource("wireRecords")
  void whatIsWrittenIsReadAndWrittenTheSame(Class<?> type) throws Exception {
    Object full = Samples.of(type);
    String once = WireJson.text(full);
    Object again = read(once, type);
    assertEquals(once, WireJson.text(again));
    assertEquals(full, again);
    ObjectNode tree = (ObjectNode) JSON.readTree(once);
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
      if (property != null) {
        assertTrue(tree.has(property.value()), component + " is missing in " + once);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wireRecords")
  void unknownNeighboursAreNoErrorForAnyMapper(Class<?> type) throws Exception {
    ObjectNode tree = (ObjectNode) JSON.readTree(WireJson.text(Samples.of(type)));
    tree.put("somethingNew", 1);
    assertEquals(type, JSON.treeToValue(tree, type).getClass());
  }

  @ParameterizedTest
  @MethodSource("openEnums")
  void anOpenEnumerationTakesAnyCaseAndKeepsWhatItDoesNotKnow(Class<?> type) throws Exception {
    int constants = 0;
    for (Field field : type.getFields()) {
      Object constant = field.get(null);
      String name = constant.toString();
      constants++;
      assertEquals(constant, read("\"" + name.toUpperCase(Locale.ROOT) + "\"", type));
      assertEquals(constant, read("\"" + name.toLowerCase(Locale.ROOT) + "\"", type));
      assertEquals("\"" + name + "\"", WireJson.text(constant));
    }
    assertTrue(constants > 0, type + " has constants");
    assertEquals("\"BrandNew\"", WireJson.text(read("\"BrandNew\"", type)));
  }

  private static Object read(String json, Class<?> type) throws IOException {
    return WireJson.read(json.getBytes(StandardCharsets.UTF_8), type);
  }
}
