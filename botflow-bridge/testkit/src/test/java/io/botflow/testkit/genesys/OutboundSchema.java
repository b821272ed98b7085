// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** Genesys' own JSON schema of outbound messages, when the fixtures are at hand. */
final class OutboundSchema {
  private static final Set<String> TYPES_NEWER_THAN_THE_SCHEMA = Set.of("Event");
  private static final Set<String> CONTENT_NEWER_THAN_THE_SCHEMA =
      Set.of("QuickReply", "Card", "Carousel");

  private final Schema schema;

  private OutboundSchema(Schema schema) {
    this.schema = schema;
  }

  /** Skips the calling test, and says why, when the fixtures are not there. */
  static OutboundSchema orSkip() {
    String fixtures = System.getProperty("botflow.fixtures", "");
    Path file = Path.of(fixtures, "genesys", "openmessaging-outbound-message-schema.json");
    boolean there = !fixtures.isEmpty() && !fixtures.startsWith("$") && Files.exists(file);
    if (!there) {
      System.out.println("skipped: -Dbotflow.fixtures names no folder with " + file.getFileName());
    }
    Assumptions.assumeTrue(there, "-Dbotflow.fixtures names no folder with the schema");
    try {
      return new OutboundSchema(
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(withoutNames(Json.read(Files.readAllBytes(file)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema names its parts by relative ids, which the validator refuses and nothing needs. */
  private static JsonNode withoutNames(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      object.remove(List.of("$id", "$schema"));
    }
    schema.forEach(OutboundSchema::withoutNames);
    return schema;
  }

  /** The violations of a webhook's body. */
  List<String> violations(byte[] body) {
    ObjectNode tree = (ObjectNode) Json.read(body);
    if (TYPES_NEWER_THAN_THE_SCHEMA.contains(tree.path("type").asText())) {
      tree.put("type", "Text");
    }
    for (JsonNode item : tree.path("content")) {
      if (CONTENT_NEWER_THAN_THE_SCHEMA.contains(item.path("contentType").asText())) {
        ((ObjectNode) item).put("contentType", "Attachment");
      }
    }
    return schema.validate(tree).stream().map(Object::toString).toList();
  }
}
