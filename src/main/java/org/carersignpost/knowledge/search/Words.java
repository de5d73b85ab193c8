package org.carersignpost.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.CharsRef;
import org.carersignpost.knowledge.files.KnowledgeBase;

/// Makes terms of words: lower case, without apostrophes, stemmed; a query's words with their
/// synonyms.
///
/// Small words stay in the index, because phrases need them (`power of attorney`), but no query
/// asks for one alone.
final class Words {
  /// Without `i'll`, `i'd`, `she'd` and the like: without their apostrophes they are `ill`, `id`
  /// and `shed`.
  private static final String SMALL_WORDS =
      """
      a about actually after again all also always am an and another any anybody anyone anything are aren't around as at
      away back be because been before being bit but by can cannot can't come coming could couldn't did didn't do does
      doesn't doing done don't each either else even ever every everybody everyone everything for from get gets getting
      give go goes going gone gonna got had hadn't has hasn't have haven't having he he'd hello help helping her
      here hers herself he's hey hi him himself his how i if i'm in into is isn't it its it's itself i've just
      know let like look looking lot made make many may maybe me might more most much must my myself need needing needs
      no nobody nor not nothing now of off ok on one only or other our out over own person please put really said same
      say says see she she's should so some somebody someone something soon still such sure take tell than
      thank thanks that that's the their them themselves then there there's these they they're they've thing things
      think this those though to too told try trying u up ur us use used very want wanting wants was wasn't way we
      well were we're we've what what's when where which while who who's why will with won't would wouldn't yeah yes yet
      you your you're yours
      """;

  private static final String SEPARATOR = String.valueOf(SynonymMap.WORD_SEPARATOR);

  private final Analyzer plain = plainAnalyzer();
  private final Analyzer widened;

  /// The phrases that have synonyms, by their first term; the longest first.
  private final Map<String, List<List<String>>> withSynonyms = new HashMap<>();

  /// The phrases of several words that have synonyms or are one, by their first term.
  private final Map<String, Set<List<String>>> phrases = new HashMap<>();

  private final Set<String> small;
  private final Set<String> family;

  /// @param synonyms lines in Solr's format
  /// @param family what carers call those they look after
  Words(List<String> synonyms, Collection<String> family) {
    this.widened = widenedAnalyzer(synonymMap(synonyms));
    withSynonyms
        .values()
        .forEach(all -> all.sort(Comparator.comparingInt((List<String> p) -> p.size()).reversed()));
    this.small = Set.copyOf(terms(SMALL_WORDS));
    Set<String> familyTerms = new HashSet<>();
    family.forEach(name -> familyTerms.addAll(terms(name)));
    familyTerms.removeAll(small);
    this.family = Set.copyOf(familyTerms);
  }

  /// The words of a knowledge base.
  static Words of(KnowledgeBase base) {
    return new Words(
        base.synonyms(),
        base.taxonomy().relations().stream()
            .flatMap(relation -> relation.words().stream())
            .toList());
  }

  /// For what is indexed.
  Analyzer plain() {
    return plain;
  }

  /// For terms joined by spaces, which get their synonyms.
  Analyzer widened() {
    return widened;
  }

  /// How many of the terms from a place on are a phrase that has synonyms, as many as possible; 0
  /// where none is.
  int withSynonyms(List<String> terms, int from) {
    for (List<String> phrase : withSynonyms.getOrDefault(terms.get(from), List.of())) {
      int to = from + phrase.size();
      if (to <= terms.size() && phrase.equals(terms.subList(from, to))) {
        return phrase.size();
      }
    }
    return 0;
  }

  /// The phrases of several words in a row of terms that have synonyms or are one, their words
  /// joined by single spaces.
  List<String> phrasesIn(List<String> terms) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      for (List<String> phrase : phrases.getOrDefault(terms.get(i), Set.of())) {
        int end = i + phrase.size();
        if (end <= terms.size() && phrase.equals(terms.subList(i, end))) {
          found.add(String.join(" ", phrase));
        }
      }
    }
    return found;
  }

  boolean isSmall(String term) {
    return small.contains(term);
  }

  /// Whether it is only who the person looked after is.
  boolean isFamily(String term) {
    return family.contains(term);
  }

  /// The terms of a text in order, without synonyms.
  List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = plain.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  /// The terms that say something, each once.
  Set<String> telling(List<String> terms) {
    Set<String> telling = new LinkedHashSet<>();
    for (String term : terms) {
      if (!small.contains(term)) {
        telling.add(term);
      }
    }
    return telling;
  }

  private SynonymMap synonymMap(List<String> lines) {
    SynonymMap.Builder builder = new SynonymMap.Builder(true);
    for (String line : lines) {
      int arrow = line.indexOf("=>");
      if (arrow >= 0) {
        Set<String> right = phrases(line.substring(arrow + 2));
        for (String from : phrases(line.substring(0, arrow))) {
          right.forEach(to -> add(builder, from, to, false));
        }
      } else {
        Set<String> all = phrases(line);
        for (String from : all) {
          all.stream().filter(to -> !holds(to, from)).forEach(to -> add(builder, from, to, true));
        }
      }
    }
    try {
      return builder.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a phrase has all of another: who asks for `carer` finds `unpaid carer` anyway, and
  /// would find it twice.
  private static boolean holds(String phrase, String other) {
    return (SEPARATOR + phrase + SEPARATOR).contains(SEPARATOR + other + SEPARATOR);
  }

  private void add(SynonymMap.Builder builder, String from, String to, boolean keep) {
    builder.add(new CharsRef(from), new CharsRef(to), keep);
    List<String> phrase = List.of(from.split(SEPARATOR));
    for (List<String> either : List.of(phrase, List.of(to.split(SEPARATOR)))) {
      if (either.size() > 1) {
        phrases.computeIfAbsent(either.getFirst(), _ -> new LinkedHashSet<>()).add(either);
      }
    }
    List<List<String>> known =
        withSynonyms.computeIfAbsent(phrase.getFirst(), _ -> new ArrayList<>());
    if (!known.contains(phrase)) {
      known.add(phrase);
    }
  }

  /// The phrases between commas, stemmed, in the form that [SynonymMap] wants.
  private Set<String> phrases(String commaSeparated) {
    Set<String> phrases = new LinkedHashSet<>();
    for (String phrase : commaSeparated.split(",", -1)) {
      List<String> terms = terms(phrase);
      if (!terms.isEmpty()) {
        phrases.add(String.join(SEPARATOR, terms));
      }
    }
    return phrases;
  }

  private static Analyzer widenedAnalyzer(SynonymMap synonyms) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new WhitespaceTokenizer();
        return synonyms.fst == null
            ? new TokenStreamComponents(tokenizer)
            : new TokenStreamComponents(
                tokenizer, new SynonymGraphFilter(tokenizer, synonyms, false));
      }
    };
  }

  private static Analyzer plainAnalyzer() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream stream = new LowerCaseFilter(tokenizer);
        stream = new EnglishPossessiveFilter(stream);
        stream = new PorterStemFilter(new ApostropheFilter(stream));
        return new TokenStreamComponents(tokenizer, stream);
      }

      @Override
      public int getPositionIncrementGap(String field) {
        return 10;
      }
    };
  }

  /// Takes apostrophes out, because carers leave them out: `can't` and `cant` are one word.
  private static final class ApostropheFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    ApostropheFilter(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      char[] letters = term.buffer();
      int kept = 0;
      for (int i = 0; i < term.length(); i++) {
        char c = letters[i];
        if (c != '\'' && c != '\u2019') {
          letters[kept++] = c;
        }
      }
      term.setLength(kept);
      return true;
    }
  }
}
