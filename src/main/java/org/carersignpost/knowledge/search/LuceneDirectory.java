package org.carersignpost.knowledge.search;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.Guide;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.KnowledgeBase;
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

  private final KnowledgeBase base;
  private final List<Listing> listings;
  private final Map<String, Listing> byId;
  private final TextIndex texts;
  private final Coverage coverage;
  private final Scoring scoring;
  private final Guides guides;
  private final Signposts signposts;

  /// Kept because a need is followed by others within the same minute.
  private final AtomicReference<Minute> lastMinute = new AtomicReference<>();

  /// @param bankHolidays the bank holidays that are known
  public LuceneDirectory(KnowledgeBase base, Set<LocalDate> bankHolidays) {
    this.base = base;
    List<ServiceRecord> active = base.services().stream().filter(ServiceRecord::isActive).toList();
    this.texts = new TextIndex(base, active);
    this.listings = new ArrayList<>();
    this.byId = new LinkedHashMap<>();
    WaysIn waysIn = new WaysIn(base);
    Map<String, Set<String>> named = Listing.named(base.taxonomy().conditions(), texts);
    for (ServiceRecord record : active) {
      Listing listing =
          Listing.of(listings.size(), record, waysIn.topics(record.slug()), named, texts);
      listings.add(listing);
      byId.put(listing.id(), listing);
    }
    this.coverage = new Coverage(base.areas(), active);
    Map<String, String> topicOfCondition =
        base.taxonomy().conditions().stream()
            .collect(Collectors.toMap(Taxonomy.Condition::id, Taxonomy.Condition::topic));
    this.guides = new Guides(base.guides(), coverage, byId);
    this.scoring = new Scoring(listings, guides, topicOfCondition);
    this.signposts = new Signposts(base.areas(), Set.copyOf(bankHolidays));
  }

  @Override
  public Found find(Need need) {
    Asking asking = Asking.of(need, base.taxonomy());
    Matches matches = texts.match(need.utterance());
    Minute minute = minuteOf(need.now());
    List<Score> scores = scoring.of(asking, matches, minute);
    Optional<Place> place = need.slots().place();
    double[] reach = coverage.to(place);
    List<Score> ranked = Ranking.ranked(scores, reach, asking, need.exclude());
    int limit = Math.clamp(need.limit(), 1, MOST_SERVICES);
    return new Found(
        ranked.stream().limit(limit).map(score -> minute.signpost(score.listing())).toList(),
        guides.find(asking, matches, place, reach).map(g -> guide(g, reach, minute)),
        placeMatters(scores, ranked, asking, need));
  }

  /// A service that fits, and why.
  public record Reasoned(Signpost signpost, List<String> why) {}

  /// The services that [#find] finds, in the same order, with the reasons in plain words.
  public List<Reasoned> reasoned(Need need) {
    Minute minute = minuteOf(need.now());
    return explain(need).stream()
        .limit(Math.clamp(need.limit(), 1, MOST_SERVICES))
        .map(score -> new Reasoned(minute.signpost(score.listing()), Why.of(score, need)))
        .toList();
  }

  /// Why services stand where they stand, best first, the whole list.
  List<Score> explain(Need need) {
    Asking asking = Asking.of(need, base.taxonomy());
    Matches matches = texts.match(need.utterance());
    List<Score> scores = scoring.of(asking, matches, minuteOf(need.now()));
    return Ranking.ranked(scores, coverage.to(need.slots().place()), asking, need.exclude());
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

  private Guide guide(GuideRecord guide, double[] reach, Minute minute) {
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
    List<String> possible =
        place.map(Place::areas).filter(areas -> !areas.isEmpty()).orElseGet(coverage::smallest);
    return possible.stream()
        .map(area -> coverage.toAreas(List.of(area)))
        .map(reach -> first(Ranking.ranked(scores, reach, asking, need.exclude())))
        .anyMatch(there -> !there.equals(answer));
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
    Minute minute = new Minute(now, signposts, listings.size());
    lastMinute.set(minute);
    return minute;
  }
}
