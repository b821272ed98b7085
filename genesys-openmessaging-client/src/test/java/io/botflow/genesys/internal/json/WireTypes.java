// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The module's wire types, found among its classes so that a new one cannot be forgotten. */
final class WireTypes {
  private WireTypes() {}

  /** Records that are read from the far side: they keep the fields that they do not know. */
  static List<Class<?>> readRecords() {
    return records(WireTypes::keepsUnknownFields);
  }

  /** Records with fields of the wire, but for those that never leave the module. */
  static List<Class<?>> wireRecords() {
    return records(
        type ->
            !type.getPackageName().contains(".internal")
                && !Modifier.isPrivate(type.getModifiers())
                && Arrays.stream(type.getRecordComponents()).anyMatch(WireTypes::isProperty));
  }

  static List<Class<?>> openEnums() {
    return records(WireTypes::isOpenEnum);
  }

  static boolean keepsUnknownFields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonAnyGetter.class));
  }

  static boolean isOpenEnum(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components != null
        && components.length == 1
        && components[0].getType() == String.class
        && components[0].getAccessor().isAnnotationPresent(JsonValue.class);
  }

  private static boolean isProperty(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonProperty.class);
  }

  private static List<Class<?>> records(Predicate<Class<?>> filter) {
    Path classes = classes();
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .<Class<?>>map(file -> load(file.replace(File.separatorChar, '.')))
          .filter(type -> type.isRecord() && filter.test(type))
          .sorted(Comparator.comparing(Class::getName))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path classes() {
    try {
      return Path.of(WireJson.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
