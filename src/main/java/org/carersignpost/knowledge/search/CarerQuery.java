package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/// Takes utterances apart: their telling words and the synonyms of these, any of them; the more the
/// better.
final class CarerQuery {
  private final Words words;

  /// The phrases that have synonyms, with these, as they were asked for.
  private final Map<String, List<Part>> phrases = new ConcurrentHashMap<>();

  CarerQuery(Words words) {
    this.words = words;
  }

  ReadUtterance read(String utterance) {
    List<String> terms = words.terms(utterance);
    return new ReadUtterance(parts(terms), words.telling(terms));
  }

  /// Terms with their synonyms, in order, small ones left out.
  private List<Part> parts(List<String> terms) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < terms.size()) {
      int phrase = words.withSynonyms(terms, at);
      if (phrase > 0) {
        parts.addAll(ofPhrase(terms.subList(at, at + phrase)));
        at += phrase;
      } else {
        addTerm(terms.get(at), parts);
        at++;
      }
    }
    return parts;
  }

  private List<Part> ofPhrase(List<String> phrase) {
    return phrases.computeIfAbsent(String.join(" ", phrase), this::withSynonyms);
  }

  private List<Part> withSynonyms(String phrase) {
    QueryBuilder builder = new QueryBuilder(words.widened());
    // A synonym of several words counts where they stand together.
    builder.setAutoGenerateMultiTermSynonymsPhraseQuery(true);
    List<Part> parts = new ArrayList<>();
    addParts(builder.createBooleanQuery("", phrase), parts);
    return List.copyOf(parts);
  }

  private void addParts(Query query, List<Part> parts) {
    switch (query) {
      case BooleanQuery any -> {
        for (BooleanClause clause : any) {
          addParts(clause.query(), parts);
        }
      }
      case TermQuery term -> addTerm(term.getTerm().text(), parts);
      case SynonymQuery any ->
          parts.add(new Part(any.getTerms().stream().map(Term::text).toList(), false));
      case PhraseQuery phrase ->
          parts.add(
              new Part(
                  List.of(
                      Arrays.stream(phrase.getTerms())
                          .map(Term::text)
                          .collect(Collectors.joining(" "))),
                  false));
      default -> throw new IllegalStateException("synonyms made a " + query.getClass());
    }
  }

  private void addTerm(String term, List<Part> parts) {
    if (!words.isSmall(term)) {
      parts.add(new Part(List.of(term), words.isFamily(term)));
    }
  }
}
