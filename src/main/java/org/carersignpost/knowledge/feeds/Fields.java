package org.carersignpost.knowledge.feeds;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads fields of somebody else's JSON; what is not as it should be counts as absent.
final class Fields {
  /// No service that a carer could use has more of anything.
  private static final int MOST = 100;

  private static final int LONGEST_NUMBER = 12;
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*", Pattern.DOTALL);

  private Fields() {}

  /// Words, or a number as words; never blank.
  static Optional<String> text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    String text = value.isString() ? value.stringValue() : value.isNumber() ? value.asString() : "";
    return Optional.of(text.strip()).filter(given -> !given.isEmpty());
  }

  /// The objects of a list, at most 100; a single object counts as a list of one.
  static List<JsonNode> objects(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (value.isObject()) {
      return List.of(value);
    }
    List<JsonNode> objects = new ArrayList<>();
    if (value.isArray()) {
      for (JsonNode element : value) {
        if (element.isObject() && objects.size() < MOST) {
          objects.add(element);
        }
      }
    }
    return objects;
  }

  /// A day, also where a time follows it.
  static Optional<LocalDate> date(JsonNode node, String name) {
    return text(node, name)
        .filter(text -> DATE.matcher(text).matches())
        .flatMap(text -> {
          try {
            return Optional.of(LocalDate.parse(text.substring(0, 10)));
          } catch (DateTimeException e) {
            return Optional.empty();
          }
        });
  }

  static Optional<BigDecimal> number(JsonNode node, String name) {
    return text(node, name)
        .filter(text -> text.length() <= LONGEST_NUMBER)
        .flatMap(text -> {
          try {
            return Optional.of(new BigDecimal(text));
          } catch (NumberFormatException e) {
            return Optional.empty();
          }
        })
        .filter(number -> number.abs().compareTo(BigDecimal.valueOf(1_000_000)) < 0);
  }

  static Optional<Integer> wholeNumber(JsonNode node, String name) {
    return number(node, name).map(BigDecimal::intValue);
  }

  static boolean isTrue(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isBoolean()
        ? value.booleanValue()
        : text(node, name)
            .filter(text -> text.equalsIgnoreCase("true") || text.equals("1"))
            .isPresent();
  }
}
