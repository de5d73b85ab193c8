package org.carersignpost.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/// The services in Lucene: picks a bounded number that may answer a need out of any number.
///
/// It is built once, held in memory and never changed. A service is one document, and the number of
/// the document is its ordinal.
final class TextIndex {
  private final IndexSearcher searcher;

  private TextIndex(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /// Gathers the services, in the order of their ordinals.
  static final class Builder {
    /// What a county's directory takes is far less; a large one is written in a few pieces.
    private static final double BUFFER_MEGABYTES = 64;

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;

    Builder() {
      // Merging would change the numbers of the documents.
      IndexWriterConfig config =
          new IndexWriterConfig()
              .setMergePolicy(NoMergePolicy.INSTANCE)
              .setSimilarity(bm25())
              .setRAMBufferSizeMB(BUFFER_MEGABYTES);
      try {
        writer = new IndexWriter(directory, config);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// The next service.
    ///
    /// @param terms every term of it, and its phrases that have synonyms
    void add(Listing listing, List<String> terms) {
      try {
        writer.addDocument(Documents.of(listing, terms));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    TextIndex build() {
      try {
        writer.close();
        // The reader lives as long as this index, and its bytes are on the heap: nothing to close.
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setSimilarity(bm25());
        searcher.setQueryCache(null);
        return new TextIndex(searcher);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static BM25Similarity bm25() {
      return new BM25Similarity(Weights.BM25_K1, Weights.BM25_B);
    }
  }

  /// The services of some areas that are likeliest to answer a need, by their ordinals.
  ///
  /// Only rough: words anywhere in the record, topics and conditions. Lucene leaves out what cannot
  /// be among the best, which it can as long as these are all that is asked.
  ///
  /// @param parts of the utterance, those that say most
  /// @param most how many at most
  int[] likeliest(List<Part> parts, Asking asking, Collection<String> areas, int most) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    parts.forEach(part -> any.add(likely(part), Occur.SHOULD));
    asking
        .topics()
        .forEach((topic, probability) -> addFeature(any, Documents.TOPIC, topic, probability));
    if (!asking.topics().isEmpty() && !asking.topics().containsKey(Asking.GENERAL_SUPPORT)) {
      addFeature(any, Documents.TOPIC, Asking.GENERAL_SUPPORT, Weights.GENERAL_SUPPORT);
    }
    for (String condition : asking.conditions()) {
      addFeature(any, Documents.CONDITION, condition, Weights.CONDITION);
    }
    any.setMinimumNumberShouldMatch(1);
    any.add(
        new TermInSetQuery(Documents.AREA, areas.stream().map(BytesRef::new).toList()),
        Occur.FILTER);
    try {
      ScoreDoc[] found =
          searcher.search(any.build(), new TopScoreDocCollectorManager(most, null, most)).scoreDocs;
      return IntStream.range(0, found.length).map(i -> found[i].doc).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query likely(Part part) {
    SynonymQuery.Builder any = new SynonymQuery.Builder(Documents.TERMS);
    part.any().forEach(term -> any.addTerm(new Term(Documents.TERMS, term)));
    return new BoostQuery(any.build(), Weights.LIKELY_BY_TEXT * (float) part.worth());
  }

  private static void addFeature(
      BooleanQuery.Builder into, String field, String feature, double weight) {
    if (weight > 0) {
      into.add(FeatureField.newLinearQuery(field, feature, (float) weight), Occur.SHOULD);
    }
  }
}
