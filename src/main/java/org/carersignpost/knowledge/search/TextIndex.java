package org.carersignpost.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
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
/// A service is one document of several fields. Besides, what a service is called, each of its
/// keywords and each question of a guide is a small document of its own, so that whole phrases can
/// be compared.
final class TextIndex {
  /// Longer utterances are read up to here; a need is named early.
  static final int MOST_CHARACTERS = 320;

  private static final int MOST_WORDS = 48;

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

  private final Words words;
  private final Spelling spelling;
  private final IndexSearcher searcher;
  private final Map<String, Set<String>> terms;
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
    this.terms = terms();
    this.serviceOf = ordinals(Documents.SERVICE);
    this.guideOf = ordinals(Documents.GUIDE);
    this.fullPhrase = phrases.stream().mapToDouble(this::information).toArray();
    this.ofOneWord = new boolean[phrases.size()];
    for (int i = 0; i < ofOneWord.length; i++) {
      ofOneWord[i] = words.tellingTerms(phrases.get(i)).size() == 1;
    }
  }

  /// How well the words of an utterance match.
  Matches match(String utterance) {
    String text = spelling.mended(shortened(utterance));
    CarerQuery query = new CarerQuery(text, words, terms);
    Matches matches = new Matches(serviceCount, guideCount);
    for (String field : FIELD_NAMES) {
      float weight = Objects.requireNonNull(FIELDS.get(field));
      search(query, field, (doc, score) -> matches.addText(serviceOf[doc], weight * score));
    }
    matches.textIsComplete();
    double asked = information(text);
    double mostOfOneWord = mostOfOneWord(text);
    boolean oneWord = words.tellingTerms(text).size() == 1;
    search(
        query,
        Documents.PHRASE,
        (doc, score) -> {
          double fit = Math.min(1, 2 * score / (asked + fullPhrase[doc]));
          if (serviceOf[doc] >= 0) {
            matches.addServiceFit(serviceOf[doc], fit);
          } else {
            boolean answers = score > mostOfOneWord || (oneWord && ofOneWord[doc]);
            matches.addGuideFit(guideOf[doc], fit, answers);
          }
        });
    return matches;
  }

  /// Whether a text has one of these words or phrases.
  boolean mentions(String text, Set<String> phrases) {
    String terms = " " + String.join(" ", words.terms(text)) + " ";
    return phrases.stream()
        .map(phrase -> " " + String.join(" ", words.terms(phrase)) + " ")
        .anyMatch(phrase -> !phrase.isBlank() && terms.contains(phrase));
  }

  private static String shortened(String utterance) {
    String start = utterance.substring(0, Math.min(utterance.length(), MOST_CHARACTERS));
    String[] parts = start.split("\\s+", MOST_WORDS + 1);
    return String.join(" ", Arrays.asList(parts).subList(0, Math.min(parts.length, MOST_WORDS)));
  }

  /// How much the telling words of a text say, as BM25 weighs words; never 0.
  private double information(String text) {
    double sum = 0;
    for (String term : words.tellingTerms(text)) {
      sum += idf(term) * (words.isFamily(term) ? Weights.FAMILY_WORD : 1);
    }
    return Math.max(sum, 1);
  }

  private double mostOfOneWord(String text) {
    return words.tellingTerms(text).stream().mapToDouble(this::idf).max().orElse(0) * ROUNDING;
  }

  private double idf(String term) {
    try {
      IndexReader reader = searcher.getIndexReader();
      int having = reader.docFreq(new Term(Documents.PHRASE, term));
      if (having == 0) {
        return Weights.UNKNOWN_WORD_IDF;
      }
      return Math.log(1 + (reader.getDocCount(Documents.PHRASE) - having + 0.5) / (having + 0.5));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Hit {
    void found(int doc, double score);
  }

  private void search(CarerQuery words, String field, Hit hit) {
    Optional<Query> query = words.in(field);
    if (query.isEmpty()) {
      return;
    }
    try {
      searcher.search(query.get(), new Hits(hit));
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

  /// One thread searches, so one collector is enough and there is nothing to put together.
  private record Hits(Hit hit) implements CollectorManager<HitCollector, Boolean> {
    @Override
    public HitCollector newCollector() {
      return new HitCollector(hit);
    }

    @Override
    public Boolean reduce(Collection<HitCollector> collectors) {
      return true;
    }
  }

  private static final class HitCollector extends SimpleCollector {
    private final Hit hit;
    private Scorable scorer = new NoScore();
    private int base;

    HitCollector(Hit hit) {
      this.hit = hit;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      base = context.docBase;
    }

    @Override
    public void setScorer(Scorable scorer) {
      this.scorer = scorer;
    }

    @Override
    public void collect(int doc) throws IOException {
      hit.found(base + doc, scorer.score());
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }
  }

  private static final class NoScore extends Scorable {
    @Override
    public float score() {
      return 0;
    }
  }
}
