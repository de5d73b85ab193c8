package org.carersignpost.understanding;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// How pressing each topic is, by `knowledge-base/taxonomy.yaml`: what cannot wait is served before
/// what can, and a condition that is only the background of a need comes last.
final class Urgency {
  private static final Map<String, Integer> RANKS =
      Map.of("now", 0, "soon", 1, "usual", 2, "background", 3);

  private final Map<String, Integer> byTopic;

  private Urgency(Map<String, Integer> byTopic) {
    this.byTopic = Map.copyOf(byTopic);
  }

  /// @throws IllegalArgumentException if the file cannot be used; the message names what is wrong
  static Urgency load(Path taxonomy) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(taxonomy.toFile());
    } catch (JacksonException e) {
      throw new IllegalArgumentException(taxonomy + " is not YAML: " + e.getOriginalMessage(), e);
    }
    Map<String, Integer> byTopic = new HashMap<>();
    for (JsonNode topic : root.path("topics").values()) {
      String urgency = topic.path("urgency").asString("usual");
      Integer rank = RANKS.get(urgency);
      if (rank == null) {
        throw new IllegalArgumentException(
            taxonomy + ": urgency must be one of " + RANKS.keySet() + ", not " + urgency);
      }
      byTopic.put(topic.path("id").asString(), rank);
    }
    return new Urgency(byTopic);
  }

  /// The lower, the more pressing.
  int of(String topic) {
    return byTopic.getOrDefault(topic, RANKS.getOrDefault("usual", 0));
  }
}
