package org.carersignpost.understanding.classifier;

import java.util.ArrayList;
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

  /// In every message, so that an intent has a weight of its own.
  static final String BIAS = "b:";

  private static final String BEGIN = "^";
  private static final String END = "$$";
  private static final char EDGE = '_';
  private static final int SHORTEST_PIECE = 2;
  private static final int LONGEST_PIECE = 5;

  /// Longer words are cut for their pieces: they are addresses or noise.
  private static final int MOST_LETTERS = 40;

  @Override
  public Collection<String> extractFeatures(String[] text, Map<String, Object> extraInformation) {
    List<String> features = new ArrayList<>(text.length * 30 + 8);
    PorterStemmer stemmer = new PorterStemmer();
    String[] words = new String[text.length];
    String[] stems = new String[text.length];
    for (int i = 0; i < text.length; i++) {
      words[i] = masked(text[i]);
      stems[i] = stemmer.stem(words[i]);
    }
    addSinglesAndPairs(WORDS, words, features);
    addSinglesAndPairs(STEMS, stems, features);
    for (int i = 2; i < stems.length; i++) {
      features.add(APART + ":" + stems[i - 2] + ' ' + stems[i]);
    }
    for (String word : words) {
      addPieces(word, features);
    }
    for (String concept : Concepts.in(stems)) {
      features.add(CONCEPTS + ":" + concept);
    }
    features.add(BIAS);
    return features;
  }

  /// The word with every digit as 0.
  static String masked(String word) {
    StringBuilder masked = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      masked.append(Character.isDigit(word.charAt(i)) ? '0' : word.charAt(i));
    }
    return masked.toString();
  }

  private static void addSinglesAndPairs(char kind, String[] words, List<String> features) {
    String before = BEGIN;
    for (String word : words) {
      features.add(kind + ":" + word);
      features.add(kind + ":" + before + ' ' + word);
      before = word;
    }
    if (words.length > 0) {
      features.add(kind + ":" + before + ' ' + END);
    }
  }

  private static void addPieces(String word, List<String> features) {
    String edged = EDGE + word.substring(0, Math.min(word.length(), MOST_LETTERS)) + EDGE;
    for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
      for (int start = 0; start + length <= edged.length(); start++) {
        features.add(LETTERS + ":" + edged.substring(start, start + length));
      }
    }
  }
}
