package org.carersignpost.knowledge.files;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the two notations of the files, JSON and YAML, into trees and trees into records.
final class Notation {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .withConfigOverride(
              List.class,
              list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Notation() {}

  static Optional<JsonNode> json(String text, Faults faults) {
    return tree(JSON, text, "is not JSON", faults);
  }

  static Optional<JsonNode> yaml(String text, Faults faults) {
    return tree(YAML, text, "is not YAML", faults);
  }

  private static Optional<JsonNode> tree(
      ObjectMapper mapper, String text, String reason, Faults faults) {
    try {
      return Optional.of(mapper.readTree(text));
    } catch (JacksonException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " (line %d, column %d)"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      faults.add("", reason + where + ": " + firstLine(e.getOriginalMessage()));
      return Optional.empty();
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  /// The record that a tree means; empty, with every difference noted, when it does not have that
  /// shape.
  static <R extends Record> Optional<R> record(JsonNode tree, Class<R> type, Faults faults) {
    int before = faults.count();
    new Shape(faults).check(tree, type, "");
    return faults.count() == before ? Optional.of(JSON.treeToValue(tree, type)) : Optional.empty();
  }

  /// The tree that a record would be in a file.
  static JsonNode tree(Record any) {
    return JSON.valueToTree(any);
  }
}
