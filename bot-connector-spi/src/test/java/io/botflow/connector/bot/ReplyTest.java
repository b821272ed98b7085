// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import static io.botflow.connector.Samples.SECRET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.connector.message.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyTest {

  @Test
  void aHandOverTravelsAsParametersInAStableOrder() {
    Reply.HandOver full =
        new Reply.HandOver(List.of(), "agent", "Sales", 5, List.of("uk", "en"), "wants a refund");
    assertEquals(
        "{group=Sales, priority=5, skills=uk,en, summary=wants a refund}",
        full.parameters().toString());
    Reply.HandOver bare = (Reply.HandOver) Reply.handOver("agent", "Sales");
    assertEquals(Map.of("group", "Sales"), bare.parameters());
  }

  @Test
  void confidenceLiesBetweenZeroAndOne() {
    for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Reply.Complete(List.of(), "done", bad, Map.of(), Map.of()));
    }
  }

  @Test
  void theFactoriesMakeWhatTheySay() {
    assertEquals(new Reply.AwaitMore(List.of(new Text("a"))), Reply.awaitMore(new Text("a")));
    assertEquals(
        new Reply.Complete(List.of(), "done", null, Map.of(), Map.of()), Reply.complete("done"));
    assertEquals(new Reply.Fail(List.of(), "E1", "no answer"), Reply.fail("E1", "no answer"));
  }

  @Test
  void repliesAndTurnsShowNoContentInToString() {
    assertHidden(
        new Reply.Complete(
            List.of(new Text(SECRET)),
            "done",
            1.0,
            Map.of("name", new SlotValue.OfString(SECRET)),
            Map.of("note", SECRET)));
    assertHidden(
        new Reply.HandOver(List.of(new Text(SECRET)), "agent", "Sales", 1, List.of(), SECRET));
    assertHidden(new SlotValue.OfCollection(List.of(new SlotValue.OfString(SECRET))));
    assertHidden(Turn.builder("c", "s").text(SECRET).variables(Map.of("v", SECRET)).build());
  }

  private static void assertHidden(Object value) {
    assertFalse(value.toString().contains(SECRET), value.getClass().getName());
  }
}
