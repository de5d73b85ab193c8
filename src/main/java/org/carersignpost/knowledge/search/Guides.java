package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carersignpost.dialogue.Place;
import org.carersignpost.knowledge.files.GuideRecord;

/// Finds the guide that clearly answers a question, or none.
final class Guides {
  private static final Pattern QUESTION =
      Pattern.compile(
          "\\?|\\b(how|what|whats|who|which|when|why|can (i|he|she|we|they|you|my)|am i|are (we|they)|is (he|she|it|there)"
              + "|do (i|we|you|they)|does|should|could|entitled|allowed|rights?|qualify|eligible)\\b");

  private final List<GuideRecord> guides;
  private final Coverage coverage;
  private final Map<String, Listing> listings;

  /// By guide: for each number in its text, the services that answer it.
  private final List<List<Set<Listing>>> quoted = new ArrayList<>();

  /// By smallest area: the guides that hold there.
  private final Map<String, Set<Integer>> holdsAt = new HashMap<>();

  Guides(List<GuideRecord> guides, Coverage coverage, Map<String, Listing> listings) {
    this.guides = guides;
    this.coverage = coverage;
    this.listings = listings;
    Map<String, Set<Listing>> byNumber = new LinkedHashMap<>();
    for (Listing listing : listings.values()) {
      for (Line line : listing.lines()) {
        byNumber.computeIfAbsent(line.number().reading(), _ -> new LinkedHashSet<>()).add(listing);
      }
    }
    for (GuideRecord guide : guides) {
      quoted.add(
          byNumber.entrySet().stream()
              .filter(entry -> quotes(guide.text(), entry.getKey()))
              .map(Map.Entry::getValue)
              .toList());
    }
    for (String area : coverage.smallest()) {
      Reach reach = coverage.toAreas(List.of(area));
      holdsAt.put(
          area,
          IntStream.range(0, guides.size())
              .filter(guide -> holds(guide, area, reach))
              .boxed()
              .collect(Collectors.toSet()));
    }
  }

  int size() {
    return guides.size();
  }

  /// A guide that may be a good answer.
  ///
  /// @param probability how likely it is one, 0 to 1
  /// @param words how well one of its questions fits the words, 0 to 1; a little more for a
  ///   question
  record Likely(GuideRecord guide, double probability, double words) {
    /// Whether it is what is asked for: it is likely right, and its words fit better than what any
    /// service is called.
    boolean answers(double bestOfServices) {
      return probability >= Weights.GUIDE_FIRST && words >= bestOfServices * Weights.GUIDE_MARGIN;
    }
  }

  /// The guide that is likeliest a good answer, of those that hold wherever the carer may be. In a
  /// crisis there is none: an open line beats an explanation.
  Optional<Likely> likeliest(
      Asking asking, List<Candidates.GuideMatch> matches, Optional<Place> place) {
    if (asking.asks(Asking.CRISIS)) {
      return Optional.empty();
    }
    boolean question = isQuestion(asking);
    Likely best = null;
    for (int i = 0; i < guides.size(); i++) {
      double probability = probability(matches.get(i), guides.get(i), asking, question);
      if ((best == null || probability > best.probability()) && holdsFor(i, place)) {
        double asked = question ? Weights.GUIDE_ASKED_AS_QUESTION : 0;
        best = new Likely(guides.get(i), probability, matches.get(i).fit().answering() + asked);
      }
    }
    return Optional.ofNullable(best);
  }

  private static double probability(
      Candidates.GuideMatch match, GuideRecord guide, Asking asking, boolean question) {
    double main = asking.topics().getOrDefault(guide.topics().getFirst(), 0.0);
    double logit =
        Weights.GUIDE_AT_ALL
            + Weights.GUIDE_WORDS * match.fit().best()
            + Weights.GUIDE_ANSWERING * match.fit().answering()
            + Weights.GUIDE_MEANING * match.near()
            + Weights.GUIDE_TOPIC * agreement(guide, asking)
            + Weights.GUIDE_MAIN_TOPIC * main
            + (question
                ? Weights.GUIDE_QUESTION * (match.fit().best() + agreement(guide, asking))
                : 0);
    return 1 / (1 + Math.exp(-logit));
  }

  /// The likeliest topic that the guide shares with the need.
  private static double agreement(GuideRecord guide, Asking asking) {
    return guide.topics().stream()
        .mapToDouble(topic -> asking.topics().getOrDefault(topic, 0.0))
        .max()
        .orElse(0);
  }

  /// Whether the guide holds wherever the carer may be. Where it does not, services are the answer,
  /// and the place can be asked for.
  private boolean holdsFor(int guide, Optional<Place> place) {
    if (place.isPresent() && place.get().isOutside()) {
      return holds(guide, coverage.nation(), coverage.to(place));
    }
    List<String> possible =
        place.map(Place::areas).filter(a -> !a.isEmpty()).orElseGet(coverage::smallest);
    return possible.stream().allMatch(a -> holdsAt.getOrDefault(a, Set.of()).contains(guide));
  }

  /// Whether it covers an area, and every number in its text is for somebody there.
  private boolean holds(int guide, String area, Reach reach) {
    List<String> covered = guides.get(guide).coverage();
    return (covered.isEmpty() || coverage.isWithinAny(area, covered))
        && quoted.get(guide).stream()
            .allMatch(services -> services.stream().anyMatch(s -> reach.of(s.covered()) > 0));
  }

  /// Whether the number stands there by itself, not within a longer one.
  private static boolean quotes(String text, String number) {
    for (int at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
      if (!isDigit(text, at - 1) && !isDigit(text, at + number.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
  }

  /// How strongly the guides send people with this need to services, 0 to 1, by their ordinals.
  ///
  /// @param matches how well each guide matches
  Map<Integer, Double> sent(Asking asking, List<Candidates.GuideMatch> matches) {
    boolean question = isQuestion(asking);
    Map<Integer, Double> sent = new HashMap<>();
    for (int i = 0; i < guides.size(); i++) {
      double fit =
          Math.max(
              matches.get(i).fit().best(),
              probability(matches.get(i), guides.get(i), asking, question));
      if (fit < Weights.LEAST_GUIDED) {
        continue;
      }
      for (String id : guides.get(i).services()) {
        Listing listing = listings.get(id);
        if (listing != null) {
          sent.merge(listing.ordinal(), fit, Math::max);
          fit *= Weights.GUIDED_NEXT;
        }
      }
    }
    return sent;
  }

  private static boolean isQuestion(Asking asking) {
    return QUESTION.matcher(asking.words()).find();
  }

  /// The services of a guide that reach the place, its own order kept but one that can be called
  /// first.
  List<Listing> servicesOf(GuideRecord guide, Reach reach) {
    List<Listing> there =
        guide.services().stream()
            .flatMap(id -> Optional.ofNullable(listings.get(id)).stream())
            .filter(listing -> reach.of(listing.covered()) > 0)
            .toList();
    List<Listing> ordered = new ArrayList<>(there);
    there.stream()
        .filter(listing -> listing.isCallable() && listing.traits().emergencyNumber().isEmpty())
        .findFirst()
        .ifPresent(first -> {
          ordered.remove(first);
          ordered.addFirst(first);
        });
    return ordered;
  }
}
