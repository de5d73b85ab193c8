package org.carersignpost.understanding.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.DocIdSetIterator;
import org.carersignpost.understanding.words.Word;
import org.jspecify.annotations.Nullable;

/// One reading of one message, indexed: what stands at each position, with variants stacked there.
///
/// It belongs to one message and one thread.
final class MessageIndex {
  /// More than the longest gap of a pattern, so that no match crosses the end of a sentence.
  private static final int SENTENCE_GAP = 20;

  private static final String FIELD = "words";
  private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

  private final List<StackedTokens.Token> tokens = new ArrayList<>();
  private final List<Integer> wordAt = new ArrayList<>();
  private final BitSet present;
  private final Map<String, Set<String>> byBeginning = new HashMap<>();
  private final BitSet standing;

  /// Each made when it is first asked for.
  private final Map<Integer, Choice> choices = new HashMap<>();

  private final Map<String, BitSet> positions = new HashMap<>();
  private final PatternWords words;

  /// Made when it is first needed, for most messages hold nothing that could match.
  private @Nullable LeafReaderContext reader;

  private MessageIndex(List<Word> message, List<List<String>> reading, PatternWords words) {
    this.words = words;
    this.present = new BitSet(words.size());
    this.standing = new BitSet(words.choices());
    int position = -1;
    int lastPosition = -1;
    for (int i = 0; i < message.size(); i++) {
      if (i > 0 && message.get(i).sentence() != message.get(i - 1).sentence()) {
        position += SENTENCE_GAP;
      }
      for (String term : reading.get(i)) {
        position++;
        while (wordAt.size() <= position) {
          wordAt.add(i);
        }
        int step = position - lastPosition;
        lastPosition = position;
        for (String variant : variants(term)) {
          tokens.add(new StackedTokens.Token(variant, step));
          step = 0;
          remember(variant, position);
        }
      }
    }
    for (int id = present.nextSetBit(0); id >= 0; id = present.nextSetBit(id + 1)) {
      addChoices(id);
    }
  }

  /// The readings of a message that differ: as it is said, with texting written out, and with
  /// contractions written out as well. A rule may fire in any of them.
  static List<MessageIndex> readings(List<Word> message, PatternWords words) {
    List<List<String>> said = new ArrayList<>();
    List<List<String>> texted = new ArrayList<>();
    List<List<String>> writtenOut = new ArrayList<>();
    for (Word word : message) {
      said.add(List.of(word.text()));
      texted.add(ShortForms.texted(word.text()));
      writtenOut.add(ShortForms.writtenOut(word.text()));
    }
    List<MessageIndex> readings = new ArrayList<>();
    readings.add(new MessageIndex(message, said, words));
    if (!texted.equals(said)) {
      readings.add(new MessageIndex(message, texted, words));
    }
    if (!writtenOut.equals(said) && !writtenOut.equals(texted)) {
      readings.add(new MessageIndex(message, writtenOut, words));
    }
    return readings;
  }

  private Set<String> variants(String term) {
    Set<String> meant = words.meantBy(term);
    boolean repeats = isLetterRepeated(term);
    if (meant.isEmpty() && !repeats) {
      return Set.of(term);
    }
    Set<String> variants = new LinkedHashSet<>();
    variants.add(term);
    variants.addAll(meant);
    Matcher drawnOut = DRAWN_OUT.matcher(term);
    if (repeats && drawnOut.find()) {
      variants.add(drawnOut.replaceAll("$1"));
      variants.add(drawnOut.replaceAll("$1$1"));
    }
    return variants;
  }

  /// A quick look for what [#DRAWN_OUT] finds; it may let more pass.
  private static boolean isLetterRepeated(String term) {
    for (int i = 2; i < term.length(); i++) {
      if (term.charAt(i) == term.charAt(i - 2)) {
        return true;
      }
    }
    return false;
  }

  private void remember(String term, int position) {
    int id = words.id(term);
    Map<String, Integer> itsBeginnings = words.beginningsOf(term);
    if (id < 0 && itsBeginnings.isEmpty()) {
      return;
    }
    positions(term).set(position);
    if (id >= 0) {
      present.set(id);
    }
    itsBeginnings.forEach((beginning, number) -> {
      present.set(number);
      byBeginning.computeIfAbsent(beginning, b -> new LinkedHashSet<>()).add(term);
    });
  }

