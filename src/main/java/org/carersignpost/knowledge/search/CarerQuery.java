package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/// Makes queries of utterances: their telling words and the synonyms of these, any of them; the
/// more the better.
///
/// An utterance is taken apart into its words, each with its synonyms, because what each matches
/// adds up. A word is first of no field, and then asked of each field that has it.
final class CarerQuery {
  private static final String NO_FIELD = "";

  private final Words words;

  /// The phrases that have synonyms, with these, as they were asked for.
  private final Map<String, List<Query>> phrases = new ConcurrentHashMap<>();

  CarerQuery(Words words) {
    this.words = words;
  }

  /// Terms with their synonyms, in order and of no field, small ones left out.
  List<Query> parts(List<String> terms) {
    List<Query> parts = new ArrayList<>();
    int at = 0;
    while (at < terms.size()) {
      int phrase = words.withSynonyms(terms, at);
      if (phrase > 0) {
        parts.addAll(ofPhrase(terms.subList(at, at + phrase)));
        at += phrase;
      } else {
        addParts(new TermQuery(new Term(NO_FIELD, terms.get(at))), parts);
        at++;
      }
    }
    return parts;
  }

  private List<Query> ofPhrase(List<String> phrase) {
    return phrases.computeIfAbsent(String.join(" ", phrase), this::withSynonyms);
  }

  private List<Query> withSynonyms(String phrase) {
    QueryBuilder builder = new QueryBuilder(words.widened());
    // A synonym of several words counts where they stand together.
    builder.setAutoGenerateMultiTermSynonymsPhraseQuery(true);
    List<Query> parts = new ArrayList<>();
    addParts(builder.createBooleanQuery(NO_FIELD, phrase), parts);
    return List.copyOf(parts);
  }

  private void addParts(Query query, List<Query> parts) {
    switch (query) {
      case BooleanQuery any -> {
        for (BooleanClause clause : any) {
          addParts(clause.query(), parts);
        }
      }
      case TermQuery term -> {
        if (!words.isSmall(term.getTerm().text())) {
          parts.add(term);
        }
      }
      default -> parts.add(query);
    }
  }

  /// A part asked of one field.
  Query in(String field, Query part) {
    return switch (part) {
      case TermQuery term -> {
        Query query = new TermQuery(new Term(field, term.getTerm().text()));
        yield words.isFamily(term.getTerm().text())
            ? new BoostQuery(query, Weights.FAMILY_WORD)
            : query;
      }
      case SynonymQuery synonyms -> {
        SynonymQuery.Builder builder = new SynonymQuery.Builder(field);
        synonyms.getTerms().forEach(term -> builder.addTerm(new Term(field, term.text())));
        yield builder.build();
      }
      case PhraseQuery phrase -> {
        PhraseQuery.Builder builder = new PhraseQuery.Builder();
        for (int i = 0; i < phrase.getTerms().length; i++) {
          builder.add(new Term(field, phrase.getTerms()[i].text()), phrase.getPositions()[i]);
        }
        yield builder.build();
      }
      default -> throw new IllegalStateException("no part of an utterance is a " + part.getClass());
    };
  }
}
