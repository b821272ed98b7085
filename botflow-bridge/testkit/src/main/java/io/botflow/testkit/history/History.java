// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.Nullable;

/**
 * Everything that was sent in one direction and every arrival of it, to be judged by {@link
 * #findings()}.
 *
 * <p>A message is a key of a customer; its sequence is the order in which {@link #sent} was called
 * for that customer. Each arrival of a key is an attempt: the first should come in order, and
 * another one is excused only where the first may have been in flight when the connection or the
 * process broke: nothing later of that customer has arrived between both, and a break lies between
 * them. One break of a connection excuses one message; the end of a process excuses one of each
 * customer, since only the head of a lane is ever in flight.
 *
 * <p>All times are of one clock. Thread-safe.
 */
public final class History {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Customer> customers = new LinkedHashMap<>();
  private final TreeSet<Instant> processEnds = new TreeSet<>();
  private final List<Instant> connectionEnds = new ArrayList<>();

  /** Begins an empty history. */
  public History() {}

  private record Sent(int sequence, Instant at) {}

  private record Arrival(String key, Instant at) {}

  private static final class Customer {
    private final Map<String, Sent> sent = new LinkedHashMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();
  }

  /**
   * Notes that a message was sent.
   *
   * @param customer whose message it is
   * @param key the message among those of the customer
   * @param at when
   * @throws IllegalArgumentException when this customer's key was sent before
   */
  public void sent(String customer, String key, Instant at) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(at, "at");
    lock.lock();
    try {
      Map<String, Sent> sent = customer(customer).sent;
      if (sent.putIfAbsent(key, new Sent(sent.size(), at)) != null) {
        throw new IllegalArgumentException("sent before: " + customer + "/" + key);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Notes that a message arrived, be it for the first time or again; one customer's arrivals are
   * noted in their order.
   *
   * @param customer whose message it is
   * @param key the message among those of the customer
   * @param at when
   */
  public void arrived(String customer, String key, Instant at) {
    Arrival arrival =
        new Arrival(Objects.requireNonNull(key, "key"), Objects.requireNonNull(at, "at"));
    lock.lock();
    try {
      customer(customer).arrivals.add(arrival);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Notes that one connection broke, with at most one request in flight.
   *
   * @param at when
   */
  public void connectionBroke(Instant at) {
    lock.lock();
    try {
      connectionEnds.add(Objects.requireNonNull(at, "at"));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Notes that a process died, with a request in flight for any customer.
   *
   * @param at when it was dead
   */
  public void processDied(Instant at) {
    lock.lock();
    try {
      processEnds.add(Objects.requireNonNull(at, "at"));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Judges what has been noted so far.
   *
   * @return the findings
   */
  public Findings findings() {
    lock.lock();
    try {
      Judge judge = new Judge();
      customers.forEach(judge::hear);
      return judge.findings();
    } finally {
      lock.unlock();
    }
  }

  private Customer customer(String name) {
    return customers.computeIfAbsent(
        Objects.requireNonNull(name, "customer"), any -> new Customer());
  }

  /** A message that came again, with the two arrivals between which something must have broken. */
  private record Repeat(String name, Instant before, Instant after) {}

  private final class Judge {
    private final List<String> lost = new ArrayList<>();
    private final List<String> repeated = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();
    private final List<String> outOfOrder = new ArrayList<>();
    private final List<String> strange = new ArrayList<>();
    private final List<Repeat> repeats = new ArrayList<>();
    private final DeliveryTimes times = new DeliveryTimes();
    private int sent;

    private void hear(String name, Customer customer) {
      Map<String, Instant> seen = new HashMap<>();
      int latest = -1;
      for (Arrival arrival : customer.arrivals) {
        String message = name + "/" + arrival.key();
        Sent about = customer.sent.get(arrival.key());
        if (about == null) {
          strange.add(message);
          continue;
        }
        Instant before = seen.put(arrival.key(), arrival.at());
        if (before != null) {
          repeated.add(message);
          if (about.sequence() < latest) {
            unexplained.add(message);
          } else {
            repeats.add(new Repeat(message, before, arrival.at()));
          }
          continue;
        }
        times.add(about.at(), arrival.at());
        if (about.sequence() < latest) {
          outOfOrder.add(message);
        }
        latest = Math.max(latest, about.sequence());
      }
      sent += customer.sent.size();
      customer.sent.keySet().stream()
          .filter(key -> !seen.containsKey(key))
          .forEach(key -> lost.add(name + "/" + key));
    }

    private Findings findings() {
      explain();
      return new Findings(
          sent, lost, repeated, unexplained, outOfOrder, strange, times.at(0.5), times.at(0.99));
    }

    /** Gives each repeat, the one that ends first first, the earliest break that fits it. */
    private void explain() {
      List<Instant> unused = new ArrayList<>(connectionEnds.stream().sorted().toList());
      repeats.stream()
          .sorted((one, other) -> one.after().compareTo(other.after()))
          .filter(repeat -> !within(repeat, processEnds.ceiling(repeat.before())))
          .filter(repeat -> !takeOne(unused, repeat))
          .forEach(repeat -> unexplained.add(repeat.name()));
    }

    private boolean takeOne(List<Instant> unused, Repeat repeat) {
      for (Instant end : unused) {
        if (!end.isBefore(repeat.before())) {
          return within(repeat, end) && unused.remove(end);
        }
      }
      return false;
    }

    private boolean within(Repeat repeat, @Nullable Instant end) {
      return end != null && !end.isAfter(repeat.after());
    }
  }
}
