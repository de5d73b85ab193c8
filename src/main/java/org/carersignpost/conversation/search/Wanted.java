package org.carersignpost.conversation.search;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/// One word that is looked for, or a phrase.
///
/// @param terms one for a word, several for a phrase
/// @param near the terms that a misspelt word may mean; empty for what is meant as it is written
record Wanted(List<String> terms, Optional<CompiledAutomaton> near) {
  /// The first letter is seldom wrong.
  private static final int LETTERS_RIGHT = 1;

  private static final int MOST_CHARACTERS = 400;
  private static final int MOST_WORDS = 16;

  /// Nearly any short word is one letter away from another.
  private static final int LEAST_FOR_ONE_EDIT = 5;

  private static final int LEAST_FOR_TWO_EDITS = 8;
  private static final int LONGEST_WORD = 30;
  private static final Pattern QUOTED =
      Pattern.compile("[\"\u201c\u201d]([^\"\u201c\u201d]*)[\"\u201c\u201d]");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

  /// They say too little to be asked for, unless there is nothing else or they are quoted.
  private static final Set<String> SMALL_WORDS =
      EnglishAnalyzer.getDefaultStopSet().stream()
          .map(word -> new String((char[]) word))
          .flatMap(word -> Words.of(word, 1).stream())
          .map(Words.Token::term)
          .collect(Collectors.toUnmodifiableSet());

  /// What is looked for in the order it was written; the first 400 characters and 16 words count.
  static List<Wanted> of(String written) {
    String words = written.substring(0, Math.min(written.length(), MOST_CHARACTERS));
    List<Wanted> wanted = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    Matcher quoted = QUOTED.matcher(words);
    int left = MOST_WORDS;
    while (quoted.find()) {
      quoted.appendReplacement(rest, " ");
      List<String> terms = terms(requireNonNull(quoted.group(1)), left);
      if (!terms.isEmpty()) {
        wanted.add(new Wanted(terms, Optional.empty()));
        left -= terms.size();
      }
    }
    quoted.appendTail(rest);
    List<String> terms = terms(rest.toString(), left).stream().distinct().toList();
    List<String> telling = terms.stream().filter(term -> !SMALL_WORDS.contains(term)).toList();
    boolean hasTelling = !telling.isEmpty() || !wanted.isEmpty();
    (hasTelling ? telling : terms).forEach(term -> wanted.add(word(term)));
    return List.copyOf(wanted);
  }

  /// Whether it stands at a place among the words of a text.
  boolean isAt(List<Words.Token> tokens, int place) {
    if (place + terms.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < terms.size(); i++) {
      if (!isLike(terms.get(i), tokens.get(place + i).term())) {
        return false;
      }
    }
    return true;
  }

  private boolean isLike(String term, String found) {
    if (term.equals(found)) {
      return true;
    }
    byte[] bytes = found.getBytes(StandardCharsets.UTF_8);
    return near.filter(automaton -> automaton.runAutomaton.run(bytes, 0, bytes.length)).isPresent();
  }

  private static Wanted word(String term) {
    int edits = edits(term);
    Optional<CompiledAutomaton> near =
        edits == 0
            ? Optional.empty()
            : Optional.of(FuzzyQuery.getFuzzyAutomaton(term, edits, LETTERS_RIGHT, true));
    return new Wanted(List.of(term), near);
  }

  /// Numbers and postcodes are meant as they are written.
  private static int edits(String term) {
    int length = term.length();
    if (length < LEAST_FOR_ONE_EDIT || length > LONGEST_WORD || !LETTERS.matcher(term).matches()) {
      return 0;
    }
    return length < LEAST_FOR_TWO_EDITS ? 1 : 2;
  }

  private static List<String> terms(String text, int most) {
    return Words.of(text, most).stream().map(Words.Token::term).toList();
  }
}
