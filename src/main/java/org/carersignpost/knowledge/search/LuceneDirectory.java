package org.carersignpost.knowledge.search;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Guide;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceArea;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Taxonomy;

/// The directory over one state of the knowledge base, searched by Lucene in memory.
///
/// It may be asked from any number of threads at once, and the same need always gets the same
/// answer.
public final class LuceneDirectory implements ServiceDirectory {
  /// No answer lists more.
  static final int MOST_SERVICES = 10;

  /// A place that would change neither of the first two would not change the answer.
  private static final int FIRST_ANSWER = 2;

  private static final int MOST_SERVICES_OF_GUIDE = 10;

  /// A county and its neighbours have fewer areas.
  private static final int MOST_COMPARED = 20;

  private final KnowledgeBase base;
  private final Map<String, Listing> byId = new LinkedHashMap<>();
  private final Candidates candidates;
  private final Coverage coverage;
  private final Scoring scoring;
  private final Guides guides;
  private final Signposts signposts;

  /// Kept because a need is followed by others within the same minute.
  private final AtomicReference<Minute> lastMinute = new AtomicReference<>();

  /// @param bankHolidays the bank holidays that are known
  /// @param meaning knows what texts are about
  public LuceneDirectory(KnowledgeBase base, Set<LocalDate> bankHolidays, Meaning meaning) {
    this.base = base;
    this.coverage = new Coverage(base.areas());
    Words words = Words.of(base);
    WaysIn waysIn = new WaysIn(base);
    ConditionNames named = new ConditionNames(base.taxonomy().conditions(), words);
    Candidates.Builder gathered = new Candidates.Builder(base, words, meaning);
    for (ServiceRecord record : base.services()) {
      if (record.isActive()) {
        ServiceTexts texts = ServiceTexts.of(record, words, base.taxonomy());
        Listing listing =
            Listing.of(
                byId.size(),
                record,
                waysIn.topics(record.slug()),
                coverage.covered(names(record)),
                texts,
                base.places(),
                named);
        byId.put(listing.id(), listing);
        gathered.add(listing, texts);
      }
    }
    this.guides = new Guides(base.guides(), coverage, byId);
    this.candidates = gathered.build(coverage, guides);
    this.scoring =
        new Scoring(
            base.taxonomy().conditions().stream()
                .collect(Collectors.toMap(Taxonomy.Condition::id, Taxonomy.Condition::topic)));
    this.signposts = new Signposts(base.areas(), Set.copyOf(bankHolidays));
  }

