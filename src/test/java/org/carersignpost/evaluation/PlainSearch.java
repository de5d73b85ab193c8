package org.carersignpost.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceRecord;

/// What anybody would build first, to compare with: all text of a service or guide in one field,
/// Lucene's English analysis, BM25 as it comes, any of the words, the place among them.
final class PlainSearch {
  private static final String ID = "id";
  private static final String TEXT = "text";

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final IndexSearcher searcher;

  PlainSearch(KnowledgeBase base) {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (ServiceRecord service : base.services()) {
        if (service.isActive()) {
          writer.addDocument(document(service.slug(), textOf(service)));
        }
      }
      for (GuideRecord guide : base.guides()) {
        writer.addDocument(document(Rankings.GUIDE + guide.id(), textOf(guide)));
      }
      writer.commit();
      searcher = new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(String id, List<String> texts) {
    Document document = new Document();
    document.add(new StoredField(ID, id));
    document.add(new TextField(TEXT, String.join("\n", texts), Field.Store.NO));
    return document;
  }

  private static List<String> textOf(ServiceRecord service) {
    List<String> texts =
        new ArrayList<>(
            List.of(
                service.name(),
                service.alternateName(),
                service.description(),
                service.organization().name(),
                service.signpost().text(),
                service.signpost().spoken()));
    texts.addAll(service.signpost().keywords());
    service.eligibilityDescription().ifPresent(texts::add);
    service.serviceAreas().forEach(area -> texts.add(area.name()));
    service.attributes().forEach(topic -> texts.add(topic.taxonomyTerm().name()));
    return texts;
  }

  private static List<String> textOf(GuideRecord guide) {
    List<String> texts = new ArrayList<>(guide.questions());
    texts.addAll(List.of(guide.title(), guide.text(), guide.spoken(), guide.body()));
    return texts;
  }

  /// The ids of what matches best.
  List<String> find(String words, int most) {
    Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, words);
    List<String> found = new ArrayList<>();
    if (query == null) {
      return found;
    }
    try {
      for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
        found.add(Objects.requireNonNull(searcher.storedFields().document(hit.doc).get(ID)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
