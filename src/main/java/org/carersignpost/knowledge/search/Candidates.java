package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.KnowledgeBase;

/// Finds what may answer a need: a bounded number of services out of any number, each with how well
/// the words match it, and how well they fit each guide.
///
/// However large the directory, what comes afterwards costs the same.
final class Candidates {
  /// Longer utterances are read up to here; a need is named early.
  static final int MOST_CHARACTERS = 320;

  private static final int MOST_WORDS = 48;

  /// More than a carer could ever be told, and more than the services near anybody.
  private static final int MOST_LOCAL = 90;

  private static final int MOST_NATIONWIDE = 90;

  /// The rarest words of a long message say what it is about.
  private static final int MOST_PARTS_TO_CHOOSE_BY = 8;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final List<Listing> listings;
  private final Coverage coverage;
  private final Guides guides;
  private final Spelling spelling;
  private final CarerQuery query;
  private final TextIndex texts;
  private final TermScores scores;

  /// Those of the services by their ordinals, then those of the guides.
  private final Phrasebook phrases;

  /// Those of the services by their ordinals, then those of the guides.
  private final Directions directions;

  private Candidates(
      Builder from, KnowledgeBase base, Coverage coverage, Guides guides, Words words) {
    this.listings = List.copyOf(from.listings);
    this.coverage = coverage;
    this.guides = guides;
    this.spelling = spelling(from.vocabulary, base, words);
    this.query = new CarerQuery(words);
    for (GuideRecord guide : base.guides()) {
      from.directions.add(Documents.phrases(guide));
      from.phrases.add(
          Documents.phrases(guide).stream().map(spelling::mended).map(words::terms).toList());
    }
    this.texts = from.texts.build();
    this.scores = from.scores.build();
    this.phrases = from.phrases.build();
    this.directions = from.directions.build();
  }

  private Spelling spelling(Vocabulary ofServices, KnowledgeBase base, Words words) {
    List<String> prose = Documents.prose(base);
    Set<String> terms = new HashSet<>(ofServices.all());
    Stream.concat(prose.stream(), Documents.known(base).stream())
        .forEach(text -> terms.addAll(words.terms(text)));
    return new Spelling(
        words,
        Stream.concat(
            listings.stream().flatMap(listing -> Documents.prose(listing.record())),
            prose.stream()),
        terms);
  }

  /// Gathers the services.
  static final class Builder {
    private final KnowledgeBase base;
    private final Words words;
    private final List<Listing> listings = new ArrayList<>();
    private final TextIndex.Builder texts = new TextIndex.Builder();
    private final Vocabulary vocabulary = new Vocabulary();
    private final TermScores.Builder scores;
    private final Phrasebook.Builder phrases;
    private final Directions.Builder directions;

    Builder(KnowledgeBase base, Words words, Meaning meaning) {
      this.base = base;
      this.words = words;
      this.scores = new TermScores.Builder(words, vocabulary);
      this.phrases = new Phrasebook.Builder(words, vocabulary);
      this.directions = new Directions.Builder(meaning);
    }

    /// The next service, in the order of the ordinals.
    void add(Listing listing, ServiceTexts of) {
      listings.add(listing);
      texts.add(listing, scores.add(of));
      phrases.add(of.phrases());
      directions.add(Documents.gist(listing.record()));
    }

    Candidates build(Coverage coverage, Guides guides) {
      return new Candidates(this, base, coverage, guides, words);
    }
  }

  /// What was found.
  ///
  /// @param services those that may be an answer, by ordinal
  /// @param guides how well the questions of each guide fit, in the order of the guides
  record Found(List<Match> services, List<GuideMatch> guides) {}

  /// How well a guide matches.
  ///
  /// @param fit how well one of its questions fits the words
  /// @param near how near one of its questions is to what the words are about, -1 to 1
  record GuideMatch(Phrasebook.Fit fit, double near) {}

  /// What may answer a need.
  Found of(Asking asking, Reach reach) {
    ReadUtterance utterance = query.read(spelling.mended(shortened(asking.words())));
    Phrasebook.Asked asked = phrases.asked(utterance);
    byte[] direction = directions.of(shortened(asking.words()));
    List<GuideMatch> ofGuides =
        IntStream.range(listings.size(), listings.size() + guides.size())
            .mapToObj(i -> new GuideMatch(asked.fit(i), directions.nearness(direction, i)))
            .toList();
    List<int[]> known = scores.known(utterance);
    List<Part> telling = rarest(utterance, known);
    Map<Integer, Double> sent = new TreeMap<>(guides.sent(asking, ofGuides));
    add(sent, telling, asking, coverage.nations(), MOST_NATIONWIDE);
    add(sent, telling, asking, reach.local(), MOST_LOCAL);
    return new Found(matches(utterance, known, asked, direction, sent), ofGuides);
  }

  private List<Part> rarest(ReadUtterance utterance, List<int[]> known) {
    return IntStream.range(0, known.size())
        .filter(i -> known.get(i).length > 0)
        .boxed()
        .sorted(Comparator.comparingInt(i -> scores.common(known.get(i))))
        .map(utterance.parts()::get)
        .distinct()
        .limit(MOST_PARTS_TO_CHOOSE_BY)
        .toList();
  }

  private void add(
      Map<Integer, Double> sent,
      List<Part> telling,
      Asking asking,
      Collection<String> areas,
      int most) {
    if (!areas.isEmpty()) {
      for (int ordinal : texts.likeliest(telling, asking, areas, most)) {
        sent.putIfAbsent(ordinal, 0.0);
      }
    }
  }

  private List<Match> matches(
      ReadUtterance utterance,
      List<int[]> known,
      Phrasebook.Asked asked,
      byte[] direction,
      Map<Integer, Double> sent) {
    int[] ordinals = sent.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] words =
        Arrays.stream(ordinals).mapToDouble(i -> scores.of(known, utterance, i)).toArray();
    double best = Math.max(Weights.LEAST_BEST_TEXT, Arrays.stream(words).max().orElse(0));
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < ordinals.length; i++) {
      matches.add(
          new Match(
              listings.get(ordinals[i]),
              words[i] / best,
              asked.fit(ordinals[i]).best(),
              directions.nearness(direction, ordinals[i]),
              sent.getOrDefault(ordinals[i], 0.0)));
    }
    return matches;
  }

  private static String shortened(String utterance) {
    String start = utterance.substring(0, Math.min(utterance.length(), MOST_CHARACTERS));
    String[] parts = SPACES.split(start, MOST_WORDS + 1);
    return String.join(" ", Arrays.asList(parts).subList(0, Math.min(parts.length, MOST_WORDS)));
  }
}
