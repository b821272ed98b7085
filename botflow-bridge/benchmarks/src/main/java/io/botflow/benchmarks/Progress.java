// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

/** Tells people what takes so long, beside the table. */
final class Progress {
  private Progress() {}

  @SuppressWarnings("SystemOut") // This is a program for the command line.
  static void tell(String what) {
    System.err.println(what);
  }
}
