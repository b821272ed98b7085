// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.internal.json.Copies;
import java.util.List;
import javax.annotation.Nullable;

/**
 * One page of a listing.
 *
 * @param entities its elements
 * @param pageCount how many pages there are, if that was told
 * @param nextUri where the next page is, if there is one
 * @param <T> an element
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Page<T>(
    @JsonProperty("entities") List<T> entities,
    @JsonProperty("pageCount") @Nullable Integer pageCount,
    @JsonProperty("nextUri") @Nullable String nextUri) {

  /** {@inheritDoc} */
  public Page {
    entities = Copies.list(entities);
  }

  /** A page ends the listing when it is empty, the last that was counted, or names no next. */
  boolean hasNext(int number) {
    return !entities.isEmpty() && (pageCount != null ? number < pageCount : nextUri != null);
  }
}