  private void addChoices(int id) {
    for (PatternWords.Option option : words.optionsOf(id)) {
      if (isPresent(option.alternative())) {
        option.addTo(standing);
      }
    }
  }

  private boolean isPresent(RiskPattern.Alternative alternative) {
    for (int id : alternative.ids()) {
      if (!present.get(id)) {
        return false;
      }
    }
    return true;
  }

  /// Hands over the number of each choice of which something stands in the message.
  void forEachChoice(IntConsumer each) {
    for (int choice = standing.nextSetBit(0);
        choice >= 0;
        choice = standing.nextSetBit(choice + 1)) {
      each.accept(choice);
    }
  }

  private @Nullable Choice choice(int number) {
    if (!standing.get(number)) {
      return null;
    }
    Choice known = choices.get(number);
    if (known != null) {
      return known;
    }
    Choice choice = new Choice();
    for (RiskPattern.Alternative alternative : words.alternativesOf(number)) {
      if (isPresent(alternative)) {
        add(alternative, choice);
      }
    }
    choices.put(number, choice);
    return choice;
  }

  private void add(RiskPattern.Alternative alternative, Choice choice) {
    String first = alternative.words().getFirst();
    if (alternative.beginning()) {
      for (String term : byBeginning.getOrDefault(first, Set.of())) {
        choice.add(List.of(term), positions(term));
      }
    } else {
      choice.add(alternative.words(), positions(first));
    }
  }

  private BitSet positions(String term) {
    return positions.computeIfAbsent(term, t -> new BitSet());
  }

  /// What of one choice stands in the message, and where it may begin.
  private static final class Choice {
    private final List<List<String>> phrases = new ArrayList<>();
    private final BitSet starts = new BitSet();
    private int mostWords;

    void add(List<String> phrase, BitSet positions) {
      phrases.add(phrase);
      starts.or(positions);
      mostWords = Math.max(mostWords, phrase.size());
    }
  }

  /// Whether the parts may stand in the message in this order and near enough. It is a quick look
  /// that lets everything pass that matches, and little else.
  boolean mayHold(List<RiskPattern.Part> parts) {
    @Nullable Choice before = choice(parts.getFirst().choice());
    if (before == null) {
      return false;
    }
    BitSet reached = before.starts;
    for (int i = 1; i < parts.size(); i++) {
      RiskPattern.Part part = parts.get(i);
      @Nullable Choice choice = choice(part.choice());
      if (choice == null) {
        return false;
      }
      int furthest = before.mostWords + part.gap();
      BitSet next = new BitSet();
      for (int at = choice.starts.nextSetBit(1); at >= 0; at = choice.starts.nextSetBit(at + 1)) {
        int last = reached.previousSetBit(at - 1);
        if (last >= 0 && at - last <= furthest) {
          next.set(at);
        }
      }
      if (next.isEmpty()) {
        return false;
      }
      reached = next;
      before = choice;
    }
    return true;
  }

  /// What of that choice may stand in the message.
  List<IntervalsSource> of(int choice) {
    Choice found = choice(choice);
    if (found == null) {
      return List.of();
    }
    List<IntervalsSource> sources = new ArrayList<>();
    for (List<String> phrase : found.phrases) {
      List<IntervalsSource> terms = new ArrayList<>();
      for (String term : phrase) {
        terms.add(Intervals.term(term));
      }
      sources.add(RiskPattern.phrase(terms));
    }
    return sources;
  }

  private LeafReaderContext reader() {
    LeafReaderContext known = reader;
    if (known == null) {
      MemoryIndex index = new MemoryIndex();
      index.addField(FIELD, new StackedTokens(tokens));
      known = index.createSearcher().getIndexReader().leaves().getFirst();
      reader = known;
    }
    return known;
  }

  /// Where the words of a pattern stand.
  List<Match> matches(IntervalsSource source) {
    List<Match> matches = new ArrayList<>();
    try {
      IntervalIterator intervals = source.intervals(FIELD, reader());
      if (intervals != null && intervals.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        while (intervals.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
          matches.add(new Match(wordAt.get(intervals.start()), wordAt.get(intervals.end())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail to be read", e);
    }
    return matches;
  }

  /// A match within one sentence.
  ///
  /// @param first its first word
  /// @param last its last word
  record Match(int first, int last) {
    boolean touches(Match other) {
      return other.first <= last + 1 && other.last >= first - 1;
    }
  }
}
