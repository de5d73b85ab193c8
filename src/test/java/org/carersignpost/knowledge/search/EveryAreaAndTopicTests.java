package org.carersignpost.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.ServiceDirectory.Need;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.knowledge.files.Areas;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.Phone;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Signposting;
import org.carersignpost.knowledge.files.Taxonomy;
import org.carersignpost.understanding.Meanings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Rules that hold in every area for every topic, over the real knowledge base.
class EveryAreaAndTopicTests {
  private static final int AREAS = 14;
  private static final int TOPICS = 38;
  private static final Set<String> EMERGENCY = Set.of("999", "101", "111");
  private static final Set<String> DANGERS =
      Set.of("crisis", "safeguarding", "domestic-abuse", "mental-health");

  private static KnowledgeBase base;
  private static LuceneDirectory directory;

  @BeforeAll
  static void readKnowledge() {
    base = KnowledgeBase.read(Path.of("knowledge-base"));
    directory = new LuceneDirectory(base, Set.of(), Meanings::directionOf);
  }

  @Test
  void noServiceOfAnotherAreaIsFound() {
    List<String> wrong = new ArrayList<>();
    everywhere(
        Optional.empty(),
        (area, need) -> {
          List<Signpost> shown = new ArrayList<>(directory.find(need).services());
          directory.find(need).guide().ifPresent(guide -> shown.addAll(guide.services()));
          shown.stream()
              .filter(service -> !covers(service.id(), area))
              .forEach(service -> wrong.add(need.topics() + " in " + area + ": " + service.id()));
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void doubtfulRecordIsNotFirstWhereASoundOneFitsNearlyAsWell() {
    List<String> wrong = new ArrayList<>();
    everywhere(
        Optional.empty(),
        (area, need) -> {
          List<Score> ranked = directory.explain(need);
          if (ranked.isEmpty() || isSound(ranked.getFirst().id())) {
            return;
          }
          Score first = ranked.getFirst();
          String topic = need.topics().getFirst().topic();
          ranked.stream()
              .filter(other -> isSound(other.id()))
              .filter(other -> other.total() >= 0.45 * first.total())
              .filter(other -> !carries(first.id(), topic) || carries(other.id(), topic))
              .forEach(other -> wrong.add(need.topics() + " in " + area + ": " + first.id()));
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void somethingCanBeRungForEveryTopicEverywhere() {
    List<String> without = new ArrayList<>();
    everywhere(
        Optional.empty(),
        (area, need) -> {
          boolean callable =
              directory.find(need).services().stream()
                  .anyMatch(service -> !service.numbers().isEmpty());
          if (!callable) {
            without.add(need.topics() + " in " + area);
          }
        });
    assertThat(without).isEmpty();
  }

  @Test
  void emergencyNumbersAreForDangersOnly() {
    List<String> wrong = new ArrayList<>();
    everywhere(
        Optional.empty(),
        (area, need) -> {
          if (DANGERS.contains(need.topics().getFirst().topic())) {
            return;
          }
          directory.find(need).services().stream()
              .filter(s -> s.numbers().stream().anyMatch(n -> EMERGENCY.contains(n.number())))
              .forEach(service -> wrong.add(need.topics() + " in " + area + ": " + service.id()));
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void youngCarerIsNeverSentToWhatIsForAdultsOnly() {
    List<String> wrong = new ArrayList<>();
    everywhere(
        Optional.of(true),
        (area, need) ->
            directory.find(need).services().stream()
                .filter(s -> record(s.id()).minimumAge().orElse(0) >= 18)
                .forEach(s -> wrong.add(need.topics() + " in " + area + ": " + s.id())));
    assertThat(wrong).isEmpty();
  }

  @Test
  void textphoneIsNeverTheFirstNumber() {
    for (int hour = 0; hour < 24; hour++) {
      for (ServiceRecord record : base.services()) {
        Optional<Signpost> signpost = directory.signpost(record.slug(), CarersNeed.tuesday(hour));
        assertThat(signpost.stream().flatMap(s -> s.numbers().stream()).limit(1))
            .as(record.slug())
            .noneMatch(number -> number.label().toLowerCase(Locale.ROOT).contains("textphone"));
      }
    }
  }

  @Test
  void numberAnsweredNowComesBeforeOthers() {
    for (int hour = 0; hour < 24; hour++) {
      for (ServiceRecord record : base.services()) {
        Optional<Signpost> signpost = directory.signpost(record.slug(), CarersNeed.tuesday(hour));
        List<Boolean> open =
            signpost.stream()
                .flatMap(s -> s.numbers().stream())
                .filter(number -> !number.label().equals("Textphone"))
                .map(number -> number.opening().isOpen())
                .toList();
        assertThat(open).as(record.slug()).isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
      }
    }
  }

  /// A need of no words for each topic in each of the smallest areas, by day.
  private static void everywhere(Optional<Boolean> young, BiConsumer<String, Need> check) {
    Set<String> parents = new HashSet<>();
    base.areas().all().forEach(area -> area.parent().ifPresent(parents::add));
    List<String> areas =
        base.areas().all().stream()
            .map(Areas.Area::name)
            .filter(name -> !parents.contains(name))
            .toList();
    assertThat(areas).hasSize(AREAS);
    assertThat(base.taxonomy().topics()).hasSize(TOPICS);
    for (String area : areas) {
      for (Taxonomy.Topic topic : base.taxonomy().topics()) {
        Slots slots =
            new Slots(
                Optional.of(new Place(area, List.of(area), Place.Kind.TOWN, "")),
                Optional.empty(),
                young,
                List.of());
        check.accept(
            area,
            new Need(
                topic.label(),
                List.of(new TopicScore(topic.id(), 0.9)),
                slots,
                CarersNeed.tuesday(10),
                Set.of(),
                10));
      }
    }
  }

  private static ServiceRecord record(String id) {
    return base.service(id).orElseThrow();
  }

  private static boolean covers(String id, String area) {
    return record(id).serviceAreas().stream()
        .anyMatch(covered -> base.areas().isWithin(area, covered.name()));
  }

  private static boolean carries(String id, String topic) {
    return record(id).topics().contains(topic);
  }

  private static boolean isSound(String id) {
    ServiceRecord record = record(id);
    return record.signpost().confidence() != Signposting.Confidence.LOW
        && record.phones().stream().anyMatch(phone -> phone.type() != Phone.Type.TEXTPHONE);
  }
}
