// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import io.botflow.bridge.store.BridgeStore;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The promises of {@link BridgeStore} as tests: extend it in the tests of a store.
 *
 * <pre>{@code
 * class MyStoreTest extends BridgeStoreContract {
 *   @Override
 *   protected BridgeStore open(Clock clock) {
 *     return new MyStore(clock);
 *   }
 * }
 * }</pre>
 *
 * <p>The tests need JUnit Jupiter 6 on the class path, which the testkit does not bring along. They
 * never wait for time to pass: the clock is theirs.
 */
public abstract class BridgeStoreContract {
  /** For subclasses. */
  protected BridgeStoreContract() {}

  /**
   * Opens a store without any entries. Each test opens one and closes it.
   *
   * @param clock the clock by which the store shall measure leases and rests
   * @return the store
   * @throws Exception when it cannot be opened: the test fails
   */
  protected abstract BridgeStore open(Clock clock) throws Exception;

  @Nested
  @DisplayName("Accepting")
  class Accepting extends AcceptContract {
    @Override
    BridgeStore open(Clock clock) throws Exception {
      return BridgeStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Claiming")
  class Claiming extends ClaimContract {
    @Override
    BridgeStore open(Clock clock) throws Exception {
      return BridgeStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Leases")
  class Leases extends LeaseContract {
    @Override
    BridgeStore open(Clock clock) throws Exception {
      return BridgeStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Rests")
  class Rests extends RestContract {
    @Override
    BridgeStore open(Clock clock) throws Exception {
      return BridgeStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Completing")
  class Completing extends CompletionContract {
    @Override
    BridgeStore open(Clock clock) throws Exception {
      return BridgeStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Races")
  class Races extends RaceContract {
    @Override
    BridgeStore open(Clock clock) throws Exception {
      return BridgeStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Notes")
  class NotesOfAStore extends NotesContract {
    @Override
    BridgeStore open(Clock clock) throws Exception {
      return BridgeStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Targets")
  class Targets extends TargetContract {
    @Override
    BridgeStore open(Clock clock) throws Exception {
      return BridgeStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Pacing")
  class PacingOfAStore extends PacingContract {
    @Override
    BridgeStore open(Clock clock) throws Exception {
      return BridgeStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Journal")
  class JournalOfAStore extends JournalContract {
    @Override
    BridgeStore open(Clock clock) throws Exception {
      return BridgeStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Closing")
  class Closing extends ClosingContract {
    @Override
    BridgeStore open(Clock clock) throws Exception {
      return BridgeStoreContract.this.open(clock);
    }
  }
}
