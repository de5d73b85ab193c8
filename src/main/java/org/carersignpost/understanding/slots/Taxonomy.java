package org.carersignpost.understanding.slots;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What `knowledge-base/taxonomy.yaml` says of conditions and relations.
record Taxonomy(List<Condition> conditions, List<Relation> relations) {

  /// A condition, the topic it stands for, and how carers name it.
  record Condition(String id, String topic, List<String> words) {}

  /// Who somebody is to the carer, and how carers name them.
  record Relation(String id, String group, List<String> words) {}

  /// @throws IllegalArgumentException if the file cannot be used; the message names what is wrong
  static Taxonomy load(Path file) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(file.toFile());
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + " is not YAML: " + e.getOriginalMessage(), e);
    }
    List<Condition> conditions = new ArrayList<>();
    for (JsonNode node : root.path("conditions").values()) {
      conditions.add(
          new Condition(text(node, "id", file), text(node, "topic", file), words(node, file)));
    }
    List<Relation> relations = new ArrayList<>();
    for (JsonNode node : root.path("relations").values()) {
      relations.add(
          new Relation(text(node, "id", file), text(node, "group", file), words(node, file)));
    }
    return new Taxonomy(List.copyOf(conditions), List.copyOf(relations));
  }

  private static List<String> words(JsonNode node, Path file) {
    List<String> words = new ArrayList<>();
    node.path("words").values().forEach(word -> words.add(word.asString()));
    if (words.isEmpty()) {
      throw new IllegalArgumentException(file + ": no words in " + node);
    }
    return List.copyOf(words);
  }

  private static String text(JsonNode node, String key, Path file) {
    JsonNode value = node.path(key);
    if (!value.isString()) {
      throw new IllegalArgumentException(file + ": '" + key + "' is missing in " + node);
    }
    return value.stringValue();
  }
}
