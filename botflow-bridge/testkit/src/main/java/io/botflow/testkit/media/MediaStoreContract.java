// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.media;

import io.botflow.bridge.media.MediaStore;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The promises of {@link MediaStore} as tests: extend it in the tests of a store.
 *
 * <pre>{@code
 * class MyMediaStoreTest extends MediaStoreContract {
 *   @Override
 *   protected MediaStore open(Clock clock) {
 *     return new MyMediaStore(clock);
 *   }
 * }
 * }</pre>
 *
 * <p>The tests need JUnit Jupiter 6 on the class path, which the testkit does not bring along. They
 * store files of up to 2 MB and never wait for time to pass: the clock is theirs.
 */
public abstract class MediaStoreContract {
  /** For subclasses. */
  protected MediaStoreContract() {}

  /**
   * Opens a store without any files; each test opens one.
   *
   * @param clock the clock by which the store shall measure the age of files
   * @return the store
   * @throws Exception when it cannot be opened: the test fails
   */
  protected abstract MediaStore open(Clock clock) throws Exception;

  /**
   * Whether the store removes what is old when it is asked to. A store whose files expire by
   * themselves says no.
   *
   * @return true unless overridden
   */
  protected boolean removesWhatIsOld() {
    return true;
  }

  @Nested
  @DisplayName("Putting")
  class Putting extends PutContract {
    @Override
    MediaStore open(Clock clock) throws Exception {
      return MediaStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Failures")
  class Failures extends FailedPutContract {
    @Override
    MediaStore open(Clock clock) throws Exception {
      return MediaStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Reading")
  class Reading extends ReadContract {
    @Override
    MediaStore open(Clock clock) throws Exception {
      return MediaStoreContract.this.open(clock);
    }
  }

  @Nested
  @DisplayName("Retention")
  class Retention extends RetentionContract {
    @Override
    MediaStore open(Clock clock) throws Exception {
      return MediaStoreContract.this.open(clock);
    }

    @Override
    boolean removesWhatIsOld() {
      return MediaStoreContract.this.removesWhatIsOld();
    }
  }
}
