package org.carersignpost.understanding.slots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Word;

/// Finds the conditions that a message names.
final class Conditions {
  private static final int SHORTEST_WITH_ONE_EDIT = 7;
  private static final int NEVER = 100;
  private static final int BEFORE = 7;
  private static final int AFTER = 2;

  private static final Pattern NOT =
      Context.ending("not|no|isnt|never|without|hasnt got|doesnt have|aint");

  private static final Pattern OF_THE_CARER =
      Context.ending(
          "(?:im|i am|i feel|i felt|ive been|i have been|i get|i got|ive got|i have|i suffer with"
              + "|making me|makes me|getting me|my own)"
              + "(?: (?:so|very|really|feeling|getting|a bit|always|just|quite|pretty|got|also|[a-z]+ and))*");

  /// Everyday phrases that hold the word and do not mean the condition, by the word.
  private static final Set<Figure> FIGURES =
      Set.of(
          Figure.of("stroke", "", "of (?:luck|genius|midnight)"),
          Figure.of("stroke", "different|a", "(?:the )?(?:cat|dog)"),
          Figure.of("strokes", "different|broad", ""),
          Figure.of("downs", "ups and|ups n|south|up and", ""),
          Figure.of("blind", "window|roller|venetian|turn a|turned a|turning a", "spot|eye|date"),
          Figure.of("deaf", "fall(?:s|ing|en)? on|fell on", "ears"),
          Figure.of("manic", "", "(?:day|week|time|at work|monday|morning)"),
          Figure.of("cancer", "", "ward clerk"),
          Figure.of(
              "falls",
              "night|everything|it|all|care|responsibility",
              "(?:on|to|apart|through|within|under|short|into)"),
          Figure.of("falling down", "house|roof|fence|ceiling", ""),
          Figure.of("fallen", "", "(?:out|through|behind|apart|for|asleep|on)"),
          Figure.of("terminal", "bus|ferry|airport", ""),
          Figure.of("ms", "", "[a-z]+son|smith|jones|brown|word|teams"),
          Figure.of(
              "drugs",
              "his|her|the|prescription|pick up|prescribed",
              "(?:from|trolley|chart|round)"),
          Figure.of("trauma", "", "centre|ward"),
          Figure.of("insulin", "", "resistance diet"),
          Figure.of("unsteady", "financially|money", ""));

  private final Phrases<Taxonomy.Condition> phrases;

  Conditions(List<Taxonomy.Condition> conditions, OrdinaryWords ordinary) {
    phrases = new Phrases<>(SHORTEST_WITH_ONE_EDIT, NEVER, ordinary);
    for (Taxonomy.Condition condition : conditions) {
      condition.words().forEach(word -> phrases.add(word, condition));
    }
  }

  /// A condition named.
  ///
  /// @param ofTheCarer whether the carer speaks of themselves (`I'm so anxious`)
  record Named(Taxonomy.Condition condition, int first, int last, boolean ofTheCarer) {}

  private record Figure(String phrase, Pattern before, Pattern after) {
    static Figure of(String phrase, String before, String after) {
      return new Figure(phrase, Context.ending(before), Context.beginning(after));
    }

    boolean isIn(String said, String wordsBefore, String wordsAfter) {
      return phrase.equals(said)
          && (before.matcher(wordsBefore).matches() || after.matcher(wordsAfter).matches());
    }
  }

  /// Every condition named, in the order of the words; what is denied (`not dementia`) is left out.
  List<Named> find(List<Word> words) {
    List<Named> named = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      Optional<Phrases.Found<Taxonomy.Condition>> found = phrases.at(words, i);
      found.flatMap(f -> named(words, f)).ifPresent(named::add);
      i = found.map(f -> f.last() + 1).orElse(i + 1);
    }
    return named;
  }

  private static Optional<Named> named(List<Word> words, Phrases.Found<Taxonomy.Condition> found) {
    String before = Context.before(words, found.first(), BEFORE);
    String after = Context.after(words, found.last(), AFTER);
    boolean figure = FIGURES.stream().anyMatch(f -> f.isIn(found.phrase(), before, after));
    if (figure || NOT.matcher(before).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Named(
            found.meaning(), found.first(), found.last(), OF_THE_CARER.matcher(before).matches()));
  }
}
