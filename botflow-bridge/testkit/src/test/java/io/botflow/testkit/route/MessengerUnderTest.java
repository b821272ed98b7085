// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import io.botflow.connector.messenger.MessengerAdapter;
import io.botflow.connector.messenger.Update;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One messenger as {@link EveryKindTest} sees it: an adapter, and a simulated customer who does
 * what people can do there. Everything is told in our own terms, so that the test knows no
 * messenger.
 *
 * <p>To add one, implement this beside its simulator, and give it a line in {@link #ALL}. Until
 * then the test fails for each adapter in {@code messenger-adapters} that it does not find here.
 */
interface MessengerUnderTest extends AutoCloseable {

  /** How to make each of them, by the name of its adapter's class. */
  Map<String, Supplier<MessengerUnderTest>> ALL =
      new TreeMap<>(Map.of("TelegramAdapter", TelegramUnderTest::new));

  /** What a customer, or their messenger, has told. */
  record Told(int updates, String words) {

    /**
     * Says what is to arrive.
     *
     * @param updates how many updates the messenger delivers for it, those before it included
     * @param words what Genesys Cloud must show of it, unless the bridge lists it as left out
     */
    static Optional<Told> of(int updates, String words) {
      return Optional.of(new Told(updates, words));
    }
  }

  /** The adapter, calling the simulator; it receives by webhook. */
  MessengerAdapter adapter();

  /** Has the simulator deliver to the bridge, which listens there. */
  void deliverTo(URI webhook);

  /** The customer's id, as Genesys Cloud knows it. */
  String customerId();

  /** Lets the customer do what gives us leave to write, for example press Start. */
  void begin();

  /**
   * The customer sends something.
   *
   * @param sample one content of the kind
   * @return what they sent in fact: the sample, or what comes nearest, for example without a
   *     caption; empty when no customer can send this kind
   */
  Optional<Content> send(Content sample);

  /**
   * Has the messenger tell something, about our last message to the customer where it is about one
   * of ours.
   *
   * @param update what is to be told
   * @return what is told; empty when this messenger never tells it
   */
  Optional<Told> tell(Class<? extends Update> update);

  /**
   * What the customer's app shows of us, in order. A text with buttons is choices, and a button
   * that opens a page is a link besides.
   */
  List<Content> shown();

  /** Ends simulator and adapter. */
  @Override
  void close();
}
