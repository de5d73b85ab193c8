package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
  private static final int MOST_LOCAL = 120;

  private static final int MOST_NATIONWIDE = 120;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final List<Listing> listings;
  private final Coverage coverage;
  private final Words words;
  private final Spelling spelling;
  private final CarerQuery query;
  private final TextIndex texts;
  private final Guides guides;

  /// Those of the services by their ordinals, then those of the guides.
  private final Phrasebook phrases;

  /// @param listings each at the place of its ordinal
  Candidates(
      KnowledgeBase base, Words words, List<Listing> listings, Coverage coverage, Guides guides) {
    this.listings = listings;
    this.coverage = coverage;
    this.guides = guides;
    this.words = words;
    this.spelling =
        new Spelling(words, Documents.prose(base, listings), Documents.known(base, listings));
    this.query = new CarerQuery(words);
    this.texts = new TextIndex(words, query, listings, base.taxonomy());
    Phrasebook.Builder book = new Phrasebook.Builder(words);
    listings.forEach(listing -> book.add(Documents.phrases(listing.record())));
    for (GuideRecord guide : base.guides()) {
      book.add(Documents.phrases(guide).stream().map(spelling::mended).toList());
    }
    this.phrases = book.build();
  }

  /// What was found.
  ///
  /// @param services those that may be an answer, by ordinal
  /// @param guides how well the questions of each guide fit, in the order of the guides
  record Found(List<Match> services, List<Phrasebook.Fit> guides) {}

  /// What may answer a need.
  Found of(Asking asking, Reach reach) {
    ReadUtterance utterance = read(asking.words());
    Phrasebook.Asked asked = phrases.asked(utterance);
    List<Phrasebook.Fit> guideFits =
        IntStream.range(listings.size(), listings.size() + guides.size())
            .mapToObj(asked::fit)
            .toList();
    Map<Integer, Double> sent = new TreeMap<>(guides.sent(guideFits));
    for (int ordinal : texts.likeliest(utterance, asking, coverage.nations(), MOST_NATIONWIDE)) {
      sent.putIfAbsent(ordinal, 0.0);
    }
    if (!reach.local().isEmpty()) {
      for (int ordinal : texts.likeliest(utterance, asking, reach.local(), MOST_LOCAL)) {
        sent.putIfAbsent(ordinal, 0.0);
      }
    }
    return new Found(matches(utterance, asked, sent), guideFits);
  }

  private List<Match> matches(
      ReadUtterance utterance, Phrasebook.Asked asked, Map<Integer, Double> sent) {
    int[] ordinals = sent.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] scores = texts.scores(utterance, ordinals);
    double best = Math.max(Weights.LEAST_BEST_TEXT, Arrays.stream(scores).max().orElse(0));
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < ordinals.length; i++) {
      matches.add(
          new Match(
              listings.get(ordinals[i]),
              scores[i] / best,
              asked.fit(ordinals[i]).best(),
              sent.getOrDefault(ordinals[i], 0.0)));
    }
    return matches;
  }

  private ReadUtterance read(String utterance) {
    List<String> terms = words.terms(spelling.mended(shortened(utterance)));
    return new ReadUtterance(query.parts(terms), words.telling(terms));
  }

  private static String shortened(String utterance) {
    String start = utterance.substring(0, Math.min(utterance.length(), MOST_CHARACTERS));
    String[] parts = SPACES.split(start, MOST_WORDS + 1);
    return String.join(" ", Arrays.asList(parts).subList(0, Math.min(parts.length, MOST_WORDS)));
  }
}
