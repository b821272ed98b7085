// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.error.InvalidFieldException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every wire record and random JSON: what is read is written as it came, with unknown fields
 * and unknown names at every level; and what is written is read and written the same.
 *
 * <p>A failure names its seed. More of it: {@code -Dbotflow.wire.rounds=10000}; elsewhere: {@code
 * -Dbotflow.wire.seed=7}.
 */
class WirePropertiesTest {
  private static final int ROUNDS = Integer.getInteger("botflow.wire.rounds", 20);
  private static final long SEED = Long.getLong("botflow.wire.seed", 20_260_101);

  /** Reads numbers with all their digits. Knows nothing of the module. */
  private static final ObjectMapper PLAIN =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  static Stream<Class<?>> everyWireRecord() {
    return WireTypes.wireRecords().stream();
  }

  @ParameterizedTest
  @MethodSource("everyWireRecord")
  void whatIsReadIsWrittenAsItCameAndStaysSo(Class<?> type) throws Exception {
    check(type);
  }

  private static void check(Class<?> type) throws IOException {
    boolean read = WireShape.of(type).keepsUnknownFields();
    int accepted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long seed = SEED + round;
      String json = new RandomWire(new Random(seed), !read && round % 2 == 0).of(type).toString();
      String where = type.getName() + ", botflow.wire.seed=" + seed + ": " + json;
      Object value = read(type, json);
      if (value == null) {
        assertTrue(!read, "a record of the far side refuses nothing: " + where);
        continue;
      }
      accepted++;
      String once = WireJson.text(value);
      assertEquals(PLAIN.readTree(json), PLAIN.readTree(once), where);
      Object again = WireJson.read(once.getBytes(StandardCharsets.UTF_8), type);
      assertEquals(value, again, where);
      assertEquals(once, WireJson.text(again), where);
    }
    assertTrue(accepted > 0, "nothing of the random JSON was accepted for " + type);
  }

  /** The value, or null if a rule about what this module builds refuses it. */
  @Nullable
  private static Object read(Class<?> type, String json) throws IOException {
    try {
      return WireJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    } catch (ValueInstantiationException e) {
      if (e.getCause() instanceof InvalidFieldException) {
        return null;
      }
      throw e;
    }
  }

  /** Loses unknown fields below its own level. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Forgetful(
      @JsonProperty("a") @Nullable Deeper a,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    record Deeper(
        @JsonProperty("b") @Nullable String b,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
      Deeper {
        extra = Map.of();
      }
    }
  }

  /** Loses names that it does not know. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Closed(
      @JsonProperty("media") @Nullable List<MediaType> media,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
    Closed {
      media =
          media == null
              ? null
              : media.stream()
                  .map(one -> one.equals(MediaType.FILE) ? one : MediaType.IMAGE)
                  .toList();
    }
  }

  /** Loses digits. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Imprecise(
      @JsonProperty("price") @Nullable BigDecimal price,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
    Imprecise {
      price = price == null ? null : price.stripTrailingZeros();
    }
  }

  @ParameterizedTest
  @MethodSource("brokenRecords")
  void aRecordThatLosesSomethingIsSeen(Class<?> broken) {
    AssertionError failure = assertThrows(AssertionError.class, () -> check(broken));
    assertTrue(String.valueOf(failure.getMessage()).contains("botflow.wire.seed="));
  }

  static Stream<Class<?>> brokenRecords() {
    return Stream.of(Forgetful.class, Closed.class, Imprecise.class);
  }

  @Test
  void theSameSeedGivesTheSameJson() {
    Class<?> type = WireTypes.readRecords().get(0);
    assertEquals(
        new RandomWire(new Random(1), false).of(type).toString(),
        new RandomWire(new Random(1), false).of(type).toString());
  }
}
