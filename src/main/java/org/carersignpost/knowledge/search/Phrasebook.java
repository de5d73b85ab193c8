package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

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
  private final Map<String, Integer> ids;
  private final double[] idfs;
  private final int[] terms;
  private final int[] starts;
  private final int[] firsts;
  private final double[] information;
  private final boolean[] ofOneWord;

  /// @param terms all phrases, one after the other, as ids of their terms
  /// @param starts where each phrase begins, and at last where they end
  /// @param firsts the first phrase of each owner, and at last how many phrases there are
  private Phrasebook(
      Words words, Map<String, Integer> ids, int[] terms, int[] starts, int[] firsts) {
    this.words = words;
    this.ids = ids;
    this.terms = terms;
    this.starts = starts;
    this.firsts = firsts;
    this.idfs = idfs();
    int phrases = starts.length - 1;
    this.information = new double[phrases];
    this.ofOneWord = new boolean[phrases];
    String[] texts = new String[ids.size()];
    ids.forEach((text, id) -> texts[id] = text);
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
    private final Map<String, Integer> ids = new HashMap<>();
    private int[] terms = new int[1_024];
    private int[] starts = new int[256];
    private final List<Integer> firsts = new ArrayList<>();
    private int phrases;

    Builder(Words words) {
      this.words = words;
    }

    /// The next owner's phrases.
    void add(List<String> ofOwner) {
      firsts.add(phrases);
      for (String phrase : ofOwner) {
        int at = starts[phrases];
        for (String term : words.terms(phrase)) {
          terms = at == terms.length ? Arrays.copyOf(terms, at * 2) : terms;
          terms[at++] = ids.computeIfAbsent(term, _ -> ids.size());
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
          Map.copyOf(ids),
          Arrays.copyOf(terms, starts[phrases]),
          Arrays.copyOf(starts, phrases + 1),
          firsts.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  private double[] idfs() {
    int phrases = starts.length - 1;
    int[] having = new int[ids.size()];
    int[] lastIn = new int[ids.size()];
    Arrays.fill(lastIn, -1);
    for (int phrase = 0; phrase < phrases; phrase++) {
      for (int i = starts[phrase]; i < starts[phrase + 1]; i++) {
        if (lastIn[terms[i]] != phrase) {
          lastIn[terms[i]] = phrase;
          having[terms[i]]++;
        }
      }
    }
    return Arrays.stream(having)
        .mapToDouble(df -> Math.log(1 + (phrases - df + 0.5) / (df + 0.5)))
        .toArray();
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
    private final List<Part> parts = new ArrayList<>();
    private final double asks;
    private final double mostOfOneWord;
    private final boolean isOneWord;

    private Asked(ReadUtterance utterance) {
      utterance.parts().forEach(query -> part(query).ifPresent(parts::add));
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

    private double shared(int phrase) {
      double sum = 0;
      for (Part part : parts) {
        if (part.isIn(phrase)) {
          sum += part.weight;
        }
      }
      return sum;
    }
  }

  /// A part of an utterance: any of some sequences of terms, and what it is worth.
  private final class Part {
    private final int[][] any;
    private final double weight;

    private Part(int[][] any, double weight) {
      this.any = any;
      this.weight = weight;
    }

    private boolean isIn(int phrase) {
      for (int[] sequence : any) {
        for (int at = starts[phrase]; at + sequence.length <= starts[phrase + 1]; at++) {
          if (Arrays.equals(terms, at, at + sequence.length, sequence, 0, sequence.length)) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /// A part as the phrases know it; empty when none has it.
  private Optional<Part> part(Query query) {
    return switch (query) {
      case TermQuery term ->
          sequence(term.getTerm())
              .map(ids -> {
                double family = words.isFamily(term.getTerm().text()) ? Weights.FAMILY_WORD : 1;
                return new Part(new int[][] {ids}, idfs[ids[0]] * family);
              });
      case SynonymQuery synonyms -> {
        int[][] known =
            synonyms.getTerms().stream().flatMap(t -> sequence(t).stream()).toArray(int[][]::new);
        // As Lucene does: all synonyms together are as common as the commonest.
        double least = Arrays.stream(known).mapToDouble(ids -> idfs[ids[0]]).min().orElse(0);
        yield known.length == 0 ? Optional.empty() : Optional.of(new Part(known, least));
      }
      case PhraseQuery phrase ->
          sequence(phrase.getTerms())
              .map(ids -> {
                double sum = Arrays.stream(ids).mapToDouble(id -> idfs[id]).sum();
                return new Part(new int[][] {ids}, sum);
              });
      default -> Optional.empty();
    };
  }

  private Optional<int[]> sequence(Term... of) {
    int[] sequence = new int[of.length];
    for (int i = 0; i < of.length; i++) {
      Integer id = ids.get(of[i].text());
      if (id == null) {
        return Optional.empty();
      }
      sequence[i] = id;
    }
    return Optional.of(sequence);
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
    Integer id = ids.get(term);
    return id == null ? Weights.UNKNOWN_WORD_IDF : idfs[Objects.requireNonNull(id)];
  }
}
