package org.carersignpost.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.ServiceDirectory.Need;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.knowledge.files.Areas;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceArea;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Taxonomy;
import org.carersignpost.understanding.Meanings;

/// What holds of every answer for every place: nothing in it is for somewhere else.
class CoveragePropertiesTests {
  private static final KnowledgeBase BASE = KnowledgeBase.read(Path.of("knowledge-base"));
  private static final Coverage COVERAGE = new Coverage(BASE.areas());
  private static final LuceneDirectory DIRECTORY =
      new LuceneDirectory(BASE, Set.of(), Meanings::directionOf);
  private static final List<Place> PLACES = BASE.places().all().toList();
  private static final List<String> AREAS =
      BASE.areas().all().stream().map(Areas.Area::name).toList();
  private static final List<String> TOPICS =
      BASE.taxonomy().topics().stream().map(Taxonomy.Topic::id).toList();
  private static final List<String> WORDS =
      BASE.services().stream().flatMap(s -> s.signpost().keywords().stream()).toList();

  private static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static Need need(Random random, Place place) {
    List<TopicScore> topics = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      topics.add(new TopicScore(one(TOPICS, random), random.nextDouble()));
    }
    return new Need(
        one(WORDS, random) + " " + one(WORDS, random),
        topics,
        Slots.NONE.at(place, Optional.empty()),
        LocalDateTime.of(2026, 3, 3, 10, 0).plusHours(random.nextInt(200)),
        Set.of(),
        10);
  }

  private static Set<String> areas(String id) {
    return BASE.service(id).orElseThrow().serviceAreas().stream()
        .map(ServiceArea::name)
        .collect(Collectors.toSet());
  }

  private static boolean covers(Set<String> areas, Place place) {
    List<String> there = place.isOutside() ? List.of(COVERAGE.nation()) : place.areas();
    return there.stream()
        .anyMatch(area -> areas.stream().anyMatch(one -> BASE.areas().isWithin(area, one)));
  }

  @Property(seed = "1", tries = 3_000)
  void nothingIsAnsweredThatIsForSomewhereElse(@ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    Place place = one(PLACES, random);

    var found = DIRECTORY.find(need(random, place));

    List<Signpost> services = new ArrayList<>(found.services());
    found.guide().ifPresent(guide -> services.addAll(guide.services()));
    found.further().ifPresent(guide -> services.addAll(guide.services()));
    assertThat(services).allSatisfy(s -> assertThat(covers(areas(s.id()), place)).isTrue());
    for (var guide : List.of(found.guide(), found.further())) {
      guide.ifPresent(g -> assertThat(holds(BASE.guide(g.id()), place)).isTrue());
    }
  }

  private static boolean holds(Optional<GuideRecord> guide, Place place) {
    Set<String> covered = Set.copyOf(guide.orElseThrow().coverage());
    return covered.isEmpty() || covers(covered, place);
  }

  @Property(seed = "2", tries = 1_000)
  void whatReachesAnAreaReachesEveryPartOfIt(@ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    ServiceRecord service = one(BASE.services(), random);
    Coverage.Covered covered = COVERAGE.covered(areas(service.slug()));
    String area = one(AREAS, random);

    if (COVERAGE.at(covered, area) > 0) {
      assertThat(AREAS.stream().filter(part -> BASE.areas().isWithin(part, area)))
          .allSatisfy(part -> assertThat(COVERAGE.at(covered, part)).isPositive());
    }
  }

  @Property(seed = "3", tries = 1_000)
  void whatIsForOneOfSeveralAreasIsWorthNoMoreThanWhatIsForAll(
      @ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    Coverage.Covered covered = COVERAGE.covered(areas(one(BASE.services(), random).slug()));
    List<String> several = List.of(one(COVERAGE.smallest(), random), one(AREAS, random));

    double together = COVERAGE.toAreas(several).of(covered);

    assertThat(together)
        .isBetween(0.0, several.stream().mapToDouble(a -> COVERAGE.at(covered, a)).max().orElse(0));
  }
}
