// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import javax.annotation.Nullable;

/**
 * Something in a document that the SDK's model does not have.
 *
 * @param model the simple name of the SDK's model
 * @param property the property
 * @param value the value of an enumeration that the model lacks; null if it lacks the property
 */
record Unknown(String model, String property, @Nullable String value) {
  /** Whether it is this model, not one nested in it, that lacks the thing. */
  boolean isIn(Class<?> type) {
    return type.getSimpleName().equals(model);
  }

  @Override
  public String toString() {
    return model + "." + property + (value == null ? "" : "=" + value);
  }
}
