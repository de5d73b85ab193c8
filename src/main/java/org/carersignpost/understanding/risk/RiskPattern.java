package org.carersignpost.understanding.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/// One line of a rule, such as `want|wanna ... die|dead`.
///
/// Words are lower case without apostrophes. Neighbours in the pattern are neighbours in the
/// message; `a|b` is either, `b_c` several words of one alternative, `word*` a beginning of at
/// least three letters, `word?` may be missing, ` ... ` stands for up to four other words and `
/// .... ` for up to eight, and `<x y>` is two alternatives in any order with up to five words
/// between. The end of a sentence is never crossed.
///
/// @param written the pattern as its author wrote it
/// @param variants the pattern with and without its optional words
/// @param anyOrder whether the two parts may come in either order
record RiskPattern(String written, List<List<Part>> variants, boolean anyOrder) {
  private static final int SHORT_GAP = 4;
  private static final int LONG_GAP = 8;
  private static final int ANY_ORDER_GAP = 5;
  private static final int MOST_OPTIONAL = 5;
  private static final String GAP = "...";
  private static final String SPACES = "\\s+";

  /// A place in the pattern and what may stand there.
  ///
  /// @param choice the number of what may stand there among all choices of all patterns
  /// @param gap how many other words may stand before it; 0 for a neighbour
  record Part(int choice, boolean optional, int gap) {
    private Part after(int earlierGap) {
      return new Part(choice, optional, gap + earlierGap);
    }
  }

  /// What may stand at one place: one or more words in a row, or the beginning of a word.
  ///
  /// @param words the words; exactly one when it is a beginning
  /// @param beginning whether it matches every word that begins so
  /// @param ids the words' numbers among all words of all patterns
  record Alternative(List<String> words, boolean beginning, List<Integer> ids) {}

  /// Reads a pattern.
  ///
  /// @throws IllegalArgumentException if it cannot be read; the message says why
  static RiskPattern parse(String written, PatternWords words) {
    String line = written.strip();
    if (line.startsWith("<")) {
      if (!line.endsWith(">")) {
        throw new IllegalArgumentException("'<' without '>'");
      }
      String[] two = line.substring(1, line.length() - 1).strip().split(SPACES, -1);
      if (two.length != 2) {
        throw new IllegalArgumentException("'<x y>' needs exactly two parts");
      }
      Part first = part(two[0], 0, words);
      Part second = part(two[1], ANY_ORDER_GAP, words);
      if (first.optional() || second.optional()) {
        throw new IllegalArgumentException("nothing is optional in '<x y>'");
      }
      return new RiskPattern(line, List.of(List.of(first, second)), true);
    }
    return new RiskPattern(line, variants(parts(line, words)), false);
  }

  private static List<Part> parts(String line, PatternWords words) {
    List<Part> parts = new ArrayList<>();
    int gap = 0;
    for (String element : line.split(SPACES, -1)) {
      if (element.startsWith(GAP)) {
        if (parts.isEmpty() || gap > 0) {
          throw new IllegalArgumentException("'" + element + "' must stand between words");
        }
        gap =
            switch (element) {
              case "..." -> SHORT_GAP;
              case "...." -> LONG_GAP;
              default -> throw new IllegalArgumentException("unknown gap '" + element + "'");
            };
      } else {
        parts.add(part(element, gap, words));
        gap = 0;
      }
    }
    if (gap > 0) {
      throw new IllegalArgumentException("a gap must stand between words");
    }
    return parts;
  }

  private static Part part(String element, int gap, PatternWords words) {
    boolean optional = element.endsWith("?");
    String either = optional ? element.substring(0, element.length() - 1) : element;
    if (optional && either.contains("|")) {
      throw new IllegalArgumentException("only a single word may be optional: " + element);
    }
    return new Part(words.choice(either), optional, gap);
  }

