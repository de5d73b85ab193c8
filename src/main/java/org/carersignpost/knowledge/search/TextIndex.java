package org.carersignpost.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceRecord;

/// Says how well words match each service and each guide. It is built once, held in memory and
/// never changed.
///
/// What one word matches is the same in every utterance, so Lucene is asked once for each word, and
/// an utterance only adds up what its words match.
///
/// A service is one document of several fields. Besides, what a service is called, each of its
/// keywords and each question of a guide is a small document of its own, so that whole phrases can
/// be compared.
final class TextIndex {
  /// Longer utterances are read up to here; a need is named early.
  static final int MOST_CHARACTERS = 320;

  private static final int MOST_WORDS = 48;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /// Words whose matches are kept at most: more than a knowledge base has.
  private static final int MOST_KEPT = 50_000;

  /// Lucene's scores are floats.
  private static final double ROUNDING = 1.001;

  private static final Map<String, Float> FIELDS =
      Map.of(
          "keywords", Weights.KEYWORDS,
          "name", Weights.NAME,
          "offer", Weights.OFFER,
          "description", Weights.DESCRIPTION,
          "eligibility", Weights.ELIGIBILITY,
          "topics", Weights.TOPIC_NAMES,
          "organisation", Weights.ORGANISATION);

  /// In a fixed order, so that sums of floats are the same in every run.
  private static final List<String> FIELD_NAMES = FIELDS.keySet().stream().sorted().toList();

  private static final WordMatches NO_MATCHES =
      new WordMatches(new Scored(new double[0]), new Scored(new double[0]));

  private final Words words;
  private final Spelling spelling;
  private final IndexSearcher searcher;
  private final CarerQuery query;
  private final Map<String, Double> idfs;
  private final int serviceCount;
  private final int guideCount;

  /// Which service each document is of, or -1.
  private final int[] serviceOf;

  /// Which guide each document is of, or -1.
  private final int[] guideOf;

  /// What the phrase of each document would match at most; 0 for documents that are no phrase.
  private final double[] fullPhrase;

  /// Whether the phrase of each document has one telling word only.
  private final boolean[] ofOneWord;

  /// What each word that was asked for matches.
  private final Map<Query, WordMatches> kept = new ConcurrentHashMap<>();

  TextIndex(KnowledgeBase base, List<ServiceRecord> services) {
    this.serviceCount = services.size();
    this.guideCount = base.guides().size();
    List<String> family =
        base.taxonomy().relations().stream()
            .flatMap(relation -> relation.words().stream())
            .toList();
    this.words = new Words(base.synonyms(), family);
    this.spelling =
        new Spelling(words, Documents.prose(base, services), Documents.known(base, services));
    List<Document> documents = new ArrayList<>();
    List<String> phrases = new ArrayList<>();
    for (int i = 0; i < services.size(); i++) {
      documents.add(Documents.ofService(services.get(i), i, base.taxonomy()));
      phrases.add("");
    }
    for (int i = 0; i < services.size(); i++) {
      for (String phrase : Documents.phrases(services.get(i))) {
        documents.add(Documents.ofPhrase(Documents.SERVICE, i, phrase));
        phrases.add(phrase);
      }
    }
    for (int i = 0; i < base.guides().size(); i++) {
      for (String phrase : Documents.phrases(base.guides().get(i))) {
        documents.add(Documents.ofPhrase(Documents.GUIDE, i, spelling.mended(phrase)));
        phrases.add(spelling.mended(phrase));
      }
    }
    this.searcher = searcher(documents);
    this.query = new CarerQuery(words, terms());
    this.idfs = idfs();
    this.serviceOf = ordinals(Documents.SERVICE);
    this.guideOf = ordinals(Documents.GUIDE);
    this.fullPhrase =
        phrases.stream().mapToDouble(phrase -> information(telling(phrase))).toArray();
    this.ofOneWord = new boolean[phrases.size()];
    for (int i = 0; i < ofOneWord.length; i++) {
      ofOneWord[i] = telling(phrases.get(i)).size() == 1;
    }
  }

  /// How well the words of an utterance match.
  Matches match(String utterance) {
    List<String> terms = words.terms(spelling.mended(shortened(utterance)));
    Matches matches = new Matches(serviceCount, guideCount);
    double[] phraseScores = new double[serviceOf.length];
    for (Query part : query.parts(terms)) {
      WordMatches found = matchesOf(part);
      found.records.forEach((doc, score) -> matches.addText(serviceOf[doc], score));
      found.phrases.forEach((doc, score) -> phraseScores[doc] += score);
    }
    matches.textIsComplete();
    addFits(matches, phraseScores, words.telling(terms));
    return matches;
  }

  private void addFits(Matches matches, double[] phraseScores, Set<String> telling) {
    double asked = information(telling);
    double mostOfOneWord = mostOfOneWord(telling);
    boolean oneWord = telling.size() == 1;
    for (int doc = 0; doc < phraseScores.length; doc++) {
      double score = phraseScores[doc];
      if (score == 0) {
        continue;
      }
      double fit = Math.min(1, 2 * score / (asked + fullPhrase[doc]));
      if (serviceOf[doc] >= 0) {
        matches.addServiceFit(serviceOf[doc], fit);
      } else {
        boolean answers = score > mostOfOneWord || (oneWord && ofOneWord[doc]);
        matches.addGuideFit(guideOf[doc], fit, answers);
      }
    }
  }

