package org.carersignpost.knowledge.feeds;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads whatever holds records, one record at a time: a page of either version, a plain list, or a
/// single record.
final class Pages {
  private Pages() {}

  /// What a page says of itself.
  ///
  /// @param records how many it holds
  /// @param version that its form tells; empty for a plain list or a record
  /// @param wrapper the fields around the records
  /// @param isList whether it is a page or a list rather than a single record
  record Head(int records, Optional<FeedVersion> version, ObjectNode wrapper, boolean isList) {
    boolean isLast() {
      return Fields.isTrue(wrapper, "last_page") || Fields.isTrue(wrapper, "last");
    }

    boolean isFirst() {
      return Fields.isTrue(wrapper, "first_page") || Fields.isTrue(wrapper, "first");
    }

    /// How many records the feed says it has; never relied on alone.
    Optional<Integer> total() {
      return Fields.wholeNumber(wrapper, "total_items")
          .or(() -> Fields.wholeNumber(wrapper, "totalElements"));
    }
  }

  /// Whether some bytes are one whole object or list in JSON.
  static boolean isWhole(byte[] bytes) {
    try (JsonParser parser = FeedLines.JSON.createParser(bytes)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  /// The only object that some bytes are.
  static Optional<ObjectNode> object(byte[] bytes) {
    try {
      return FeedLines.JSON.readTree(bytes) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// Hands on every record of a page or a list.
  ///
  /// @throws JacksonException where it is not JSON
  static Head read(byte[] bytes, Consumer<JsonNode> records) {
    try (JsonParser parser = FeedLines.JSON.createParser(bytes)) {
      parser.nextToken();
      return read(parser, records);
    }
  }

  /// The same of a whole file.
  static Head read(InputStream bytes, Consumer<JsonNode> records) {
    try (JsonParser parser = FeedLines.JSON.createParser(bytes)) {
      parser.nextToken();
      return read(parser, records);
    }
  }

  private static Head read(JsonParser parser, Consumer<JsonNode> records) {
    ObjectNode wrapper = FeedLines.JSON.createObjectNode();
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      return new Head(list(parser, records), Optional.empty(), wrapper, true);
    }
    int count = 0;
    Optional<FeedVersion> version = Optional.empty();
    while (parser.currentToken() != null && parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      boolean three = name.equals("contents");
      if (value == JsonToken.START_ARRAY && (three || name.equals("content"))) {
        version = Optional.of(three ? FeedVersion.THREE : FeedVersion.ONE);
        count += list(parser, records);
      } else {
        JsonNode tree = parser.readValueAsTree();
        wrapper.set(name, tree);
      }
    }
    if (version.isEmpty() && wrapper.has("id")) {
      records.accept(wrapper);
      return new Head(1, Optional.empty(), wrapper, false);
    }
    return new Head(count, version, wrapper, version.isPresent());
  }

  private static int list(JsonParser parser, Consumer<JsonNode> records) {
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      JsonNode tree = parser.readValueAsTree();
      records.accept(tree);
      count++;
    }
    return count;
  }
}
