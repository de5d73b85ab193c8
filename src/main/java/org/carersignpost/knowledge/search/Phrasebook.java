package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Short phrases and who they belong to: what a service is called and its keywords, the questions
/// of a guide. Says how well an utterance fits the phrase of an owner that fits it best.
///
/// An utterance and a phrase fit by what they have in common, each word weighed by how rare it is
/// among the phrases (the inverse document frequency of BM25, Robertson and Zaragoza 2009): 1 when
/// each says what the other says, 0 when they share nothing.
final class Phrasebook {
  /// Sums of the same weights in another order differ by less.
  private static final double ROUNDING = 1.001;

  private final Words words;
  private final Vocabulary vocabulary;
  private final double[] idfs;
  private final int[] terms;
  private final int[] starts;
  private final int[] firsts;
  private final double[] information;
  private final boolean[] ofOneWord;

  /// @param terms all phrases, one after the other, as ids of their terms
  /// @param starts where each phrase begins, and at last where they end
  /// @param firsts the first phrase of each owner, and at last how many phrases there are
  private Phrasebook(Words words, Vocabulary vocabulary, int[] terms, int[] starts, int[] firsts) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.terms = terms;
    this.starts = starts;
    this.firsts = firsts;
    this.idfs = idfs();
    int phrases = starts.length - 1;
    this.information = new double[phrases];
    this.ofOneWord = new boolean[phrases];
    String[] texts = vocabulary.terms();
    for (int phrase = 0; phrase < phrases; phrase++) {
      Set<String> telling =
          words.telling(
              Arrays.stream(terms, starts[phrase], starts[phrase + 1])
                  .mapToObj(id -> texts[id])
                  .toList());
      information[phrase] = information(telling);
      ofOneWord[phrase] = telling.size() == 1;
    }
  }

  /// Gathers the phrases, owner by owner.
  static final class Builder {
    private final Words words;
    private final Vocabulary vocabulary;
    private int[] terms = new int[1_024];
    private int[] starts = new int[256];
    private final List<Integer> firsts = new ArrayList<>();
    private int phrases;

    Builder(Words words, Vocabulary vocabulary) {
      this.words = words;
      this.vocabulary = vocabulary;
    }

    /// The next owner's phrases, each as its terms.
    void add(List<List<String>> ofOwner) {
      firsts.add(phrases);
      for (List<String> phrase : ofOwner) {
        int at = starts[phrases];
        for (String term : phrase) {
          terms = at == terms.length ? Arrays.copyOf(terms, at * 2) : terms;
          terms[at++] = vocabulary.idOf(term);
        }
        phrases++;
        starts = phrases == starts.length ? Arrays.copyOf(starts, phrases * 2) : starts;
        starts[phrases] = at;
      }
    }

    Phrasebook build() {
      firsts.add(phrases);
      return new Phrasebook(
          words,
          vocabulary,
          Arrays.copyOf(terms, starts[phrases]),
          Arrays.copyOf(starts, phrases + 1),
          firsts.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  private double[] idfs() {
    int phrases = starts.length - 1;
    int[] having = new int[vocabulary.size()];
    int[] lastIn = new int[vocabulary.size()];
    Arrays.fill(lastIn, -1);
    for (int phrase = 0; phrase < phrases; phrase++) {
      for (int i = starts[phrase]; i < starts[phrase + 1]; i++) {
        if (lastIn[terms[i]] != phrase) {
          lastIn[terms[i]] = phrase;
          having[terms[i]]++;
        }
      }
    }
    return Arrays.stream(having).mapToDouble(df -> Weights.idf(phrases, df)).toArray();
  }

  /// How well an utterance fits the phrases of an owner, both 0 to 1.
  ///
  /// @param best the best fit of any phrase
  /// @param answering the best fit of a phrase that shares more than one word with it, or that is
  ///   one word as the utterance is
  record Fit(double best, double answering) {
    static final Fit NONE = new Fit(0, 0);
  }

  /// An utterance, ready to be compared with the phrases of any owner.
  Asked asked(ReadUtterance utterance) {
    return new Asked(utterance);
  }

  final class Asked {
    private final List<Sought> parts = new ArrayList<>();

    /// The terms that any part begins with.
    private final BitSet begins = new BitSet();

    private final double asks;
    private final double mostOfOneWord;
    private final boolean isOneWord;

    private Asked(ReadUtterance utterance) {
      utterance.parts().forEach(part -> sought(part).ifPresent(parts::add));
      parts.forEach(part -> part.any.forEach(sequence -> begins.set(sequence[0])));
      this.asks = information(utterance.telling());
      this.mostOfOneWord =
          utterance.telling().stream().mapToDouble(Phrasebook.this::idf).max().orElse(0) * ROUNDING;
      this.isOneWord = utterance.telling().size() == 1;
    }

    Fit fit(int owner) {
      double best = 0;
      double answering = 0;
      for (int phrase = firsts[owner]; phrase < firsts[owner + 1]; phrase++) {
        double shared = shared(phrase);
        if (shared > 0) {
          double fit = Math.min(1, 2 * shared / (asks + information[phrase]));
          best = Math.max(best, fit);
          if (shared > mostOfOneWord || (isOneWord && ofOneWord[phrase])) {
            answering = Math.max(answering, fit);
          }
        }
      }
      return best == 0 ? Fit.NONE : new Fit(best, answering);
    }

    /// Most phrases have nothing in common with it, which is soon found out.
    private boolean sharesAny(int phrase) {
      for (int i = starts[phrase]; i < starts[phrase + 1]; i++) {
        if (begins.get(terms[i])) {
          return true;
        }
      }
      return false;
    }

    private double shared(int phrase) {
      if (!sharesAny(phrase)) {
        return 0;
      }
      double sum = 0;
      for (Sought part : parts) {
        if (part.isIn(phrase)) {
          sum += part.weight;
        }
      }
      return sum;
    }
  }

  /// A part of an utterance: any of some sequences of terms, and what it is worth.
  private final class Sought {
    private final List<int[]> any;
    private final double weight;

    private Sought(List<int[]> any, double weight) {
      this.any = any;
      this.weight = weight;
    }

    private boolean isIn(int phrase) {
      for (int[] sequence : any) {
        for (int at = starts[phrase]; at + sequence.length <= starts[phrase + 1]; at++) {
          if (terms[at] == sequence[0] && (sequence.length == 1 || begins(sequence, at))) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean begins(int[] sequence, int at) {
      return Arrays.equals(terms, at, at + sequence.length, sequence, 0, sequence.length);
    }
  }

  /// A part as the phrases know it; empty when none has it. Synonyms together are as common as the
  /// commonest, words in a row as rare as they are together.
  private Optional<Sought> sought(Part part) {
    List<int[]> known =
        part.any().stream()
            .map(term -> Arrays.stream(term.split(" ")).mapToInt(vocabulary::known).toArray())
            .filter(ids -> Arrays.stream(ids).allMatch(id -> id >= 0 && id < idfs.length))
            .toList();
    return known.stream()
        .mapToDouble(ids -> Arrays.stream(ids).mapToDouble(id -> idfs[id]).sum())
        .min()
        .stream()
        .mapToObj(least -> new Sought(known, least * part.worth()))
        .findFirst();
  }

  /// How much telling words say; never 0.
  private double information(Set<String> telling) {
    double sum = 0;
    for (String term : telling) {
      sum += idf(term) * (words.isFamily(term) ? Weights.FAMILY_WORD : 1);
    }
    return Math.max(sum, 1);
  }

  private double idf(String term) {
    int id = vocabulary.known(term);
    return id < 0 ? Weights.UNKNOWN_WORD_IDF : idfs[id];
  }
}
