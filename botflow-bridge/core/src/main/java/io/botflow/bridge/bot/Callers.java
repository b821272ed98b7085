// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.internal.address.AddressRanges;
import io.botflow.bridge.internal.caller.ListedRanges;
import io.botflow.connector.web.WebRequest;
import java.net.InetAddress;
import java.util.Optional;
import javax.annotation.Nullable;

/** Judges requests by the address they come from. Thread-safe. */
final class Callers implements AutoCloseable {
  /** What is known of a caller. */
  enum Verdict {
    /** Let in, if the secrets are right. */
    ALLOWED,
    /** Not on the list. */
    REFUSED,
    /** There is no list yet. */
    UNDECIDED
  }

  @Nullable private final AllowList allowList;
  @Nullable private final ListedRanges listed;

  /** Begins to read the list, if there is one to be read. */
  Callers(@Nullable AllowList allowList) {
    this.allowList = allowList;
    this.listed =
        allowList == null
            ? null
            : allowList
                .listing()
                .map(source -> ListedRanges.start(source, allowList.refreshInterval()))
                .orElse(null);
  }

  Verdict verdict(WebRequest request) {
    if (allowList == null) {
      return Verdict.ALLOWED;
    }
    InetAddress address = allowList.caller().of(request).orElse(null);
    if (address == null) {
      return Verdict.REFUSED;
    }
    if (allowList.fixed().contains(address)) {
      return Verdict.ALLOWED;
    }
    if (listed == null) {
      return Verdict.REFUSED;
    }
    Optional<AddressRanges> ranges = listed.current();
    if (ranges.isEmpty()) {
      return Verdict.UNDECIDED;
    }
    return ranges.get().contains(address) ? Verdict.ALLOWED : Verdict.REFUSED;
  }

  /** The caller's address for people. */
  String shown(WebRequest request) {
    return Optional.ofNullable(allowList)
        .flatMap(list -> list.caller().of(request))
        .map(InetAddress::getHostAddress)
        .orElse("an unknown address");
  }

  @Override
  public void close() {
    if (listed != null) {
      listed.close();
    }
  }
}
