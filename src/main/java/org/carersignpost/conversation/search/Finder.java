package org.carersignpost.conversation.search;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.carersignpost.conversation.ConversationQuery;
import org.carersignpost.conversation.ConversationSearch;
import org.carersignpost.conversation.FoundConversation;
import org.carersignpost.conversation.Page;

/// Asks one state of the index.
final class Finder {
  private static final Sort BEST_THEN_NEWEST =
      new Sort(SortField.FIELD_SCORE, new SortField(Documents.LAST_AT, SortField.Type.LONG, true));

  private static final Page<FoundConversation> NOTHING = new Page<>(List.of(), 0);

  private final Queries queries;

  Finder(ZoneId zone) {
    this.queries = new Queries(zone);
  }

  /// @param after conversations must have gone on after this
  Page<FoundConversation> find(
      IndexSearcher index,
      ConversationQuery asked,
      Predicate<Optional<String>> visible,
      Instant after,
      int page,
      int size)
      throws IOException {
    List<Wanted> words = Wanted.of(asked.words());
    if (words.isEmpty() && !asked.words().isBlank()) {
      return NOTHING;
    }
    Query filter = queries.filter(asked, teams(index.getIndexReader(), visible), after);
    int from = Math.clamp(page, 0, ConversationSearch.MOST_PAGES) * sizeOf(size);
    int to = page < ConversationSearch.MOST_PAGES ? from + sizeOf(size) : from;
    TopDocs found = best(index, Queries.of(words, words.size(), filter), to);
    int most = words.size() / 2 + 1;
    if (found.totalHits.value() == 0 && most < words.size()) {
      found = best(index, Queries.of(words, most, filter), to);
    }
    List<FoundConversation> items = new ArrayList<>();
    for (int i = from; i < Math.min(to, found.scoreDocs.length); i++) {
      items.add(found(index, found.scoreDocs[i], words));
    }
    return new Page<>(items, found.totalHits.value());
  }

  private static int sizeOf(int size) {
    return Math.clamp(size, 1, ConversationSearch.MOST_A_PAGE);
  }

  private static TopDocs best(IndexSearcher index, Query query, int most) throws IOException {
    return index.search(
        query,
        new TopFieldCollectorManager(BEST_THEN_NEWEST, Math.max(most, 1), Integer.MAX_VALUE));
  }

  private static FoundConversation found(IndexSearcher index, ScoreDoc hit, List<Wanted> words)
      throws IOException {
    Document kept = index.storedFields().document(hit.doc);
    double score = hit instanceof FieldDoc sorted && sorted.fields[0] instanceof Float f ? f : 0;
    return new FoundConversation(
        Contents.idOf(index.getIndexReader(), hit.doc), score, Snippets.of(kept, words));
  }

  /// The terms of those teams in the index whose conversations may be seen.
  private static List<String> teams(IndexReader index, Predicate<Optional<String>> visible)
      throws IOException {
    List<String> teams = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(index, Documents.TEAM);
    TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      String team = term.utf8ToString();
      if (visible.test(Documents.teamOf(team))) {
        teams.add(team);
      }
    }
    return teams;
  }
}
