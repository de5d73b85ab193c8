package org.carersignpost.conversation.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST;
import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.carersignpost.conversation.ConversationQuery;

/// Makes Lucene's queries.
///
/// A word counts the same however rare it is and however often it was said. So many conversations
/// are equally good and the newest of them comes first; and no score tells anything of
/// conversations that the asker may not see.
final class Queries {
  /// How much a word counts by where it was found; a word nearly like it counts half.
  private static final Map<String, Float> FIELDS =
      Map.of(
          Documents.SAID, 8f,
          Documents.PLACE, 4f,
          Documents.ABOUT, 4f,
          Documents.BOT, 2f);

  private static final float OF_A_NEAR_WORD = 0.5f;
  private static final int MOST_CHARACTERS = 100;
  private static final Pattern POSTCODE =
      Pattern.compile("([A-Z]{1,2}[0-9][0-9A-Z]?) ?[0-9][A-Z]{2}");

  private final ZoneId zone;

  Queries(ZoneId zone) {
    this.zone = zone;
  }

  /// All that is asked for but the words.
  ///
  /// @param teams terms of the teams whose conversations may be seen
  /// @param after conversations must have gone on after this
  Query filter(ConversationQuery asked, Collection<String> teams, Instant after) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(anyOf(Documents.TEAM, teams), FILTER);
    all.add(times(asked, after), FILTER);
    asked.topic().ifPresent(topic -> all.add(anyOf(Documents.TOPIC, List.of(topic)), FILTER));
    asked.place().filter(place -> !place.isBlank()).ifPresent(place -> all.add(in(place), FILTER));
    if (!asked.states().isEmpty()) {
      all.add(anyOf(Documents.STATE, asked.states()), FILTER);
    }
    if (!asked.priorities().isEmpty()) {
      all.add(anyOf(Documents.PRIORITY, asked.priorities()), FILTER);
    }
    return all.build();
  }

  /// Conversations in which so many of the words are, if the filter lets them pass.
  ///
  /// @param least how many of the words; with none asked for, all pass and are equally good
  static Query of(List<Wanted> words, int least, Query filter) {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(filter, FILTER);
    if (words.isEmpty()) {
      return query.add(new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE), MUST).build();
    }
    BooleanQuery.Builder said = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
    words.forEach(word -> said.add(anywhere(word), SHOULD));
    return query.add(said.build(), MUST).build();
  }

  /// Conversations that ended no later than this.
  static Query until(Instant end) {
    return LongPoint.newRangeQuery(Documents.LAST_AT, Long.MIN_VALUE, end.toEpochMilli());
  }

  private static Query anywhere(Wanted word) {
    List<Query> ways = new ArrayList<>();
    FIELDS.forEach((field, weight) -> {
      float ofAll = weight * word.terms().size();
      ways.add(scored(exactly(field, word.terms()), ofAll));
      nearly(field, word).ifPresent(near -> ways.add(scored(near, ofAll * OF_A_NEAR_WORD)));
    });
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static Query exactly(String field, List<String> terms) {
    if (terms.size() == 1) {
      return new TermQuery(new Term(field, terms.getFirst()));
    }
    return new PhraseQuery(field, terms.toArray(String[]::new));
  }

  private static Optional<Query> nearly(String field, Wanted word) {
    return word.near().map(near -> new NearQuery(field, word.terms().getFirst(), near));
  }

  private static Query scored(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  private static Query anyOf(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }

  private Query times(ConversationQuery asked, Instant after) {
    long from = asked.from().map(this::startOf).orElse(Long.MIN_VALUE);
    long to = asked.to().map(day -> startOf(day.plusDays(1)) - 1).orElse(Long.MAX_VALUE);
    return LongPoint.newRangeQuery(Documents.LAST_AT, Math.max(from, after.toEpochMilli() + 1), to);
  }

  private long startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /// Every word of the place, in its name or in the names of its areas.
  private static Query in(String place) {
    String name = place.substring(0, Math.min(place.length(), MOST_CHARACTERS));
    Matcher postcode = POSTCODE.matcher(name.strip().toUpperCase(Locale.ROOT));
    // Places are districts at most.
    List<Wanted> words = Wanted.of(postcode.matches() ? postcode.replaceFirst("$1") : name);
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("nothing that could be a place");
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Wanted word : words) {
      BooleanQuery.Builder either = new BooleanQuery.Builder();
      either.add(exactly(Documents.PLACE, word.terms()), SHOULD);
      nearly(Documents.PLACE, word).ifPresent(near -> either.add(near, SHOULD));
      all.add(either.build(), FILTER);
    }
    return all.build();
  }
}
