package org.carersignpost.knowledge.files;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How names are said, from `pronunciations.csv`: what is written there is put in their place
/// before a sentence is read out.
///
/// A name counts only as a whole word, and as it is spelt there: `MS` is not `Ms`.
public final class Pronunciations {
  static final String FILE = "pronunciations.csv";
  static final List<String> NAMES = List.of("name", "say");

  /// Nothing is said otherwise than it is written.
  public static final Pronunciations NONE = new Pronunciations(Map.of());

  private final Map<String, String> spoken;
  private final Pattern names;

  /// @param spoken what is said for each name
  public Pronunciations(Map<String, String> spoken) {
    this.spoken = Map.copyOf(spoken);
    this.names =
        Pattern.compile(
            spoken.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(n -> n))
                .map(name -> "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                .collect(Collectors.joining("|", "(?:", spoken.isEmpty() ? "(?!))" : ")")));
  }

  static Pronunciations read(String text, Faults faults) {
    Map<String, String> spoken = new LinkedHashMap<>();
    for (Table.Row row : Table.read(text, NAMES, faults).rows()) {
      if (row.value(0).isBlank() || row.value(1).isBlank()) {
        faults.add(row.field(), "needs a name and how it is said");
      } else if (spoken.put(row.value(0), row.value(1)) != null) {
        faults.add(row.field(), row.value(0) + " is there twice");
      }
    }
    return new Pronunciations(spoken);
  }

  /// The sentence as it is to be read out.
  public String said(String sentence) {
    return names
        .matcher(sentence)
        .replaceAll(found -> Matcher.quoteReplacement(spoken.getOrDefault(found.group(), "")));
  }
}
