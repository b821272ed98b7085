// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.ManualClock;
import io.botflow.genesys.Threads;
import io.botflow.genesys.error.ServerException;
import io.botflow.genesys.error.TransportException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many threads ask at once, one asks the endpoint. */
class TokenRefreshConcurrencyTest {
  private final FakeGenesys genesys = new FakeGenesys();
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final ClientCredentialsTokenProvider tokens = provider(genesys.uri());

  private ClientCredentialsTokenProvider provider(URI login) {
    return ClientCredentialsTokenProvider.builder(
            login, FakeGenesys.CLIENT_ID, FakeGenesys.CLIENT_SECRET)
        .clock(clock)
        .build();
  }

  @AfterEach
  void stop() {
    genesys.close();
  }

  @Test
  void sixtyFourThreadsThatMeetAnEmptyCacheMakeOneRequest() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    genesys.answerTokens(
        number -> {
          asked.countDown();
          await(answer);
          return FakeGenesys.token("t" + number, 600);
        });
    Thread release =
        new Thread(
            () -> {
              await(asked);
              answer.countDown();
            });
    release.start();
    Set<String> seen = new HashSet<>();
    for (Future<AccessToken> token : Threads.together(64, tokens::token)) {
      seen.add(token.get().value());
    }
    release.join();
    assertEquals(Set.of("t1"), seen);
    assertEquals(1, genesys.tokenRequests().size());
  }

  @Test
  void sixtyFourThreadsThatAreRefusedAtOnceMakeOneRequestMore() throws Exception {
    AccessToken first = tokens.token();
    Set<String> seen = new HashSet<>();
    for (Future<AccessToken> token :
        Threads.together(
            64,
            () -> {
              tokens.invalidate(first);
              return tokens.token();
            })) {
      seen.add(token.get().value());
    }
    assertEquals(Set.of(FakeGenesys.TOKEN_PREFIX + "2"), seen);
    assertEquals(2, genesys.tokenRequests().size());
  }

  @Test
  void aThreadThatLookedBeforeARefreshAndActsAfterItUsesItsOutcome() throws Exception {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch refreshed = new CountDownLatch(1);
    AtomicReference<Thread> late = new AtomicReference<>();
    Clock held =
        new ForwardingClock(clock) {
          @Override
          public Instant instant() {
            Instant seen = super.instant();
            if (late.compareAndSet(Thread.currentThread(), null)) {
              looking.countDown();
              await(refreshed);
            }
            return seen;
          }
        };
    ClientCredentialsTokenProvider provider =
        ClientCredentialsTokenProvider.builder(genesys.uri(), "id", "secret").clock(held).build();
    provider.token();
    clock.advance(Duration.ofDays(2));
    FutureTask<AccessToken> outcome = new FutureTask<>(provider::token);
    Thread thread = new Thread(outcome);
    late.set(thread);
    thread.start();
    await(looking);
    AccessToken second = provider.token();
    refreshed.countDown();
    assertEquals(second.value(), outcome.get(10, TimeUnit.SECONDS).value());
    assertEquals(2, genesys.tokenRequests().size());
  }

  @Test
  void aFailureIsSharedByAllThatWaitedForIt() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    genesys.answerTokens(
        number -> {
          asked.countDown();
          await(answer);
          return FakeGenesys.json(503, "{}");
        });
    List<FutureTask<AccessToken>> all = new ArrayList<>();
    all.add(new FutureTask<>(tokens::token));
    new Thread(all.get(0)).start();
    await(asked);
    for (int i = 0; i < 8; i++) {
      FutureTask<AccessToken> follower = new FutureTask<>(tokens::token);
      all.add(follower);
      Thread waiter = new Thread(follower);
      waiter.start();
      awaitWaiting(waiter);
    }
    answer.countDown();
    for (FutureTask<AccessToken> outcome : all) {
      ExecutionException e =
          assertThrows(ExecutionException.class, () -> outcome.get(10, TimeUnit.SECONDS));
      assertInstanceOf(ServerException.class, e.getCause());
    }
    assertEquals(1, genesys.tokenRequests().size());
  }

  @Test
  void whileOneThreadRenewsEarlyTheOthersGoOnWithTheOldToken() throws Exception {
    AccessToken old = tokens.token();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    genesys.answerTokens(
        number -> {
          asked.countDown();
          await(answer);
          return FakeGenesys.token("renewed", 600);
        });
    clock.advance(Duration.ofSeconds(86399 - 30));
    FutureTask<AccessToken> renewer = new FutureTask<>(tokens::token);
    new Thread(renewer).start();
    await(asked);
    assertEquals(old.value(), tokens.token().value());
    answer.countDown();
    assertEquals("renewed", renewer.get(10, TimeUnit.SECONDS).value());
    assertEquals("renewed", tokens.token().value());
    assertEquals(2, genesys.tokenRequests().size());
  }

  @Test
  void anInterruptedLeaderDoesNotFailTheOthers() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    genesys.answerTokens(
        number -> {
          if (number == 1) {
            asked.countDown();
            await(answer);
          }
          return FakeGenesys.token("t" + number, 600);
        });
    FutureTask<AccessToken> first = new FutureTask<>(tokens::token);
    Thread leader = new Thread(first);
    leader.start();
    await(asked);
    FutureTask<AccessToken> second = new FutureTask<>(tokens::token);
    Thread waiter = new Thread(second);
    waiter.start();
    awaitWaiting(waiter);
    leader.interrupt();
    assertEquals("t2", second.get(10, TimeUnit.SECONDS).value());
    answer.countDown();
    ExecutionException e =
        assertThrows(ExecutionException.class, () -> first.get(10, TimeUnit.SECONDS));
    assertInstanceOf(TransportException.class, e.getCause());
  }

  /** Lets a test stand between a thread and its look at the clock. */
  private static class ForwardingClock extends Clock {
    private final Clock clock;

    ForwardingClock(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Instant instant() {
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return clock.withZone(zone);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("waited too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void awaitWaiting(Thread thread) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the thread does not wait: " + thread.getState());
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
