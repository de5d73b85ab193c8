package org.carersignpost.knowledge.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Keeps out what is hostile, what is secret and what is not on offer.
final class Guard {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_VALUES = 5_000;
  private static final int DEEPEST = 16;
  private static final String TOO_MUCH = "holds more than a service has: too deep or too long";

  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0E-\\x1F\\x7F\u202A-\u202E\u2066-\u2069]");
  private static final Pattern REFUGE =
      Pattern.compile("\\b(?:refuges?|safe[ -]?houses?)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern WHERE =
      Pattern.compile(
          "\\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\\b"
              + "|\\b[0-9]{1,4}[a-z]?,? (?:[A-Z][a-z']+ ){1,3}"
              + "(?:Road|Rd|Street|St|Lane|Avenue|Ave|Close|Drive|Way|Place|Court|Crescent|Gardens|Terrace)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> SECRET_FLAGS =
      Set.of(
          "confidential",
          "is_confidential",
          "redacted",
          "is_redacted",
          "private",
          "is_private",
          "address_confidential",
          "confidential_address");
  private static final Set<String> SECRET_VALUES =
      Set.of("confidential", "redacted", "private", "secret");
  private static final Set<String> KINDS =
      Set.of("location_type", "address_type", "visibility", "status");

  private Guard() {}

  /// Why a record is kept out, whatever else it says; empty when it is not.
  static List<String> reasons(JsonNode service) {
    List<String> reasons = new ArrayList<>();
    walk(service, "", 0, new int[1], reasons);
    status(service).ifPresent(reasons::add);
    if (Fields.text(service, "name").orElse("").length() > LONGEST_NAME) {
      reasons.add("name is longer than " + LONGEST_NAME + " characters");
    }
    return reasons;
  }

  private static Optional<String> status(JsonNode service) {
    Optional<String> status = Fields.text(service, "status");
    if (status.isEmpty()) {
      return Optional.of("status is missing");
    }
    return status
        .filter(given -> !given.equals("active"))
        .map(given -> "status is " + shown(given) + ", not active");
  }

  private static void walk(
      JsonNode node, String path, int depth, int[] values, List<String> reasons) {
    if (reasons.size() >= 10) {
      return;
    }
    if (depth > DEEPEST || ++values[0] > MOST_VALUES) {
      if (!reasons.contains(TOO_MUCH)) {
        reasons.add(TOO_MUCH);
      }
      return;
    }
    if (node.isObject()) {
      for (String name : node.propertyNames()) {
        String below = path.isEmpty() ? name : path + "." + name;
        if (isSecret(node, name)) {
          reasons.add(shown(below) + " says that it is confidential");
        }
        walk(node.path(name), below, depth + 1, values, reasons);
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.path(i), path + "[" + i + "]", depth + 1, values, reasons);
      }
    } else if (node.isString()) {
      words(node.stringValue(), path, reasons);
    }
  }

  private static void words(String words, String path, List<String> reasons) {
    if (words.length() > LONGEST_TEXT) {
      reasons.add(shown(path) + " is longer than " + LONGEST_TEXT + " characters");
    } else if (CONTROL.matcher(words).find()) {
      reasons.add(shown(path) + " holds control characters");
    }
  }

  private static boolean isSecret(JsonNode node, String name) {
    String small = name.toLowerCase(Locale.ROOT);
    if (SECRET_FLAGS.contains(small)) {
      return Fields.isTrue(node, name);
    }
    return KINDS.contains(small)
        && Fields.text(node, name)
            .filter(value -> SECRET_VALUES.contains(value.toLowerCase(Locale.ROOT)))
            .isPresent();
  }

  /// Whether people may be hiding there, so that no site of it must ever be told.
  static boolean isRefuge(String words) {
    return REFUGE.matcher(words).find();
  }

  /// Whether the words tell a postcode or a street.
  static boolean tellsWhere(String words) {
    return WHERE.matcher(words).find();
  }

  /// Somebody else's words, fit to be shown in a report.
  static String shown(String words) {
    String clean = CONTROL.matcher(words).replaceAll("?").replaceAll("\\s+", " ").strip();
    return clean.length() > 120 ? clean.substring(0, 120) + "..." : clean;
  }
}
