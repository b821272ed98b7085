// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of things, of which at least one is wanted. */
final class Count implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String value) {
    try {
      int count = Integer.parseInt(value);
      if (count >= 1) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw refusal(value);
    }
    throw refusal(value);
  }

  private static TypeConversionException refusal(String value) {
    return new TypeConversionException("must be a number, 1 or more, was " + value);
  }
}
