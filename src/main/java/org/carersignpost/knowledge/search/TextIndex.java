package org.carersignpost.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.carersignpost.knowledge.files.Taxonomy;

/// The services in Lucene: picks a bounded number that may answer a need out of any number, and
/// says how well words match each of these.
///
/// It is built once, held in memory and never changed. A service is one document, and the number of
/// the document is its ordinal.
final class TextIndex {
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

  /// What a county's directory takes is far less; a large one is written in a few pieces.
  private static final double BUFFER_MEGABYTES = 64;

  private final CarerQuery query;
  private final IndexSearcher searcher;

  /// @param listings each at the place of its ordinal
  TextIndex(Words words, CarerQuery query, List<Listing> listings, Taxonomy taxonomy) {
    this.query = query;
    IndexWriterConfig config = new IndexWriterConfig(words.plain());
    config.setSimilarity(new BM25Similarity(Weights.BM25_K1, Weights.BM25_B));
    // Merging would change the numbers of the documents.
    config.setMergePolicy(NoMergePolicy.INSTANCE);
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try {
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (Listing listing : listings) {
          writer.addDocument(Documents.of(listing, taxonomy));
        }
      }
      // The reader lives as long as this index, and its bytes are on the heap: nothing to close.
      this.searcher = new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    searcher.setSimilarity(config.getSimilarity());
    searcher.setQueryCache(null);
  }

  /// The services of some areas that are likeliest to answer a need, by their ordinals.
  ///
  /// Only rough: words anywhere in the record, topics, conditions, and between equals the record
  /// that can be relied upon.
  ///
  /// @param most how many at most
  int[] likeliest(ReadUtterance utterance, Asking asking, Collection<String> areas, int most) {
    BooleanQuery.Builder relevant = new BooleanQuery.Builder();
    for (Query part : utterance.parts()) {
      relevant.add(
          new BoostQuery(query.in(Documents.ALL, part), Weights.LIKELY_BY_TEXT), Occur.SHOULD);
    }
    asking
        .topics()
        .forEach((topic, probability) -> addFeature(relevant, Documents.TOPIC, topic, probability));
    if (!asking.topics().isEmpty() && !asking.topics().containsKey(Asking.GENERAL_SUPPORT)) {
      addFeature(relevant, Documents.TOPIC, Asking.GENERAL_SUPPORT, Weights.GENERAL_SUPPORT);
    }
    for (String condition : asking.conditions()) {
      addFeature(relevant, Documents.CONDITION, condition, Weights.CONDITION);
    }
    BooleanQuery.Builder whole = new BooleanQuery.Builder();
    whole.add(relevant.build(), Occur.MUST);
    addFeature(whole, Documents.QUALITY, Documents.QUALITY, Weights.LIKELY_BY_QUALITY);
    whole.add(
        new TermInSetQuery(Documents.AREA, areas.stream().map(BytesRef::new).toList()),
        Occur.FILTER);
    try {
      ScoreDoc[] found = searcher.search(whole.build(), most).scoreDocs;
      return IntStream.range(0, found.length).map(i -> found[i].doc).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addFeature(
      BooleanQuery.Builder into, String field, String feature, double weight) {
    if (weight > 0) {
      into.add(FeatureField.newLinearQuery(field, feature, (float) weight), Occur.SHOULD);
    }
  }

  /// How well the words of an utterance match some services, by the weights of the fields.
  ///
  /// @param ordinals in ascending order
  /// @return in the same order
  double[] scores(ReadUtterance utterance, int[] ordinals) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Query part : utterance.parts()) {
      for (String field : FIELD_NAMES) {
        any.add(
            new BoostQuery(query.in(field, part), FIELDS.getOrDefault(field, 1f)), Occur.SHOULD);
      }
    }
    double[] scores = new double[ordinals.length];
    try {
      Query rewritten = searcher.rewrite(any.build());
      Weight weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE, 1);
      int next = 0;
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        int end = leaf.docBase + leaf.reader().maxDoc();
        int first = next;
        while (next < ordinals.length && ordinals[next] < end) {
          next++;
        }
        if (first < next) {
          addScores(weight, leaf, ordinals, first, next, scores);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scores;
  }

  private static void addScores(
      Weight weight, LeafReaderContext leaf, int[] ordinals, int from, int to, double[] scores)
      throws IOException {
    Scorer scorer = weight.scorer(leaf);
    if (scorer == null) {
      return;
    }
    DocIdSetIterator docs = scorer.iterator();
    for (int i = from; i < to; i++) {
      int wanted = ordinals[i] - leaf.docBase;
      int doc = docs.docID() < wanted ? docs.advance(wanted) : docs.docID();
      if (doc == wanted) {
        scores[i] = scorer.score();
      }
    }
  }
}
