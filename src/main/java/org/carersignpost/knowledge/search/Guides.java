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

  /// A guide and how well it answers, 0 to a little over 1.
  ///
  /// @param words how well one of its questions fits
  /// @param fit the same with what else speaks for it
  private record Fit(GuideRecord guide, double words, double fit) {}

  int size() {
    return guides.size();
  }

  /// The guide that answers best, if it clearly does: better than what any service here is called,
  /// and well enough. In a crisis there is none: an open line beats an explanation.
  Optional<GuideRecord> find(
      Asking asking, Candidates.Found found, Optional<Place> place, Reach reach) {
    if (asking.asks(Asking.CRISIS)) {
      return Optional.empty();
    }
    double service =
        found.services().stream()
            .filter(match -> reach.of(match.listing().covered()) > 0)
            .mapToDouble(Match::fit)
            .max()
            .orElse(0);
    double question = QUESTION.matcher(asking.words()).find() ? Weights.GUIDE_ASKED_AS_QUESTION : 0;
    double leastWords = service * Weights.GUIDE_MARGIN - question;
    return best(asking, found.guides(), place, question)
        .filter(best -> best.words() >= leastWords)
        .filter(best -> best.fit() >= Weights.GUIDE_FIT)
        .map(Fit::guide);
  }

  private Optional<Fit> best(
      Asking asking, List<Phrasebook.Fit> fits, Optional<Place> place, double question) {
    Fit best = null;
    for (int i = 0; i < guides.size(); i++) {
      double words = fits.get(i).answering();
      if (words <= 0) {
        continue;
      }
      double agreed = agreement(guides.get(i), asking);
      if ((asking.sure() && agreed <= 0) || !holdsFor(i, place)) {
        continue;
      }
      double topics =
          agreed > 0 ? Weights.GUIDE_TOPIC_AGREES * agreed : -Weights.GUIDE_TOPIC_DISAGREES;
      double fit = words + question + (asking.topics().isEmpty() ? 0 : topics);
      if (best == null || fit > best.fit()) {
        best = new Fit(guides.get(i), words, fit);
      }
    }
    return Optional.ofNullable(best);
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

  /// How strongly the guides send people with these words to services, 0 to 1, by their ordinals.
  ///
  /// @param fits how well the questions of each guide fit
  Map<Integer, Double> sent(List<Phrasebook.Fit> fits) {
    Map<Integer, Double> sent = new HashMap<>();
    for (int i = 0; i < guides.size(); i++) {
      double fit = fits.get(i).best();
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
