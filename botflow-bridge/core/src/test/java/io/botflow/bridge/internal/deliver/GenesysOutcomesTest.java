// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.store.EntryState;
import io.botflow.genesys.error.AuthenticationException;
import io.botflow.genesys.error.BadRequestException;
import io.botflow.genesys.error.ConflictException;
import io.botflow.genesys.error.Delivery;
import io.botflow.genesys.error.ErrorContext;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.PayloadTooLargeException;
import io.botflow.genesys.error.PermissionException;
import io.botflow.genesys.error.RateLimitedException;
import io.botflow.genesys.error.ServerException;
import io.botflow.genesys.error.TransportException;
import io.botflow.genesys.error.UnexpectedResponseException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GenesysOutcomesTest {
  private static ErrorContext context(String request, int status) {
    return new ErrorContext(request, status, "some.code", "what happened", "correlation-1");
  }

  private static ErrorContext context(int status) {
    return context("POST /api/v2/messages", status);
  }

  static Stream<GenesysException> waitedOut() {
    IOException broken = new IOException("broken");
    return Stream.of(
        new ServerException(context(503)),
        new AuthenticationException(context(401)),
        new PermissionException(context(403), List.of("conversation:message:receive")),
        new NotFoundException(context(404)),
        new UnexpectedResponseException(context(302), null),
        new TransportException(context(0), Delivery.NOT_SENT, broken),
        new TransportException(context(0), Delivery.UNKNOWN, broken),
        new TransportException(context(0), Delivery.SENT, broken));
  }

  @ParameterizedTest
  @MethodSource("waitedOut")
  void whatMayPassOrBeMendedIsWaitedOut(GenesysException failure) {
    Outcome.TryAgain again = assertInstanceOf(Outcome.TryAgain.class, GenesysOutcomes.of(failure));

    assertEquals(failure.getMessage(), again.reason());
    assertEquals(null, again.after());
  }

  static Stream<GenesysException> hopeless() {
    return Stream.of(
        new BadRequestException(context(400), List.of()),
        new ConflictException(context(409)),
        new PayloadTooLargeException(context(413)));
  }

  @ParameterizedTest
  @MethodSource("hopeless")
  void whatWillNeverBeTakenIsADeadLetterThatNamesTheCall(GenesysException failure) {
    Outcome.Final dead = assertInstanceOf(Outcome.Final.class, GenesysOutcomes.of(failure));

    assertEquals(EntryState.DEAD, dead.completion().state());
    assertTrue(String.valueOf(dead.completion().detail()).contains("correlation-1"));
  }

  @Test
  void theRestThatARateLimitAsksForIsTaken() {
    Duration rest = Duration.ofSeconds(42);

    Outcome.TryAgain asked =
        (Outcome.TryAgain) GenesysOutcomes.of(new RateLimitedException(context(429), rest));
    Outcome.TryAgain unasked =
        (Outcome.TryAgain) GenesysOutcomes.of(new RateLimitedException(context(429), null));

    assertEquals(rest, asked.after());
    assertEquals(null, unasked.after());
  }

  @Test
  void anUnreadableAnswerToTheCallItselfMeansThatItWasTaken() {
    assertTrue(GenesysOutcomes.taken(new UnexpectedResponseException(context(200), null)));
    assertFalse(GenesysOutcomes.taken(new UnexpectedResponseException(context(302), null)));
    assertFalse(
        GenesysOutcomes.taken(
            new UnexpectedResponseException(context("POST /oauth/token", 200), null)));
  }
}
