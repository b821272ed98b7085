// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import io.botflow.connector.bot.Attribute;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Slot;
import io.botflow.connector.bot.SlotValue;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Bots with one mistake each, every one under the contract that ought to find it. */
final class WrongBots {
  private WrongBots() {}

  /** A bot that is right in everything but what a test makes of it. */
  private static class Scripted implements Bot {
    private final Function<Turn, Reply> script;

    Scripted(Function<Turn, Reply> script) {
      this.script = script;
    }

    @Override
    public BotDescription describe() {
      return BotDescription.of(
          "scripted",
          "Scripted bot",
          "1",
          "en",
          Intent.of("done", Slot.of("count", Slot.Type.INTEGER)));
    }

    @Override
    public Reply answer(Turn turn) {
      return script.apply(turn);
    }
  }

  private static Reply echo(Turn turn) {
    return Reply.awaitMore(new Text("You said: " + turn.text()));
  }

  private static void hold(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  private static void holdStubbornly(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
      Thread.interrupted();
    }
  }

  /** They are meant to fail, so nothing but the test of the contract runs them. */
  static final class OnPurpose implements ExecutionCondition {
    static final String ASKED_FOR = "botflow.wrong.bots";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter(ASKED_FOR).isPresent()
          ? ConditionEvaluationResult.enabled("asked for")
          : ConditionEvaluationResult.disabled("run by BotContractTest");
    }
  }

  @ExtendWith(OnPurpose.class)
  abstract static class Fast extends BotContract {
    @Override
    protected List<Dialogue> dialogues() {
      return List.of(Dialogue.saying("hello", "more", "bye"), Dialogue.saying("hello"));
    }

    @Override
    protected Duration deadline() {
      return Duration.ofSeconds(2);
    }
  }

  static final class Right extends Fast {
    private static final Attribute<Long> TURNS = Attribute.number("turns");

    @Override
    protected Bot bot() {
      return new Scripted(
          turn -> {
            long turns = turn.session().update(TURNS, known -> known.orElse(0L) + 1);
            if (turn.text().equals("slow")) {
              hold(Duration.ofSeconds(30));
              return Reply.fail("Cancelled", "nobody waits");
            }
            return turn.text().equals("bye")
                ? new Reply.Complete(
                    List.of(new Text("Good bye.")),
                    "done",
                    1.0,
                    Map.of("count", new SlotValue.OfInteger(turns)),
                    Map.of("turns", Long.toString(turns)))
                : Reply.awaitMore(new Text("Turn " + turns));
          });
    }

    @Override
    protected Optional<Utterance> slowUtterance() {
      return Optional.of(Utterance.of("slow"));
    }
  }

  static final class Throwing extends Fast {
    @Override
    protected Bot bot() {
      return new Scripted(
          turn -> {
            throw new IllegalStateException("the warehouse is closed");
          });
    }
  }

  static final class Silent extends Fast {
    @Override
    @SuppressWarnings("NullAway") // This is the mistake.
    protected Bot bot() {
      return new Scripted(turn -> turn.text().equals("more") ? null : echo(turn));
    }
  }

  static final class Late extends Fast {
    @Override
    protected Bot bot() {
      return new Scripted(
          turn -> {
            hold(Duration.ofSeconds(30));
            return echo(turn);
          });
    }

    @Override
    protected Duration deadline() {
      return Duration.ofMillis(50);
    }
  }

  static final class Inventive extends Fast {
    @Override
    protected Bot bot() {
      return new Scripted(turn -> Reply.complete("refund", new Text("Done.")));
    }
  }

  static final class Mistyped extends Fast {
    @Override
    protected Bot bot() {
      return new Scripted(
          turn ->
              new Reply.Complete(
                  List.of(), "done", null, Map.of("count", new SlotValue.OfString("1")), Map.of()));
    }
  }

  static final class Nameless extends Fast {
    @Override
    protected Bot bot() {
      return new Scripted(
          turn -> new Reply.Complete(List.of(), "done", null, Map.of(), Map.of(" ", "value")));
    }
  }

  static final class Forgetful extends Fast {
    @Override
    protected Bot bot() {
      return new Scripted(turn -> Reply.later(new Text("One moment.")));
    }

    @Override
    protected Duration deadline() {
      return Duration.ofMillis(50);
    }
  }

  static final class WhollyUndescribed extends Fast {
    @Override
    protected Bot bot() {
      return new Scripted(WrongBots::echo) {
        @Override
        public BotDescription describe() {
          return BotDescription.of("scripted", "n".repeat(101), "1", "en", Intent.of("done"));
        }
      };
    }
  }

  static final class Renamed extends Fast {
    @Override
    protected Bot bot() {
      AtomicInteger calls = new AtomicInteger();
      return new Scripted(WrongBots::echo) {
        @Override
        public BotDescription describe() {
          return BotDescription.of(
              "scripted", "Bot " + calls.incrementAndGet(), "1", "en", Intent.of("done"));
        }
      };
    }
  }

  static final class AfraidOfEmptyTexts extends Fast {
    @Override
    protected Bot bot() {
      return new Scripted(
          turn -> {
            char first = turn.text().charAt(0);
            return Reply.awaitMore(new Text("It begins with " + first));
          });
    }
  }

  static final class KnowingItsButtons extends Fast {
    @Override
    protected Bot bot() {
      return new Scripted(
          turn -> {
            if (turn.selection() != null) {
              throw new IllegalArgumentException("no button " + turn.selection().payload());
            }
            return echo(turn);
          });
    }
  }

  static final class Talkative extends Fast {
    @Override
    protected Bot bot() {
      StringBuilder last = new StringBuilder("nothing");
      return new Scripted(
          turn -> {
            String before = last.toString();
            last.replace(0, last.length(), turn.text());
            return Reply.awaitMore(new Text("Before that I heard " + before));
          });
    }
  }

  static final class Unlocked extends Fast {
    @Override
    protected Bot bot() {
      AtomicInteger inside = new AtomicInteger();
      return new Scripted(
          turn -> {
            boolean alone = inside.incrementAndGet() == 1;
            hold(Duration.ofMillis(20));
            inside.decrementAndGet();
            return Reply.awaitMore(new Text(alone ? "yours" : "somebody's"));
          });
    }
  }

  static final class Stubborn extends Fast {
    @Override
    protected Bot bot() {
      return new Scripted(
          turn -> {
            if (turn.text().equals("slow")) {
              holdStubbornly(Duration.ofSeconds(1));
            }
            return echo(turn);
          });
    }

    @Override
    protected Optional<Utterance> slowUtterance() {
      return Optional.of(Utterance.of("slow"));
    }

    @Override
    protected Duration grace() {
      return Duration.ofMillis(50);
    }
  }
}
