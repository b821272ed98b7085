// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The elements of a listing that comes in numbered pages; a page is read when it is needed. */
public final class Pages {
  private Pages() {}

  /**
   * A lazy stream.
   *
   * @param read reads the page of a number, from 1
   * @param <T> an element
   * @return the elements of all pages
   */
  public static <T> Stream<T> stream(IntFunction<Page<T>> read) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new Elements<>(read), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  private static final class Elements<T> implements Iterator<T> {
    private final IntFunction<Page<T>> read;
    private final Deque<T> ready = new ArrayDeque<>();
    private int nextPage = 1;
    private boolean more = true;

    Elements(IntFunction<Page<T>> read) {
      this.read = read;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && more) {
        Page<T> page = read.apply(nextPage);
        ready.addAll(page.entities());
        more = page.hasNext(nextPage);
        nextPage++;
      }
      return !ready.isEmpty();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no element is left");
      }
      return ready.remove();
    }
  }
}
