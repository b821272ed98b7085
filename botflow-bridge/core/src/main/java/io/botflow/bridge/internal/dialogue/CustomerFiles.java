// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.dialogue;

import io.botflow.bridge.store.Notes;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MessageJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * The files that customers send, on their way around Bot Connector, which carries none: the bridge
 * lays them down, the endpoint takes them up. A file is laid down before its message goes to
 * Genesys Cloud, since the bot may be asked before the answer to that is here. Safe for concurrent
 * use, on several instances too.
 */
public final class CustomerFiles {
  private static final Duration FILE_LIFE = Duration.ofDays(1);
  private static final Duration CONVERSATION_LIFE = Duration.ofDays(8);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Notes notes;

  /**
   * Makes the way.
   *
   * @param notes where files wait
   */
  public CustomerFiles(Notes notes) {
    this.notes = notes;
  }

  /**
   * Files that no bot has seen.
   *
   * @param customer the customer, or null when nothing was sent in the conversation yet
   * @param keys by which the files are marked as given
   * @param files the files in order
   */
  public record Waiting(@Nullable Customer customer, Set<String> keys, List<Media> files) {
    private static final Waiting NOBODY = new Waiting(null, Set.of(), List.of());

    /** {@inheritDoc} */
    public Waiting {
      keys = Set.copyOf(keys);
      files = List.copyOf(files);
    }

    /** Shows how many there are, neither who nor what. */
    @Override
    public String toString() {
      return "Waiting[" + files.size() + " files]";
    }
  }

  /**
   * A customer on a route.
   *
   * @param route the route's id
   * @param userId the customer's id at the messenger
   */
  public record Customer(String route, String userId) {
    /** Shows the route; the customer stays hidden. */
    @Override
    public String toString() {
      return "Customer[" + route + ", ***]";
    }
  }

  /**
   * A message with a file is about to be sent. Laying down a file again changes nothing.
   *
   * @param customer who sent it
   * @param key what identifies the file on each attempt
   * @param file the file, at an address that a bot can fetch it from
   */
  public void sending(Customer customer, String key, Media file) {
    shelf(customer).change(shelf -> shelf.with(key, file));
  }

  /**
   * A message has arrived in a conversation: what the customer sent so far belongs to it.
   *
   * @param customer who sent it
   * @param conversationId the conversation
   */
  public void arrived(Customer customer, String conversationId) {
    String name = conversation(conversationId);
    if (notes.read(name).isEmpty()) {
      notes.write(name, Notes.ABSENT, MessageJson.write(customer), CONVERSATION_LIFE);
    }
    StoredValue<FileShelf> shelf = shelf(customer);
    if (shelf.read().hasHomeless()) {
      shelf.change(files -> files.in(conversationId));
    }
  }

  /**
   * What waits for the bot of a conversation.
   *
   * @param conversationId the conversation
   * @return the files; none, and no customer, in a conversation that did not come over the bridge
   */
  public Waiting waiting(String conversationId) {
    Optional<Customer> customer =
        notes
            .read(conversation(conversationId))
            .map(note -> MessageJson.read(note.text(), Customer.class));
    if (customer.isEmpty()) {
      return Waiting.NOBODY;
    }
    List<FileShelf.Place> places = shelf(customer.get()).read().waiting(conversationId);
    return new Waiting(
        customer.get(),
        places.stream().map(FileShelf.Place::key).collect(Collectors.toSet()),
        places.stream().map(FileShelf.Place::required).toList());
  }

  /**
   * The same, but waits for something to come: the bot may be asked before it is known to which
   * conversation a message went.
   *
   * @param conversationId the conversation
   * @param nanos how long to wait at most
   * @param enough whether there is no need to wait any longer
   * @return the files
   */
  public Waiting await(String conversationId, long nanos, Predicate<Waiting> enough) {
    long end = System.nanoTime() + nanos;
    Waiting waiting = waiting(conversationId);
    while (!enough.test(waiting)
        && end - System.nanoTime() > 0
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      waiting = waiting(conversationId);
    }
    return waiting;
  }

  /**
   * A bot has been given files: no turn gets them again.
   *
   * @param given what it was given
   */
  public void given(Waiting given) {
    Customer customer = given.customer();
    if (customer != null && !given.keys().isEmpty()) {
      shelf(customer).change(shelf -> shelf.without(given.keys()));
    }
  }

  private StoredValue<FileShelf> shelf(Customer customer) {
    return new StoredValue<>(
        notes, "files:" + customer.route() + ":" + customer.userId(), FILE_LIFE, FileShelf.FORM);
  }

  private static String conversation(String id) {
    return "customer:" + id;
  }
}
