// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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

  static List<Class<?>> readRecords() {
    return WireTypes.readRecords();
  }

  static List<Class<?>> wireRecords() {
    return WireTypes.wireRecords();
  }

  static List<Class<?>> openEnums() {
    return WireTypes.openEnums();
  }

  @Test
  void theSearchFindsWhatItShould() {
    assertTrue(readRecords().size() > 90, readRecords().toString());
    assertTrue(wireRecords().size() > readRecords().size(), wireRecords().toString());
    assertTrue(openEnums().size() > 15, openEnums().toString());
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
