package org.carersignpost.knowledge.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Compares a file with the record it should become and names every difference, where a parser
/// would stop at the first.
///
/// A component of the record that is neither `Optional` nor `List` must be in the file; nothing
/// else may be, and nothing may be there but empty.
final class Shape {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final Pattern TIME = Pattern.compile("[0-2][0-9]:[0-5][0-9]");
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  /// Looked up once for each record, because feeds have very many of them.
  private static final ClassValue<Map<String, RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> type) {
          return Collections.unmodifiableMap(readComponents(type));
        }
      };

  private final Faults faults;

  Shape(Faults faults) {
    this.faults = faults;
  }

  /// Notes every difference between a file, or the part of it at `path`, and a record.
  void check(JsonNode node, Class<?> type, String path) {
    if (!node.isObject()) {
      faults.add(path, "must be a set of fields");
      return;
    }
    Map<String, RecordComponent> components = componentsOf(type);
    for (String name : node.propertyNames()) {
      if (!components.containsKey(name)) {
        faults.add(join(path, name), "is not a field we know" + nearest(name, components));
      }
    }
    components.forEach((name, part) -> checkPart(node.get(name), part, join(path, name)));
  }

  /// The fields of a record as files name them.
  static Map<String, RecordComponent> componentsOf(Class<?> type) {
    return COMPONENTS.get(type);
  }

  private static Map<String, RecordComponent> readComponents(Class<?> type) {
    Map<String, RecordComponent> components = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
      components.put(given == null ? snakeCase(component.getName()) : given.value(), component);
    }
    return components;
  }

  private static String snakeCase(String name) {
    return CAPITAL.matcher(name).replaceAll("_$0").toLowerCase(Locale.ROOT);
  }

  private static String nearest(String name, Map<String, RecordComponent> components) {
    return components.keySet().stream()
        .filter(known -> isNear(known, name))
        .findFirst()
        .map(known -> "; is it " + known + "?")
        .orElse("");
  }

  /// Whether two names are equal but for one letter, or one is the beginning of the other.
  private static boolean isNear(String known, String name) {
    int same = 0;
    int shorter = Math.min(known.length(), name.length());
    while (same < shorter && known.charAt(same) == name.charAt(same)) {
      same++;
    }
    int sameAtEnd = 0;
    while (sameAtEnd < shorter - same
        && known.charAt(known.length() - 1 - sameAtEnd)
            == name.charAt(name.length() - 1 - sameAtEnd)) {
      sameAtEnd++;
    }
    return Math.max(known.length(), name.length()) - same - sameAtEnd <= 1;
  }

  private void checkPart(@Nullable JsonNode value, RecordComponent part, String path) {
    boolean list = part.getType() == List.class;
    boolean optional = part.getType() == Optional.class;
    if (value == null) {
      if (!list && !optional) {
        faults.add(path, "is missing");
      }
    } else if (isEmpty(value)) {
      faults.add(path, list || optional ? "is empty; leave it out" : "is empty");
    } else if (!list) {
      checkValue(value, optional ? argumentOf(part) : part.getType(), path);
    } else if (!value.isArray()) {
      faults.add(path, "must be a list");
    } else {
      for (int i = 0; i < value.size(); i++) {
        checkElement(value.get(i), argumentOf(part), path + "[" + i + "]");
      }
    }
  }

  private void checkElement(JsonNode value, Class<?> type, String path) {
    if (isEmpty(value)) {
      faults.add(path, "is empty; leave it out");
    } else {
      checkValue(value, type, path);
    }
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || (value.isContainer() && value.isEmpty())
        || (value.isString() && value.stringValue().isBlank());
  }

  private static Class<?> argumentOf(RecordComponent part) {
    Type argument = ((ParameterizedType) part.getGenericType()).getActualTypeArguments()[0];
    return (Class<?>) argument;
  }

  private void checkValue(JsonNode value, Class<?> type, String path) {
    if (type.isRecord()) {
      check(value, type, path);
      return;
    }
    String text = value.isString() ? value.stringValue() : "";
    if (type == String.class) {
      need(value.isString(), path, "must be text, in quotation marks");
      need(text.equals(text.strip()), path, "begins or ends with a space");
    } else if (type == UUID.class) {
      need(ID.matcher(text).matches(), path, text + " is not a UUID in small letters");
    } else if (type == LocalDate.class) {
      need(isDate(text), path, value + " is not a date like 2026-03-31");
    } else if (type == LocalTime.class) {
      need(isTime(text), path, value + " is not a time like 08:30");
    } else if (type == Integer.class) {
      need(value.isInt(), path, "must be a whole number");
    } else if (type == BigDecimal.class) {
      need(value.isNumber(), path, "must be a number");
    } else if (type == Boolean.class) {
      need(value.isBoolean(), path, "must be true or false");
    } else if (type.isEnum()) {
      List<String> names = namesOf(type);
      need(names.contains(text), path, value + " is none of " + String.join(", ", names));
    } else {
      throw new IllegalStateException("a record of the files has a part of type " + type);
    }
  }

  private void need(boolean right, String path, String reason) {
    if (!right) {
      faults.add(path, reason);
    }
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    return TIME.matcher(text).matches() && Integer.parseInt(text.substring(0, 2)) < 24;
  }

  private static List<String> namesOf(Class<?> type) {
    List<String> names = new ArrayList<>();
    Arrays.stream(type.getFields())
        .filter(Field::isEnumConstant)
        .forEach(constant -> {
          JsonProperty given = constant.getAnnotation(JsonProperty.class);
          names.add(given == null ? constant.getName() : given.value());
        });
    return names;
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