  private static List<List<Part>> variants(List<Part> parts) {
    long optional = parts.stream().filter(Part::optional).count();
    if (optional > MOST_OPTIONAL || optional == parts.size()) {
      throw new IllegalArgumentException("too many optional words");
    }
    List<List<Part>> variants = List.of(List.of());
    List<Integer> carried = List.of(0);
    for (Part part : parts) {
      List<List<Part>> longer = new ArrayList<>();
      List<Integer> gaps = new ArrayList<>();
      for (int i = 0; i < variants.size(); i++) {
        List<Part> with = new ArrayList<>(variants.get(i));
        with.add(part.after(carried.get(i)));
        longer.add(with);
        gaps.add(0);
        if (part.optional()) {
          longer.add(variants.get(i));
          gaps.add(variants.get(i).isEmpty() ? 0 : part.gap() + carried.get(i));
        }
      }
      variants = longer;
      carried = gaps;
    }
    return variants.stream().filter(variant -> !variant.isEmpty()).map(List::copyOf).toList();
  }

  /// The choices without which the pattern cannot match, whatever optional words are missing.
  Set<Integer> needed() {
    Set<Integer> needed = new TreeSet<>();
    for (Part part : variants.getFirst()) {
      needed.add(part.choice());
    }
    for (List<Part> variant : variants) {
      needed.retainAll(variant.stream().map(Part::choice).toList());
    }
    return needed;
  }

  /// What to look for in a message; nothing when the message lacks words that are needed.
  List<IntervalsSource> sources(MessageIndex message) {
    List<IntervalsSource> sources = List.of();
    for (List<Part> variant : variants) {
      if (message.mayHold(variant) || (anyOrder && message.mayHold(backwards(variant)))) {
        sources = sources.isEmpty() ? new ArrayList<>() : sources;
        addSources(variant, message, sources);
      }
    }
    return sources;
  }

  private static List<Part> backwards(List<Part> two) {
    return List.of(two.get(1), new Part(two.get(0).choice(), false, ANY_ORDER_GAP));
  }

  private void addSources(List<Part> variant, MessageIndex message, List<IntervalsSource> sources) {
    List<IntervalsSource> places = new ArrayList<>();
    boolean inARow = true;
    for (Part part : variant) {
      places.add(either(message.of(part.choice())));
      inARow &= part.gap() == 0;
    }
    if (inARow) {
      sources.add(phrase(places));
      return;
    }
    // Lucene keeps only the shortest of matches that overlap. An exception must be found at its
    // full length too, so each pair of first and last words is looked for on its own.
    for (IntervalsSource first : message.of(variant.getFirst().choice())) {
      places.set(0, first);
      for (IntervalsSource last : message.of(variant.getLast().choice())) {
        places.set(places.size() - 1, last);
        addJoined(variant, places, sources);
      }
    }
  }

  private void addJoined(
      List<Part> variant, List<IntervalsSource> places, List<IntervalsSource> sources) {
    List<IntervalsSource> runs = new ArrayList<>();
    List<Integer> gaps = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < places.size(); i++) {
      if (i + 1 == places.size() || variant.get(i + 1).gap() > 0) {
        runs.add(phrase(places.subList(from, i + 1)));
        gaps.add(variant.get(from).gap());
        from = i + 1;
      }
    }
    sources.add(fromLeft(runs, gaps));
    if (runs.size() > 2) {
      // Joining from the left and from the right each miss some matches; both find all.
      sources.add(fromRight(runs, gaps));
    }
    if (anyOrder) {
      sources.add(joined(runs.get(1), runs.get(0), gaps.get(1)));
    }
  }

  private static IntervalsSource either(List<IntervalsSource> sources) {
    return sources.size() == 1
        ? sources.getFirst()
        : Intervals.or(sources.toArray(IntervalsSource[]::new));
  }

  static IntervalsSource phrase(List<? extends IntervalsSource> sources) {
    return sources.size() == 1
        ? sources.getFirst()
        : Intervals.phrase(sources.toArray(IntervalsSource[]::new));
  }

  private static IntervalsSource fromLeft(List<IntervalsSource> runs, List<Integer> gaps) {
    IntervalsSource all = runs.getFirst();
    for (int i = 1; i < runs.size(); i++) {
      all = joined(all, runs.get(i), gaps.get(i));
    }
    return all;
  }

  private static IntervalsSource fromRight(List<IntervalsSource> runs, List<Integer> gaps) {
    IntervalsSource all = runs.getLast();
    for (int i = runs.size() - 1; i > 0; i--) {
      all = joined(runs.get(i - 1), all, gaps.get(i));
    }
    return all;
  }

  private static IntervalsSource joined(IntervalsSource a, IntervalsSource b, int gap) {
    return Intervals.maxgaps(gap, Intervals.ordered(a, b));
  }
}