  private static Set<String> names(ServiceRecord record) {
    return record.serviceAreas().stream()
        .map(ServiceArea::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Found find(Need need) {
    Asking asking = Asking.of(need, base.taxonomy());
    Optional<Place> place = need.slots().place();
    Reach reach = coverage.to(place);
    Candidates.Found found = candidates.of(asking, reach);
    Minute minute = minuteOf(need.now());
    List<Score> scores = scoring.of(asking, found.services(), minute);
    List<Score> ranked = Ranking.ranked(scores, reach, near(need), asking, need.exclude());
    Optional<Guides.Likely> likeliest = guides.likeliest(asking, found.guides(), place);
    double service =
        found.services().stream()
            .filter(match -> reach.of(match.listing().covered()) > 0)
            .mapToDouble(Match::fit)
            .max()
            .orElse(0);
    return new Found(
        limited(need, ranked).map(score -> minute.signpost(score.listing())).toList(),
        likeliest.filter(g -> g.answers(service)).map(g -> guide(g.guide(), reach, minute)),
        likeliest
            .filter(g -> !g.answers(service) && g.probability() >= Weights.GUIDE_FURTHER)
            .map(g -> guide(g.guide(), reach, minute)),
        placeMatters(scores, ranked, asking, need));
  }

  private static Stream<Score> limited(Need need, List<Score> ranked) {
    return ranked.stream().limit(Math.clamp(need.limit(), 1, MOST_SERVICES));
  }

  /// A service that fits, and why.
  ///
  /// @param why the reasons in plain words
  /// @param score the parts of its score by their names, see [Score#parts]
  public record Reasoned(Signpost signpost, List<String> why, Map<String, Double> score) {}

  /// The services that [#find] finds, in the same order, with the reasons in plain words.
  public List<Reasoned> reasoned(Need need) {
    Minute minute = minuteOf(need.now());
    return limited(need, explain(need))
        .map(score ->
            new Reasoned(minute.signpost(score.listing()), Why.of(score, need), score.parts()))
        .toList();
  }

  /// Why services stand where they stand, best first, the whole list.
  List<Score> explain(Need need) {
    Asking asking = Asking.of(need, base.taxonomy());
    Reach reach = coverage.to(need.slots().place());
    List<Match> matches = candidates.of(asking, reach).services();
    List<Score> scores = scoring.of(asking, matches, minuteOf(need.now()));
    return Ranking.ranked(scores, reach, near(need), asking, need.exclude());
  }

  private Nearness near(Need need) {
    return Nearness.to(need.slots(), base.places());
  }

  @Override
  public Optional<Signpost> signpost(String id, LocalDateTime now) {
    return Optional.ofNullable(byId.get(id)).map(listing -> minuteOf(now).signpost(listing));
  }

  @Override
  public Optional<Signpost> wayIn(Audience audience, Optional<Place> place, LocalDateTime now) {
    String area = place.map(this::mainArea).orElseGet(coverage::home);
    Optional<String> slug =
        switch (audience) {
          case ADULT -> base.areas().adultsWayIn(area);
          case CHILD -> base.areas().childrenWayIn(area);
        };
    return slug.flatMap(id -> signpost(id, now));
  }

  /// The area to ask in for a place: the one with most people, and outside the home area the nation
  /// around it.
  private String mainArea(Place place) {
    if (!place.isOutside() && place.areas().isEmpty()) {
      return coverage.home();
    }
    return place.areas().stream()
        .filter(name -> !place.isOutside() && base.areas().named(name).isPresent())
        .findFirst()
        .orElseGet(coverage::nation);
  }

  @Override
  public List<Place> placesOnKeypad(String keys) {
    return base.places().onKeypad(keys);
  }

  @Override
  public Optional<Place> place(String name) {
    return base.places().named(name);
  }

  @Override
  public String labelOf(String topic) {
    return base.taxonomy().topic(topic).map(Taxonomy.Topic::label).orElse(topic);
  }

  private Guide guide(GuideRecord guide, Reach reach, Minute minute) {
    List<Signpost> services =
        guides.servicesOf(guide, reach).stream()
            .limit(MOST_SERVICES_OF_GUIDE)
            .map(minute::signpost)
            .toList();
    return new Guide(guide.id(), guide.title(), guide.text(), guide.spoken(), services);
  }

  /// Whether the first answer would be another one somewhere that the carer may be.
  private boolean placeMatters(List<Score> scores, List<Score> ranked, Asking asking, Need need) {
    Optional<Place> place = need.slots().place();
    if (place.isPresent() && (place.get().isOutside() || place.get().areas().size() == 1)) {
      return false;
    }
    Set<String> answer = first(ranked);
    return possible(place, scores)
        .map(area -> coverage.toAreas(List.of(area)))
        .map(
            reach -> first(Ranking.ranked(scores, reach, Nearness.NOWHERE, asking, need.exclude())))
        .anyMatch(there -> !there.equals(answer));
  }

  /// Where the carer may be: the areas of an ambiguous place; else every area, and of very many
  /// those that have the best services of their own.
  private Stream<String> possible(Optional<Place> place, List<Score> scores) {
    if (place.isPresent() && !place.get().areas().isEmpty()) {
      return place.get().areas().stream();
    }
    if (coverage.smallest().size() <= MOST_COMPARED) {
      return coverage.smallest().stream();
    }
    return scores.stream()
        .filter(score -> !score.listing().covered().isNationwide())
        .sorted(Comparator.comparingDouble(Score::total).reversed())
        .flatMap(score -> score.listing().covered().reach().keySet().stream().sorted().limit(1))
        .distinct()
        .limit(MOST_COMPARED);
  }

  private static Set<String> first(List<Score> ranked) {
    double least = ranked.isEmpty() ? 0 : ranked.getFirst().total() * Weights.WORTH_ASKING;
    return ranked.stream()
        .limit(FIRST_ANSWER)
        .filter(score -> score.total() >= least)
        .map(Score::id)
        .collect(Collectors.toSet());
  }

  private Minute minuteOf(LocalDateTime now) {
    Minute last = lastMinute.get();
    if (last != null && last.holdsAt(now)) {
      return last;
    }
    Minute minute = new Minute(now, signposts, byId.size());
    lastMinute.set(minute);
    return minute;
  }
}
