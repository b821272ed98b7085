// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.content.Content;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wire record against the SDK's model of the same document, both ways. */
class WireTypesTest {
  private static final SdkJudge ANSWERS = SdkJudge.ofAnswers();
  private static final SdkJudge REQUESTS = SdkJudge.ofRequests();

  static List<Pairing> pairings() {
    return Pairings.all();
  }

  @ParameterizedTest
  @MethodSource("pairings")
  void theSdkKnowsEveryPropertyAndValueThatWeWrite(Pairing pairing) {
    Set<String> unknown = unknownToSdk(pairing);
    unknown.removeAll(NewerThanSdk.REASONS.keySet());
    assertEquals(Set.of(), unknown);
  }

  @Test
  void theListOfWhatTheSdkLacksIsExact() {
    Set<String> unknown = new TreeSet<>();
    Pairings.all().forEach(pairing -> unknown.addAll(unknownToSdk(pairing)));
    Enumerations.PROPERTIES.forEach(
        (ours, property) -> {
          Set<String> values = names(OurSamples.constants(ours), property);
          values.removeAll(names(SdkSamples.values(property), property));
          unknown.addAll(values);
        });
    assertEquals(new TreeSet<>(NewerThanSdk.REASONS.keySet()), unknown);
  }

  /**
   * What we send is judged whole. Of what we read the names count, since values go the other way;
   * and of those the outermost, since each nested record has a pairing of its own.
   */
  private static Set<String> unknownToSdk(Pairing pairing) {
    boolean sent = pairing.way() == Pairing.Way.SENT;
    SdkJudge judge = sent ? REQUESTS : ANSWERS;
    for (JsonNode sample : pairing.samples()) {
      judge.read(sample, pairing.model());
    }
    return judge.takeUnknown().stream()
        .filter(unknown -> sent || (unknown.value() == null && unknown.isIn(pairing.model())))
        .map(Unknown::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("pairings")
  void whatTheSdkWritesComesBackWhole(Pairing pairing) {
    if (pairing.way() == Pairing.Way.SENT) {
      return;
    }
    for (int variant = 0; variant < SdkSamples.variants(pairing.model()); variant++) {
      JsonNode written = SdkSamples.json(pairing.model(), variant);
      boolean element = Content.class.isAssignableFrom(pairing.ours());
      Class<?> type = element ? Content.class : pairing.ours();
      Object read = OurSamples.read(written, type);
      assertEquals(List.of(), Differences.between(written, OurSamples.write(read)));
      if (!element) {
        assertEquals(pairing.untyped(), new TreeSet<>(extra(read).keySet()));
      }
    }
  }

  @Test
  void everyRecordOfTheWireHasItsModelOrAReason() {
    Set<Class<?>> unjudged = WireScan.records();
    Set<Class<?>> listed = new HashSet<>(WithoutModel.REASONS.keySet());
    listed.addAll(Enumerations.PROPERTIES.keySet());
    Pairings.all().forEach(pairing -> listed.add(pairing.ours()));
    unjudged.removeIf(type -> listed.contains(type) || listed.contains(type.getEnclosingClass()));
    assertEquals(Set.of(), unjudged);
    listed.removeIf(WireScan::isWire);
    assertEquals(Set.of(), listed, "listed, but no record of the wire");
  }

  @ParameterizedTest
  @MethodSource("enumerations")
  void theSdkHasTheValuesThatWeHaveNamesFor(Class<?> ours, String property) {
    Set<String> unknown = new TreeSet<>(names(OurSamples.constants(ours), property));
    unknown.removeAll(names(SdkSamples.values(property), property));
    unknown.removeAll(NewerThanSdk.REASONS.keySet());
    assertEquals(Set.of(), unknown);
  }

  @Test
  void theListOfValuesThatWeHaveNoNameForIsExact() {
    Set<String> unnamed = new TreeSet<>();
    Enumerations.PROPERTIES.forEach(
        (ours, property) -> {
          unnamed.addAll(names(SdkSamples.values(property), property));
          unnamed.removeAll(names(OurSamples.constants(ours), property));
        });
    assertEquals(new TreeSet<>(NewerThanSdk.WITHOUT_NAME.keySet()), unnamed);
  }

  static List<Arguments> enumerations() {
    return Enumerations.PROPERTIES.entrySet().stream()
        .map(pair -> Arguments.of(pair.getKey(), pair.getValue()))
        .toList();
  }

  private static Set<String> names(List<?> values, String property) {
    return values.stream().map(value -> property + "=" + value).collect(Collectors.toSet());
  }

  private static Map<?, ?> extra(Object wireRecord) {
    return Arrays.stream(wireRecord.getClass().getRecordComponents())
        .filter(component -> component.getName().equals("extra"))
        .findFirst()
        .<Map<?, ?>>map(component -> (Map<?, ?>) value(component, wireRecord))
        .orElse(Map.of());
  }

  private static Object value(RecordComponent component, Object wireRecord) {
    try {
      return component.getAccessor().invoke(wireRecord);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a record without its accessor", e);
    }
  }
}
