// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One of our wire records and the SDK's model of the same document.
 *
 * @param ours our record
 * @param model the SDK's model
 * @param way who writes the document
 * @param samples what we write of it
 * @param untyped what we read without a type of our own; it waits in {@code extra}
 */
record Pairing(
    Class<?> ours, Class<?> model, Way way, List<JsonNode> samples, Set<String> untyped) {
  /** Who writes a document. */
  enum Way {
    /** We do. */
    SENT,
    /** Genesys Cloud does. */
    READ
  }

  /** A document that we write, with all that the record can hold. */
  static Pairing sent(Class<?> ours, String model) {
    return new Pairing(ours, sdk(model), Way.SENT, OurSamples.all(ours), Set.of());
  }

  /** A document that we write: a record that also serves for reading, as we fill it for sending. */
  static Pairing sent(String model, Object... samples) {
    List<JsonNode> documents = Arrays.stream(samples).map(OurSamples::write).toList();
    return new Pairing(samples[0].getClass(), sdk(model), Way.SENT, documents, Set.of());
  }

  /** A document that Genesys Cloud writes. */
  static Pairing read(Class<?> ours, String model) {
    return read(ours, model, "");
  }

  /** A document that Genesys Cloud writes, and the names of what we leave untyped in it. */
  static Pairing read(Class<?> ours, String model, String untyped) {
    Set<String> names = new TreeSet<>(List.of(untyped.strip().split("\\s+")));
    names.remove("");
    return new Pairing(ours, sdk(model), Way.READ, OurSamples.all(ours), names);
  }

  /** A model of the SDK by its name. */
  static Class<?> sdk(String model) {
    try {
      return Class.forName("com.mypurecloud.sdk.v2.model." + model);
    } catch (ClassNotFoundException e) {
      throw new LinkageError("the SDK has no model " + model, e);
    }
  }

  @Override
  public String toString() {
    return ours.getName().replace("io.botflow.genesys.", "")
        + (way == Way.SENT ? " -> " : " <- ")
        + model.getSimpleName();
  }
}
