// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BotProviderTest {

  /** Named in {@code META-INF/services} of the tests. */
  public static final class Provider implements BotProvider {
    @Override
    public List<Bot> bots() {
      return List.of(new Named("first"), new Named("second"));
    }
  }

  private record Named(String id) implements Bot {
    @Override
    public BotDescription describe() {
      return BotDescription.of(id, id, "1", "en-us", Intent.of("done"));
    }

    @Override
    public Reply answer(Turn turn) {
      return Reply.complete("done");
    }
  }

  @Test
  void theBotsOfAProviderAreFound() {
    List<Bot> bots = BotProvider.discover(BotProviderTest.class.getClassLoader());
    assertEquals(
        List.of("first", "second"), bots.stream().map(bot -> bot.describe().id()).toList());
  }

  @Test
  void withoutAProviderThereIsNoBot() {
    assertEquals(List.of(), BotProvider.discover(ClassLoader.getPlatformClassLoader()));
  }
}
