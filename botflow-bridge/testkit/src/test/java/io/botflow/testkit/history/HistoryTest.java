// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge sees each kind of wrong, and excuses only what may be excused. */
class HistoryTest {
  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private final History history = new History();

  @Test
  void goodDeliveryIsGood() {
    sent("anna", "a", "b", "c");
    sent("ivan", "a");
    arrived("ivan", 1, "a");
    arrived("anna", 2, "a", "b", "c");

    Findings findings = history.findings().requireExactlyOnce();
    assertEquals(4, findings.sent());
    assertEquals(Duration.ofSeconds(3), findings.median());
    assertEquals(Duration.ofSeconds(4), findings.p99());
    assertEquals(
        "4 sent, 0 lost, 0 repeated (0 not in flight), 0 out of order, p50 3000 ms, p99 4000 ms",
        findings.toString());
  }

  @Test
  void whatIsMissingIsLost() {
    sent("anna", "a", "b");
    sent("ivan", "a");
    arrived("anna", 1, "b");

    assertEquals(List.of("anna/a", "ivan/a"), history.findings().lost());
    AssertionError error =
        assertThrows(AssertionError.class, history.findings()::requireAtLeastOnce);
    assertTrue(error.getMessage().startsWith("2 messages lost, the first [anna/a, ivan/a]"));
  }

  @Test
  void anotherOrderIsSeenAmongOneCustomersMessagesOnly() {
    sent("anna", "a", "b", "c");
    sent("ivan", "d");
    arrived("ivan", 1, "d");
    arrived("anna", 1, "a", "c", "b");

    assertEquals(List.of("anna/b"), history.findings().outOfOrder());
    assertThrows(AssertionError.class, history.findings()::requireAtLeastOnce);
  }

  @Test
  void aRepeatIsExcusedByOneBrokenConnectionBetweenBothArrivals() {
    sent("anna", "a", "b");
    arrived("anna", 1, "a", "a", "b", "b");
    history.connectionBroke(at(2));

    Findings findings = history.findings();
    assertEquals(List.of("anna/a", "anna/b"), findings.repeated());
    assertEquals(List.of("anna/b"), findings.unexplained());
    assertThrows(AssertionError.class, findings::requireAtLeastOnce);

    history.connectionBroke(at(3));
    history.findings().requireAtLeastOnce();
    assertThrows(AssertionError.class, history.findings()::requireExactlyOnce);
  }

  @Test
  void oneBrokenConnectionDoesNotExcuseTwoCustomersAndOneDeadProcessDoes() {
    sent("anna", "a");
    sent("ivan", "a");
    arrived("anna", 1, "a", "a");
    arrived("ivan", 1, "a", "a");
    history.connectionBroke(at(1));

    assertEquals(1, history.findings().unexplained().size());
    history.processDied(at(2));
    history.findings().requireAtLeastOnce();
  }

  @Test
  void breaksAreGivenToThoseThatHaveNoOther() {
    sent("anna", "a");
    sent("ivan", "a");
    history.arrived("anna", "a", at(1));
    history.arrived("anna", "a", at(9));
    history.arrived("ivan", "a", at(2));
    history.arrived("ivan", "a", at(4));
    history.connectionBroke(at(3));
    history.connectionBroke(at(8));

    history.findings().requireAtLeastOnce();
  }

  @Test
  void aRepeatBehindALaterMessageWasNotInFlight() {
    sent("anna", "a", "b");
    arrived("anna", 1, "a", "b", "a");
    history.processDied(at(2));

    assertEquals(List.of("anna/a"), history.findings().unexplained());
  }

  @Test
  void whatNobodySentIsStrange() {
    sent("anna", "a");
    arrived("anna", 1, "a");
    arrived("ivan", 1, "a");

    assertEquals(List.of("ivan/a"), history.findings().strange());
    assertThrows(AssertionError.class, history.findings()::requireAtLeastOnce);
  }

  @Test
  void aKeyIsSentOnce() {
    sent("anna", "a");
    assertThrows(IllegalArgumentException.class, () -> sent("anna", "a"));
  }

  private void sent(String customer, String... keys) {
    for (String key : keys) {
      history.sent(customer, key, START);
    }
  }

  private void arrived(String customer, int second, String... keys) {
    int now = second;
    for (String key : keys) {
      history.arrived(customer, key, at(now++));
    }
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }
}
