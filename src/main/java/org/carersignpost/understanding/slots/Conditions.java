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
  private static final int AFTER = 9;

  /// What is denied, was never found, or has killed somebody.
  private static final Pattern NOT =
      Context.ending(
          "(?:not|no|isnt|arent|wasnt|aint|never|without|hasnt|havent|hadnt|doesnt have|doesnt|didnt|dont have"
              + "|no signs? of|no history of|no longer|no more|free of|free from|rul(?:e|ed|ing) out|rather than|instead of"
              + "|negative for|(?<!get |gets |getting |got )used to|not about|nothing to do with|dont think (?:its|it is|he has|she has|hes|shes)"
              + "|(?:dies|died|die|dead|passed away|passed|death|passing) (?:of|from|with|after|due to)|lost (?:(?:my|our|his|her) [a-z]+|him|her|them) to"
              + "|recovered from|got over|beat|survived|cured of|late (?:husband|wife|mum|dad|mother|father|partner|son|brother|sister) had)"
              + "(?: (?:got|had|have|has|be|been|any|a|an|the|actually|really|even|touch of|sign of|signs of|diagnosed with|suffering from|suffer from|suffer with|vascular|early))*");

  private static final Pattern DOUBTED_BEFORE =
      Pattern.compile(
          ".* (?:thought|said|told|wondered|suspect|suspected|tested|worried|first|checked|assumed|convinced|had) .*");
  private static final Pattern BUT_NOT =
      Context.beginning(
          "(?:at first |first |before |once )?(?:but|turns out|actually) (?:now |then |thankfully |it |its |it is |it was |he |she |hes |shes |they |that |thats |he is |she is |has |is )*"
              + "(?:isnt|wasnt|not|hasnt|turned out|clear|cured|been ruled out|ruled it out|recovered|better now|in remission|all clear|got the all clear)");
  private static final Pattern THOUGHT_BEFORE =
      Pattern.compile(".* (?:thought|assumed|suspected|first said) .*");
  private static final Pattern BUT =
      Context.beginning(
          "(?:at first )?but (?:its|it is|it was|it turned out|turns out|turned out|now its)");
  private static final Pattern OVER =
      Context.beginning(
          "(?:has |have |was |is |had |have |got |been |now |since |finally |has now )*(?:ruled out|all clear|the all clear|in remission|cured|negative|(?:came|come) back (?:clear|negative)|test (?:was|came back) (?:clear|negative))");
  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "ms", "miss", "dr", "doctor", "nurse", "prof");

  /// Before these an abbreviation is the condition and no name or title.
  private static final Set<String> HAS =
      Set.of(
          "has",
          "have",
          "had",
          "got",
          "with",
          "of",
          "and",
          "from",
          "severe",
          "mild",
          "or",
          "an",
          "possible",
          "suspected",
          "progressive",
          "relapsing",
          "for",
          "having",
          "plus",
          "her",
          "his");

  /// Abbreviations that are spelt like a name, a title or an everyday word.
  private static final Set<String> NAMES = Set.of("ms", "abi", "als", "asc");

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
          Figure.of("ms", "", "word|teams|office|excel|marvel"),
          Figure.of("ld", "", "player"),
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
  List<Named> find(String utterance, List<Word> words) {
    List<Named> named = new ArrayList<>();
    int denied = -1;
    int i = 0;
    while (i < words.size()) {
      if (isMe(utterance, words, i)) {
        add(words, fatigue(words, i), named);
        i++;
        continue;
      }
      Optional<Phrases.Found<Taxonomy.Condition>> found = phrases.at(words, i);
      if (found.isPresent() && !isName(words, found.get())) {
        boolean goesOn = denied >= 0 && denied == i - 2 && isOr(words, i - 1);
        if (goesOn || isDenied(words, found.get())) {
          denied = found.get().last();
        } else {
          add(words, found, named);
        }
      }
      i = found.map(f -> f.last() + 1).orElse(i + 1);
    }
    return named;
  }

  private static boolean isOr(List<Word> words, int at) {
    String word = words.get(at).text();
    return word.equals("or") || word.equals("nor");
  }

  private static void add(
      List<Word> words, Optional<Phrases.Found<Taxonomy.Condition>> found, List<Named> named) {
    found.ifPresent(f -> {
      String before = Context.before(words, f.first(), BEFORE);
      named.add(
          new Named(f.meaning(), f.first(), f.last(), OF_THE_CARER.matcher(before).matches()));
    });
  }

  /// `ME` in capitals, or `M.E.`, after `has` or the like; never where all is in capitals.
  private static boolean isMe(String utterance, List<Word> words, int at) {
    Word word = words.get(at);
    if (!word.text().equals("me")) {
      return false;
    }
    boolean dotted = word.end() - word.start() > 2;
    String before = Context.word(words, at - 1, at);
    if (dotted) {
      return true;
    }
    return utterance.startsWith("ME", word.start())
        && HAS.contains(before)
        && Character.isLowerCase(utterance.charAt(words.get(at - 1).start()));
  }

  private Optional<Phrases.Found<Taxonomy.Condition>> fatigue(List<Word> words, int at) {
    return phrases
        .meaning("chronic fatigue")
        .map(condition -> new Phrases.Found<>(condition, words.get(at).text(), at, at, false));
  }

  private static boolean isName(List<Word> words, Phrases.Found<Taxonomy.Condition> found) {
    Word first = words.get(found.first());
    String before = Context.word(words, found.first() - 1, found.first());
    if (TITLES.contains(before)) {
      return true;
    }
    if (!NAMES.contains(found.phrase()) || HAS.contains(before)) {
      return false;
    }
    // "Ms Patel", "Abi" and "Al's": a capital followed by small letters, or a name after it.
    int next = found.last() + 1;
    boolean nameAfter =
        next < words.size()
            && words.get(next).clause() == first.clause()
            && words.get(next).capital();
    return first.capital() || nameAfter || before.equals("daughter") || before.equals("sister");
  }

  private static boolean isDenied(List<Word> words, Phrases.Found<Taxonomy.Condition> found) {
    String before = Context.before(words, found.first(), BEFORE);
    String after = Context.after(words, found.last(), AFTER);
    boolean figure = false;
    for (Figure f : FIGURES) {
      figure |= f.isIn(found.phrase(), before, after);
    }
    return figure
        || (isOneClause(words, found) && NOT.matcher(before).matches())
        || OVER.matcher(after).matches()
        || (BUT_NOT.matcher(after).matches() && DOUBTED_BEFORE.matcher(before).matches())
        || (BUT.matcher(after).matches() && THOUGHT_BEFORE.matcher(before).matches());
  }

  /// Whether the word before belongs to the same clause: `no, dementia` denies nothing.
  private static boolean isOneClause(List<Word> words, Phrases.Found<Taxonomy.Condition> found) {
    int first = found.first();
    return first > 0 && words.get(first - 1).clause() == words.get(first).clause();
  }
}
