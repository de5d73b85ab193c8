package org.carersignpost.understanding.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.stemmer.PorterStemmer;

/// What the classifier sees of a message: words, stems, pairs of them, pieces of words, concepts.
///
/// Every digit is read as 0, so that a number counts by its shape. A feature is a kind (one
/// character), a colon, and what was seen. Features repeat as often as they occur. OpenNLP makes
/// generators by name, so this class is public and needs no arguments; it keeps no state.
public final class MessageFeatures implements FeatureGenerator {
  static final char WORDS = 'w';
  static final char STEMS = 's';

  /// Two stems with one word between them.
  static final char APART = 'k';

  /// Two to five characters within a word.
  static final char LETTERS = 'c';

  /// What the words mean, by [Concepts].
  static final char CONCEPTS = 'm';

  /// Two words that stand near each other, by [WordPairs].
  static final char PAIRS = 'p';

  /// In every message, so that an intent has a weight of its own.
  static final String BIAS = "b:";

  private static final String BEGIN = "^";
  private static final String END = "$$";
  private static final char EDGE = '_';
  private static final int SHORTEST_PIECE = 2;
  private static final int LONGEST_PIECE = 5;

  /// In context, other pieces of words tell nothing more and take a third of the memory.
  private static final int SHORTEST_PIECE_IN_CONTEXT = 3;

  private static final int LONGEST_PIECE_IN_CONTEXT = 4;

  /// Longer words are cut for their pieces: they are addresses or noise.
  private static final int MOST_LETTERS = 40;

  @Override
  public Collection<String> extractFeatures(String[] text, Map<String, Object> extraInformation) {
    return of(List.of(text));
  }

  /// The features by their names, as often as they occur.
  static List<String> of(List<String> tokens) {
    Names names = new Names();
    tell(tokens, names);
    return names.all;
  }

  /// The features of [#tellInContext] by their names, as often as they occur.
  static List<String> inContext(List<String> tokens) {
    Names names = new Names();
    tellInContext(tokens, names);
    return names.all;
  }

  /// Tells the features one by one, as often as they occur.
  static void tell(List<String> tokens, FeatureSink sink) {
    PorterStemmer stemmer = new PorterStemmer();
    String[] words = new String[tokens.size()];
    String[] stems = new String[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = masked(tokens.get(i));
      stems[i] = stemmer.stem(words[i]);
    }
    tellSinglesAndDoubles(WORDS, words, sink);
    tellSinglesAndDoubles(STEMS, stems, sink);
    for (int i = 2; i < stems.length; i++) {
      sink.begin(APART).add(stems[i - 2]).add(' ').add(stems[i]).end();
    }
    tellPieces(words, SHORTEST_PIECE, LONGEST_PIECE, sink);
    tellConceptsAndBias(stems, sink);
  }

  /// Tells what shows who does what to whom, and whether it is so: words near each other in place
  /// of stems, one by one, as often as they occur.
  static void tellInContext(List<String> tokens, FeatureSink sink) {
    PorterStemmer stemmer = new PorterStemmer();
    String[] words = tokens.stream().map(MessageFeatures::masked).toArray(String[]::new);
    String[] stems = Arrays.stream(words).map(stemmer::stem).toArray(String[]::new);
    tellSinglesAndDoubles(WORDS, words, sink);
    WordPairs.tell(words, sink);
    tellPieces(words, SHORTEST_PIECE_IN_CONTEXT, LONGEST_PIECE_IN_CONTEXT, sink);
    tellConceptsAndBias(stems, sink);
  }

  private static void tellConceptsAndBias(String[] stems, FeatureSink sink) {
    for (String concept : Concepts.in(stems)) {
      sink.begin(CONCEPTS).add(concept).end();
    }
    sink.begin(BIAS.charAt(0)).end();
  }

  /// Writes the names down.
  private static final class Names implements FeatureSink {
    private final List<String> all = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();

    @Override
    public FeatureSink begin(char kind) {
      name.setLength(0);
      name.append(kind).append(':');
      return this;
    }

    @Override
    public FeatureSink add(char c) {
      name.append(c);
      return this;
    }

    @Override
    public FeatureSink add(String text, int from, int to) {
      name.append(text, from, to);
      return this;
    }

    @Override
    public void end() {
      all.add(name.toString());
    }
  }

  /// The word with every digit as 0.
  static String masked(String word) {
    if (word.chars().noneMatch(Character::isDigit)) {
      return word;
    }
    StringBuilder masked = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      masked.append(Character.isDigit(word.charAt(i)) ? '0' : word.charAt(i));
    }
    return masked.toString();
  }

  private static void tellSinglesAndDoubles(char kind, String[] words, FeatureSink sink) {
    String before = BEGIN;
    for (String word : words) {
      sink.begin(kind).add(word).end();
      sink.begin(kind).add(before).add(' ').add(word).end();
      before = word;
    }
    if (words.length > 0) {
      sink.begin(kind).add(before).add(' ').add(END).end();
    }
  }

  private static void tellPieces(String[] words, int shortest, int longest, FeatureSink sink) {
    for (String word : words) {
      String edged = EDGE + word.substring(0, Math.min(word.length(), MOST_LETTERS)) + EDGE;
      for (int length = shortest; length <= longest; length++) {
        for (int start = 0; start + length <= edged.length(); start++) {
          sink.begin(LETTERS).add(edged, start, start + length).end();
        }
      }
    }
  }
}
