package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.carersignpost.knowledge.search.ServiceTexts.Field;

/// What each term of each service is worth to an utterance that has it: BM25 (Robertson and
/// Zaragoza 2009, with Lucene's inverse document frequency) in each field, times the weight of the
/// field, added up.
///
/// That does not depend on the utterance, so it is worked out once; an utterance only adds up. A
/// phrase of several words that has synonyms counts as a term of its own, as rare as its words
/// together.
final class TermScores {
  private static final int FIELDS = Field.values().length;
  private static final int BITS_OF_FIELD = 4;
  private static final int BITS_OF_COUNT = 12;
  private static final int MOST_COUNTED = (1 << BITS_OF_COUNT) - 1;

  private final Vocabulary vocabulary;

  /// Where the terms of each service begin, and at last where they end.
  private final int[] starts;

  /// The terms of each service in ascending order.
  private final int[] terms;

  private final float[] scores;

  /// How many services have each term.
  private final int[] having;

  private TermScores(
      Vocabulary vocabulary, int[] starts, int[] terms, float[] scores, int[] having) {
    this.vocabulary = vocabulary;
    this.starts = starts;
    this.terms = terms;
    this.scores = scores;
    this.having = having;
  }

  /// How well an utterance matches a service.
  double of(List<int[]> parts, ReadUtterance utterance, int ordinal) {
    double sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      double best = 0;
      for (int term : parts.get(i)) {
        int at = Arrays.binarySearch(terms, starts[ordinal], starts[ordinal + 1], term);
        best = at >= 0 ? Math.max(best, scores[at]) : best;
      }
      sum += best * utterance.parts().get(i).worth();
    }
    return sum;
  }

  /// The numbers of the terms of each part that any service has.
  List<int[]> known(ReadUtterance utterance) {
    return utterance.parts().stream()
        .map(part ->
            part.any().stream()
                .mapToInt(vocabulary::known)
                .filter(id -> id >= 0 && id < having.length && having[id] > 0)
                .toArray())
        .toList();
  }

  /// How many services have the commonest of some terms.
  int common(int[] of) {
    return Arrays.stream(of).map(id -> having[id]).max().orElse(0);
  }

  /// Gathers the texts of the services, in the order of their ordinals.
  static final class Builder {
    private final Words words;
    private final Vocabulary vocabulary;

    /// For each service: term, field and count of each, packed, in ascending order.
    private final List<long[]> counts = new ArrayList<>();

    private final List<int[]> lengths = new ArrayList<>();

    Builder(Words words, Vocabulary vocabulary) {
      this.words = words;
      this.vocabulary = vocabulary;
    }

    /// The next service's texts.
    ///
    /// @return its terms, and its phrases that have synonyms
    List<String> add(ServiceTexts texts) {
      List<String> all = new ArrayList<>();
      LongStream.Builder found = LongStream.builder();
      int[] length = new int[FIELDS];
      for (Field field : Field.values()) {
        for (List<String> text : texts.in(field)) {
          length[field.ordinal()] += text.size();
          List<String> withPhrases = new ArrayList<>(text);
          withPhrases.addAll(words.phrasesIn(text));
          for (String term : withPhrases) {
            found.add(packed(vocabulary.idOf(term), field, 0));
          }
          all.addAll(withPhrases);
        }
      }
      counts.add(counted(found.build()));
      lengths.add(length);
      return all;
    }

    private static long packed(int term, Field field, int count) {
      return ((long) term << (BITS_OF_FIELD + BITS_OF_COUNT))
          | ((long) field.ordinal() << BITS_OF_COUNT)
          | count;
    }

    private static int term(long packed) {
      return (int) (packed >>> (BITS_OF_FIELD + BITS_OF_COUNT));
    }

    private static int field(long packed) {
      return (int) (packed >>> BITS_OF_COUNT) & ((1 << BITS_OF_FIELD) - 1);
    }

    private static int count(long packed) {
      return (int) packed & MOST_COUNTED;
    }

    private static long[] counted(LongStream found) {
      long[] sorted = found.sorted().toArray();
      long[] counted = new long[sorted.length];
      int different = 0;
      for (int i = 0; i < sorted.length; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          counted[different++] = sorted[i];
        }
        if (count(counted[different - 1]) < MOST_COUNTED) {
          counted[different - 1]++;
        }
      }
      return Arrays.copyOf(counted, different);
    }

    TermScores build() {
      double[][] idfs = idfs();
      double[] usualLengths = usualLengths();
      int[] starts = new int[counts.size() + 1];
      for (int i = 0; i < counts.size(); i++) {
        starts[i + 1] =
            starts[i] + (int) Arrays.stream(counts.get(i)).map(c -> term(c)).distinct().count();
      }
      int[] terms = new int[starts[counts.size()]];
      float[] scores = new float[terms.length];
      int[] having = new int[vocabulary.size()];
      for (int i = 0; i < counts.size(); i++) {
        int at = starts[i] - 1;
        int last = Vocabulary.UNKNOWN;
        for (long counted : counts.get(i)) {
          int term = term(counted);
          if (term != last) {
            terms[++at] = term;
            having[term]++;
            last = term;
          }
          int field = field(counted);
          double length = lengths.get(i)[field] / usualLengths[field];
          double count = count(counted);
          double norm = Weights.BM25_K1 * (1 - Weights.BM25_B + Weights.BM25_B * length);
          scores[at] +=
              (float) (Field.values()[field].weight() * idfs[field][term] * count / (count + norm));
        }
      }
      return new TermScores(vocabulary, starts, terms, scores, having);
    }

    private double[][] idfs() {
      int[][] having = new int[FIELDS][vocabulary.size()];
      int[] filled = new int[FIELDS];
      for (int i = 0; i < counts.size(); i++) {
        for (long counted : counts.get(i)) {
          having[field(counted)][term(counted)]++;
        }
        for (int field = 0; field < FIELDS; field++) {
          filled[field] += lengths.get(i)[field] > 0 ? 1 : 0;
        }
      }
      double[][] idfs = new double[FIELDS][vocabulary.size()];
      String[] all = vocabulary.terms();
      for (int field = 0; field < FIELDS; field++) {
        for (int term = 0; term < all.length; term++) {
          idfs[field][term] = Weights.idf(filled[field], having[field][term]);
        }
        for (int term = 0; term < all.length; term++) {
          if (all[term].indexOf(' ') >= 0) {
            double[] ofField = idfs[field];
            idfs[field][term] =
                Arrays.stream(all[term].split(" "))
                    .mapToDouble(word -> ofField[vocabulary.known(word)])
                    .sum();
          }
        }
      }
      return idfs;
    }

    private double[] usualLengths() {
      double[] usual = new double[FIELDS];
      for (int field = 0; field < FIELDS; field++) {
        int of = field;
        usual[field] =
            lengths.stream().mapToInt(all -> all[of]).filter(n -> n > 0).average().orElse(1);
      }
      return usual;
    }
  }
}
