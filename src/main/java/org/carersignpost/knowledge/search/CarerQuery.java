package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/// Makes queries of utterances: their telling words and the synonyms of these, any of them; the
/// more the better.
///
/// An utterance is taken apart into its words, each with its synonyms, because what each matches
/// adds up. A word is first of no field, and then asked of each field that has it.
final class CarerQuery {
  private static final String NO_FIELD = "";

  private final Words words;
  private final Map<String, Set<String>> terms;

  /// The phrases that have synonyms, with these, as they were asked for.
  private final Map<String, List<Query>> phrases = new ConcurrentHashMap<>();

  /// @param terms what each field has
  CarerQuery(Words words, Map<String, Set<String>> terms) {
    this.words = words;
    this.terms = terms;
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

  /// Whether any field has a part.
  boolean isKnown(Query part) {
    return terms.keySet().stream().anyMatch(field -> in(field, part).isPresent());
  }

  /// A part asked of one field, or empty when the field does not have it.
  Optional<Query> in(String field, Query part) {
    Set<String> there = terms.getOrDefault(field, Set.of());
    return switch (part) {
      case TermQuery term -> ofTerm(term.getTerm().text(), field, there);
      case SynonymQuery synonyms -> ofSynonyms(synonyms, field, there);
      case PhraseQuery phrase -> ofPhrase(phrase, field, there);
      default -> Optional.empty();
    };
  }

  private Optional<Query> ofTerm(String text, String field, Set<String> there) {
    if (!there.contains(text)) {
      return Optional.empty();
    }
    Query query = new TermQuery(new Term(field, text));
    return Optional.of(words.isFamily(text) ? new BoostQuery(query, Weights.FAMILY_WORD) : query);
  }

  private static Optional<Query> ofSynonyms(
      SynonymQuery synonyms, String field, Set<String> there) {
    SynonymQuery.Builder builder = new SynonymQuery.Builder(field);
    boolean any = false;
    for (Term term : synonyms.getTerms()) {
      if (there.contains(term.text())) {
        builder.addTerm(new Term(field, new BytesRef(term.text())));
        any = true;
      }
    }
    return any ? Optional.of(builder.build()) : Optional.empty();
  }

  private static Optional<Query> ofPhrase(PhraseQuery phrase, String field, Set<String> there) {
    if (!Arrays.stream(phrase.getTerms()).map(Term::text).allMatch(there::contains)) {
      return Optional.empty();
    }
    PhraseQuery.Builder builder = new PhraseQuery.Builder();
    int[] positions = phrase.getPositions();
    for (int i = 0; i < positions.length; i++) {
      builder.add(new Term(field, phrase.getTerms()[i].text()), positions[i]);
    }
    return Optional.of(builder.build());
  }
}
