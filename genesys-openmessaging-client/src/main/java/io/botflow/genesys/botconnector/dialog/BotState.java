// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.dialog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * Where the dialogue stands after a turn of the bot. Open: a name this version does not know is
 * kept as it came; known names are read in any case.
 *
 * @param value the name on the wire
 */
public record BotState(@JsonValue String value) {
  /** The dialogue is over; the flow leaves on the path of the intent. */
  public static final BotState COMPLETE = new BotState("Complete");

  /** The flow waits for the customer and asks the bot again. */
  public static final BotState MORE_DATA = new BotState("MoreData");

  /** The dialogue is over; the flow leaves on its failure path. */
  public static final BotState FAILED = new BotState("Failed");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BotState {
    value = OpenNames.canonical(value, "Complete", "MoreData", "Failed");
  }

  @Override
  public String toString() {
    return value;
  }
}