  /// What one word with its synonyms matches.
  ///
  /// @param records documents of services, by the weights of their fields
  /// @param phrases documents of phrases
  private record WordMatches(Scored records, Scored phrases) {}

  /// The documents that score at all.
  private static final class Scored {
    private final int[] docs;
    private final double[] scores;

    /// @param all scores by document
    Scored(double[] all) {
      this.docs = IntStream.range(0, all.length).filter(doc -> all[doc] > 0).toArray();
      this.scores = Arrays.stream(docs).mapToDouble(doc -> all[doc]).toArray();
    }

    void forEach(Hit hit) {
      for (int i = 0; i < docs.length; i++) {
        hit.found(docs[i], scores[i]);
      }
    }
  }

  @FunctionalInterface
  private interface Hit {
    void found(int doc, double score);
  }

  private WordMatches matchesOf(Query part) {
    WordMatches known = kept.get(part);
    if (known != null) {
      return known;
    }
    if (!query.isKnown(part)) {
      return NO_MATCHES;
    }
    double[] text = new double[serviceOf.length];
    for (String field : FIELD_NAMES) {
      float weight = Objects.requireNonNull(FIELDS.get(field));
      addScores(part, field, weight, text);
    }
    double[] scores = new double[serviceOf.length];
    addScores(part, Documents.PHRASE, 1, scores);
    WordMatches found = new WordMatches(new Scored(text), new Scored(scores));
    if (kept.size() < MOST_KEPT) {
      kept.put(part, found);
    }
    return found;
  }

  /// The terms of a text in a row, so that a phrase in it is a part of it.
  String inARow(String text) {
    return " " + String.join(" ", words.terms(text)) + " ";
  }

  private Set<String> telling(String text) {
    return words.telling(words.terms(text));
  }

  private static String shortened(String utterance) {
    String start = utterance.substring(0, Math.min(utterance.length(), MOST_CHARACTERS));
    String[] parts = SPACES.split(start, MOST_WORDS + 1);
    return String.join(" ", Arrays.asList(parts).subList(0, Math.min(parts.length, MOST_WORDS)));
  }

  /// How much telling words say, as BM25 weighs words; never 0.
  private double information(Set<String> telling) {
    double sum = 0;
    for (String term : telling) {
      sum += idf(term) * (words.isFamily(term) ? Weights.FAMILY_WORD : 1);
    }
    return Math.max(sum, 1);
  }

  private double mostOfOneWord(Set<String> telling) {
    return telling.stream().mapToDouble(this::idf).max().orElse(0) * ROUNDING;
  }

  private double idf(String term) {
    return idfs.getOrDefault(term, (double) Weights.UNKNOWN_WORD_IDF);
  }

  /// How much each word of the phrases says.
  private Map<String, Double> idfs() {
    Map<String, Double> found = new HashMap<>();
    try {
      int all = searcher.getIndexReader().getDocCount(Documents.PHRASE);
      Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Documents.PHRASE);
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        int having = each.docFreq();
        found.put(term.utf8ToString(), Math.log(1 + (all - having + 0.5) / (having + 0.5)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(found);
  }

  /// Adds how well each document matches a part in one field, times the weight of the field.
  private void addScores(Query part, String field, double weight, double[] scores) {
    Optional<Query> asked = query.in(field, part);
    if (asked.isEmpty()) {
      return;
    }
    try {
      Weight weighed = searcher.createWeight(searcher.rewrite(asked.get()), ScoreMode.COMPLETE, 1);
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Scorer scorer = weighed.scorer(leaf);
        if (scorer == null) {
          continue;
        }
        DocIdSetIterator docs = scorer.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          scores[leaf.docBase + doc] += weight * scorer.score();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int[] ordinals(String kind) {
    int[] ordinals = new int[searcher.getIndexReader().maxDoc()];
    Arrays.fill(ordinals, -1);
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), kind);
        for (int doc = values.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = values.nextDoc()) {
          ordinals[leaf.docBase + doc] = (int) values.longValue();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ordinals;
  }

  private Map<String, Set<String>> terms() {
    Map<String, Set<String>> byField = new HashMap<>();
    try {
      for (String field : FieldInfos.getIndexedFields(searcher.getIndexReader())) {
        Set<String> found = new HashSet<>();
        TermsEnum all = MultiTerms.getTerms(searcher.getIndexReader(), field).iterator();
        for (BytesRef term = all.next(); term != null; term = all.next()) {
          found.add(term.utf8ToString());
        }
        byField.put(field, Set.copyOf(found));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(byField);
  }

  private IndexSearcher searcher(List<Document> documents) {
    IndexWriterConfig config = new IndexWriterConfig(words.plain());
    config.setSimilarity(new FieldSimilarity());
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      // One block, so that the documents keep their order.
      writer.addDocuments(documents);
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      // The reader lives as long as this index, and its bytes are on the heap: nothing to close.
      IndexSearcher made = new IndexSearcher(DirectoryReader.open(directory));
      made.setSimilarity(new FieldSimilarity());
      made.setQueryCache(null);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class FieldSimilarity extends PerFieldSimilarityWrapper {
    private static final Similarity PROSE = new BM25Similarity(Weights.BM25_K1, Weights.BM25_B);

    /// In a phrase a word is there or not, so that a full match scores what [TextIndex#information]
    /// says.
    private static final Similarity PHRASES = new BM25Similarity(0f, 0f);

    @Override
    public Similarity get(String field) {
      return field.equals(Documents.PHRASE) ? PHRASES : PROSE;
    }
  }
}
