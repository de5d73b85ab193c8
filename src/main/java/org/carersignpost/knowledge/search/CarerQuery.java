package org.carersignpost.knowledge.search;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.jspecify.annotations.Nullable;

/// An utterance as a query: its telling words and their synonyms, any of them; the more the better.
///
/// The words are read once and then asked of each field. What a field does not have is left out at
/// once, which spares most of the work of a search.
final class CarerQuery {
  private static final String NO_FIELD = "";

  private final Words words;
  private final Map<String, Set<String>> terms;
  private final @Nullable Query anyField;

  /// @param terms what each field has
  CarerQuery(String text, Words words, Map<String, Set<String>> terms) {
    this.words = words;
    this.terms = terms;
    QueryBuilder builder = new QueryBuilder(words.widened());
    // A synonym of several words counts where they stand together.
    builder.setAutoGenerateMultiTermSynonymsPhraseQuery(true);
    this.anyField = builder.createBooleanQuery(NO_FIELD, text);
  }

  /// The query for one field, or empty when the field has none of the words.
  Optional<Query> in(String field) {
    return anyField == null
        ? Optional.empty()
        : of(anyField, field, terms.getOrDefault(field, Set.of()));
  }

  private Optional<Query> of(Query query, String field, Set<String> there) {
    return switch (query) {
      case BooleanQuery all -> ofAny(all, field, there);
      case BoostQuery boosted ->
          of(boosted.getQuery(), field, there).map(q -> new BoostQuery(q, boosted.getBoost()));
      case TermQuery term -> ofTerm(term.getTerm().text(), field, there);
      case SynonymQuery synonyms -> ofSynonyms(synonyms, field, there);
      case PhraseQuery phrase -> ofPhrase(phrase, field, there);
      default -> Optional.empty();
    };
  }

  private Optional<Query> ofAny(BooleanQuery all, String field, Set<String> there) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (BooleanClause clause : all) {
      of(clause.query(), field, there)
          .ifPresent(query -> builder.add(query, BooleanClause.Occur.SHOULD));
    }
    BooleanQuery any = builder.build();
    return any.clauses().isEmpty() ? Optional.empty() : Optional.of(any);
  }

  private Optional<Query> ofTerm(String text, String field, Set<String> there) {
    if (words.isSmall(text) || !there.contains(text)) {
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
