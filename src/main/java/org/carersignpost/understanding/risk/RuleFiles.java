package org.carersignpost.understanding.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Risk;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads rule files, and refuses what it does not know: a rule that is silently left out is a cry
/// not heard.
final class RuleFiles {
  private static final String ENDING = ".yaml";

  /// Signs that alarming words are about nothing that happens now.
  private static final String HARMLESS = "harmless";

  private static final Set<String> FILE_KEYS = Set.of("kind", "level", "reply", "rules");
  private static final Set<String> RULE_KEYS =
      Set.of("id", "patterns", "unless", "examples", "traps");
  private static final YAMLMapper YAML = new YAMLMapper();

  private RuleFiles() {}

  static List<RiskRule> read(Path folder, PatternWords words) {
    List<RiskRule> rules = new ArrayList<>();
    for (Path file : files(folder)) {
      if (!file.endsWith(HARMLESS + ENDING)) {
        addRules(file, words, rules);
      }
    }
    if (rules.isEmpty()) {
      throw new IllegalArgumentException(folder + " holds no risk rules.");
    }
    return rules;
  }

  /// The signs of `harmless.yaml`, as rules of a danger that is only possible; none without the
  /// file.
  static List<RiskRule> readHarmless(Path folder, PatternWords words) {
    Path file = folder.resolve(HARMLESS + ENDING);
    if (Files.notExists(file)) {
      return List.of();
    }
    JsonNode root = tree(file);
    String name = String.valueOf(file.getFileName());
    refuseUnknownKeys(root, FILE_KEYS, name);
    List<RiskRule> signs = new ArrayList<>();
    addRules(root, name, HARMLESS, Risk.Level.POSSIBLE, words, signs);
    return signs;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read.", e);
    }
  }

  private static void addRules(Path file, PatternWords words, List<RiskRule> rules) {
    JsonNode root = tree(file);
    String name = String.valueOf(file.getFileName());
    refuseUnknownKeys(root, FILE_KEYS, name);
    String kind = text(root, "kind", name);
    if (!RiskRules.KINDS.contains(kind)) {
      throw new IllegalArgumentException(name + ": unknown kind '" + kind + "'");
    }
    if (!text(root, "reply", name).equals("risk." + kind)) {
      throw new IllegalArgumentException(name + ": the reply must be risk." + kind);
    }
    addRules(root, name, kind, level(text(root, "level", name), name), words, rules);
  }

  private static JsonNode tree(Path file) {
    try {
      return YAML.readTree(file.toFile());
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + " is not YAML: " + e.getOriginalMessage(), e);
    }
  }

  private static void addRules(
      JsonNode root,
      String name,
      String kind,
      Risk.Level level,
      PatternWords words,
      List<RiskRule> rules) {
    Set<String> ids = new HashSet<>();
    for (JsonNode rule : root.path("rules").values()) {
      String id = text(rule, "id", name);
      String where = name + ", rule " + id;
      if (!ids.add(id)) {
        throw new IllegalArgumentException(where + " stands there twice");
      }
      refuseUnknownKeys(rule, RULE_KEYS, where);
      rules.add(
          new RiskRule(
              name,
              new Risk(level, kind, id),
              patterns(filled(rule, "patterns", where), words, where),
              patterns(texts(rule, "unless", where), words, where),
              filled(rule, "examples", where),
              texts(rule, "traps", where)));
    }
    if (ids.isEmpty()) {
      throw new IllegalArgumentException(name + " holds no rules");
    }
  }

  private static Risk.Level level(String level, String where) {
    try {
      return Risk.Level.valueOf(level.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(where + ": unknown level '" + level + "'", e);
    }
  }

  private static List<RiskPattern> patterns(
      List<String> written, PatternWords words, String where) {
    List<RiskPattern> patterns = new ArrayList<>();
    for (String pattern : written) {
      try {
        patterns.add(RiskPattern.parse(pattern, words));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            where + ": pattern \"" + pattern + "\": " + e.getMessage(), e);
      }
    }
    return List.copyOf(patterns);
  }

  private static void refuseUnknownKeys(JsonNode node, Set<String> known, String where) {
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(where + ": unknown key '" + key + "'");
      }
    }
  }

  private static String text(JsonNode node, String key, String where) {
    JsonNode value = node.path(key);
    if (!value.isString() || value.stringValue().isBlank()) {
      throw new IllegalArgumentException(where + ": '" + key + "' is missing");
    }
    return value.stringValue();
  }

  private static List<String> filled(JsonNode rule, String key, String where) {
    List<String> texts = texts(rule, key, where);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(where + ": '" + key + "' is missing or empty");
    }
    return texts;
  }

  private static List<String> texts(JsonNode rule, String key, String where) {
    JsonNode list = rule.path(key);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list.values()) {
      if (!value.isString()) {
        throw new IllegalArgumentException(where + ": '" + key + "' must be a list of words");
      }
      texts.add(value.stringValue());
    }
    if (!list.isArray()) {
      throw new IllegalArgumentException(where + ": '" + key + "' must be a list");
    }
    return List.copyOf(texts);
  }
}
