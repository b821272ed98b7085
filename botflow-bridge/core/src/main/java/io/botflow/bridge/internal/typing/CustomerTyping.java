// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.typing;

import io.botflow.connector.message.Peer;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.openmessaging.Customer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Genesys Cloud that a customer is typing, at most once in some seconds for each: typing
 * counts against the same limit as messages. Thread-safe.
 */
public final class CustomerTyping {
  private static final Logger log = LoggerFactory.getLogger(CustomerTyping.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int MOST_KNOWN = 10_000;

  private final BiConsumer<String, Peer> tell;
  private final Executor executor;
  private final boolean wanted;
  private final Map<Peer, Long> told = new ConcurrentHashMap<>();

  /**
   * Makes the sign.
   *
   * @param tell tells of a customer of an integration
   * @param executor makes the calls
   * @param wanted whether anything is told at all
   */
  CustomerTyping(BiConsumer<String, Peer> tell, Executor executor, boolean wanted) {
    this.tell = tell;
    this.executor = executor;
    this.wanted = wanted;
  }

  /**
   * Makes the sign for Genesys Cloud.
   *
   * @param genesys who is told
   * @param executor makes the calls
   * @param spare whether Genesys Cloud takes one more request that nobody would miss
   * @return the sign
   */
  public static CustomerTyping of(GenesysCloud genesys, Executor executor, BooleanSupplier spare) {
    return new CustomerTyping(
        (integrationId, customer) -> {
          if (spare.getAsBoolean()) {
            genesys
                .openMessaging(integrationId)
                .sendTyping(Customer.builder(customer.userId()).build());
          }
        },
        executor,
        true);
  }

  /**
   * A sign that nobody sees.
   *
   * @return the sign
   */
  public static CustomerTyping none() {
    return new CustomerTyping((integrationId, customer) -> {}, Runnable::run, false);
  }

  /**
   * A customer types.
   *
   * @param integrationId the customer's route
   * @param customer the customer
   */
  public void started(String integrationId, Peer customer) {
    long now = System.nanoTime();
    Long last = told.get(customer);
    if (!wanted || (last != null && now - last < PAUSE.toNanos())) {
      return;
    }
    if (told.size() >= MOST_KNOWN) {
      told.clear();
    }
    told.put(customer, now);
    try {
      executor.execute(() -> tell(integrationId, customer));
    } catch (RejectedExecutionException e) {
      log.debug("closing: nobody is told that a customer types");
    }
  }

  private void tell(String integrationId, Peer customer) {
    try {
      tell.accept(integrationId, customer);
    } catch (RuntimeException e) {
      log.debug("Genesys Cloud was not told that a customer types: {}", e.getMessage());
    }
  }
}
