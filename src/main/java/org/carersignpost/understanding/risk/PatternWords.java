package org.carersignpost.understanding.risk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.carersignpost.understanding.words.Edits;
import org.carersignpost.understanding.words.OrdinaryWords;

/// Every word that any pattern uses, with a number.
///
/// It is filled while rules are read and does not change after that.
final class PatternWords {
  private static final int SHORTEST_BEGINNING = 3;
  private static final int SHORTEST_MISSPELT = 6;
  private static final int SHORTEST_MEANT = 5;
  private static final int LONGEST_MISSPELT = 30;
  private static final Pattern ALTERNATIVE = Pattern.compile("[a-z0-9](?:[a-z0-9_]*[a-z0-9])?\\*?");

  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> beginnings = new HashMap<>();
  private final Map<String, List<String>> byForm = new HashMap<>();
  private final Map<String, Integer> choices = new HashMap<>();

  /// What was read already, by how it is written: rules repeat themselves.
  private final Map<String, List<RiskPattern.Alternative>> alternatives = new HashMap<>();

  /// By the number of a word: the alternatives of which it is the longest word. Of the words of an
  /// alternative that is the one that fewest messages have.
  private final List<Map<RiskPattern.Alternative, Option>> byLongestWord = new ArrayList<>();

  private final List<List<RiskPattern.Alternative>> byChoice = new ArrayList<>();
  private final OrdinaryWords ordinary;

  PatternWords(OrdinaryWords ordinary) {
    this.ordinary = ordinary;
  }

  /// Reads what may stand at one place of a pattern: `die|end_it_all|suicid*`.
  ///
  /// @return its number; the same for the same words
  /// @throws IllegalArgumentException if it cannot be read
  int choice(String written) {
    Integer known = choices.get(written);
    if (known != null) {
      return known;
    }
    List<RiskPattern.Alternative> offered = new ArrayList<>();
    for (String alternative : written.split("\\|", -1)) {
      offered.addAll(alternatives.computeIfAbsent(alternative, this::alternatives));
    }
    int choice = choices.size();
    choices.put(written, choice);
    for (RiskPattern.Alternative alternative : offered) {
      byLongestWord
          .get(longestWord(alternative))
          .computeIfAbsent(alternative, Option::new)
          .choices
          .set(choice);
    }
    offered.sort(Comparator.comparing(alternative -> alternative.ids().getFirst()));
    byChoice.add(List.copyOf(offered));
    return choice;
  }

  /// How many words and beginnings there are.
  int size() {
    return byLongestWord.size();
  }

  /// How many choices there are.
  int choices() {
    return choices.size();
  }

  /// Everything whose longest word is the word of that number.
  Collection<Option> optionsOf(int id) {
    return byLongestWord.get(id).values();
  }

  private static int longestWord(RiskPattern.Alternative alternative) {
    int longest = 0;
    for (int i = 1; i < alternative.words().size(); i++) {
      if (alternative.words().get(i).length() > alternative.words().get(longest).length()) {
        longest = i;
      }
    }
    return alternative.ids().get(longest);
  }

  /// What a choice offers, in the order of the numbers of the first words.
  List<RiskPattern.Alternative> alternativesOf(int choice) {
    return byChoice.get(choice);
  }

  /// An alternative and the choices that offer it.
  static final class Option {
    private final RiskPattern.Alternative alternative;
    private final BitSet choices = new BitSet();

    private Option(RiskPattern.Alternative alternative) {
      this.alternative = alternative;
    }

    RiskPattern.Alternative alternative() {
      return alternative;
    }

    void addTo(BitSet standing) {
      standing.or(choices);
    }
  }

  /// Reads one alternative of a pattern: `die`, `end_it_all` or `suicid*`.
  ///
  /// @return it as it is written, and with contractions written out where there are any
  /// @throws IllegalArgumentException if it cannot be read
  private List<RiskPattern.Alternative> alternatives(String written) {
    if (!ALTERNATIVE.matcher(written).matches()) {
      throw new IllegalArgumentException("unreadable word '" + written + "'");
    }
    if (written.endsWith("*")) {
      String beginning = written.substring(0, written.length() - 1);
      if (beginning.length() < SHORTEST_BEGINNING || beginning.contains("_")) {
        throw new IllegalArgumentException("too short a beginning '" + written + "'");
      }
      Integer known = beginnings.get(beginning);
      int id = known == null ? nextId() : known;
      beginnings.put(beginning, id);
      return List.of(new RiskPattern.Alternative(List.of(beginning), true, List.of(id)));
    }
    List<RiskPattern.Alternative> both = new ArrayList<>();
    List<String> said = List.of(written.split("_+"));
    both.add(alternative(said));
    List<String> full =
        said.stream().flatMap(word -> ShortForms.contraction(word).stream()).toList();
    if (!full.equals(said)) {
      both.add(alternative(full));
    }
    return both;
  }

  private RiskPattern.Alternative alternative(List<String> said) {
    return new RiskPattern.Alternative(said, false, said.stream().map(this::idOf).toList());
  }

  private int idOf(String word) {
    Integer known = words.get(word);
    if (known != null) {
      return known;
    }
    int id = nextId();
    words.put(word, id);
    if (word.length() >= SHORTEST_MEANT) {
      Edits.forms(word, 1)
          .forEach(f -> byForm.computeIfAbsent(f, k -> new ArrayList<>()).add(word));
    }
    return id;
  }

  private int nextId() {
    byLongestWord.add(new LinkedHashMap<>());
    return byLongestWord.size() - 1;
  }

  /// The number of a word; -1 if no pattern uses it.
  int id(String word) {
    Integer id = words.get(word);
    return id == null ? -1 : id;
  }

  /// The beginnings that this word has: their numbers by their letters.
  Map<String, Integer> beginningsOf(String word) {
    Map<String, Integer> found = Map.of();
    for (int length = SHORTEST_BEGINNING; length <= word.length(); length++) {
      String beginning = word.substring(0, length);
      Integer id = beginnings.get(beginning);
      if (id != null) {
        found = found.isEmpty() ? new HashMap<>() : found;
        found.put(beginning, id);
      }
    }
    return found;
  }

  /// Words of patterns that a misspelt word may stand for; none for an everyday word.
  Set<String> meantBy(String word) {
    if (word.length() < SHORTEST_MISSPELT
        || word.length() > LONGEST_MISSPELT
        || words.containsKey(word)
        || ordinary.knows(word)) {
      return Set.of();
    }
    Set<String> meant = new TreeSet<>();
    for (String form : Edits.forms(word, 1)) {
      for (String candidate : byForm.getOrDefault(form, List.of())) {
        if (Edits.within(word, candidate, 1)) {
          meant.add(candidate);
        }
      }
    }
    return meant;
  }
}
