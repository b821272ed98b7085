// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.typing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.connector.message.Peer;
import io.botflow.genesys.error.InvalidFieldException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class CustomerTypingTest {
  private static final Peer IVAN = new Peer("web", "1", "42");
  private static final Peer OLHA = new Peer("web", "1", "43");

  private final List<String> told = new ArrayList<>();

  private void tell(String integration, Peer customer) {
    told.add(integration + " " + customer.userId());
  }

  @Test
  void eachCustomerIsToldOfOnceInSomeSeconds() {
    CustomerTyping typing = new CustomerTyping(this::tell, Runnable::run, true);
    typing.started("i", IVAN);
    typing.started("i", IVAN);
    typing.started("i", OLHA);
    assertEquals(List.of("i 42", "i 43"), told);
  }

  @Test
  void nothingIsToldUnlessWanted() {
    new CustomerTyping(this::tell, Runnable::run, false).started("i", IVAN);
    assertEquals(List.of(), told);
  }

  @Test
  void aFailureIsNobodysConcern() {
    CustomerTyping failing =
        new CustomerTyping(
            (integration, customer) -> {
              tell(integration, customer);
              throw new InvalidFieldException("channel.from.id", "of a test");
            },
            Runnable::run,
            true);
    failing.started("i", IVAN);
    new CustomerTyping(
            this::tell,
            task -> {
              throw new RejectedExecutionException("closed");
            },
            true)
        .started("i", IVAN);
    assertEquals(List.of("i 42"), told);
  }
}
