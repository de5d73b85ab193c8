package org.carersignpost.knowledge.files;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Whether each UUID stands for one thing.
///
/// Organisations, locations, their addresses and taxonomy terms are repeated in each service that
/// has them, always word for word; everything else occurs once.
final class IdChecks {
  private static final Set<String> SHARED =
      Set.of("organization", "location", "addresses", "taxonomy_term");

  private final Map<String, Seen> seen = new HashMap<>();

  private record Seen(String where, String kind, JsonNode object) {}

  /// Notes every id of a file that stands for something else there or in an earlier file.
  void check(String file, JsonNode service, Faults faults) {
    walk(file, service, "", "service", faults);
  }

  private void walk(String file, JsonNode node, String path, String kind, Faults faults) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(file, node.get(i), path + "[" + i + "]", kind, faults);
      }
    } else if (node.isObject()) {
      String at = path.isEmpty() ? "" : path + ".";
      boolean isRepeat = node.has("id") && !claim(node, file, at + "id", kind, faults);
      if (isRepeat) {
        return;
      }
      node.properties()
          .forEach(
              field -> walk(file, field.getValue(), at + field.getKey(), field.getKey(), faults));
    }
  }

  /// Whether the id is new. What is in a repeated object was looked at when it came first.
  private boolean claim(JsonNode object, String file, String field, String kind, Faults faults) {
    Seen mine = new Seen(file + ": " + field, kind, object);
    Seen other = seen.putIfAbsent(object.get("id").asString(), mine);
    if (other == null) {
      return true;
    }
    if (!SHARED.contains(kind) || !other.kind.equals(kind)) {
      faults.add(field, "is used already, at " + other.where);
    } else if (!other.object.equals(object)) {
      faults.add(field, "stands for something else at " + other.where);
    }
    return false;
  }
}
