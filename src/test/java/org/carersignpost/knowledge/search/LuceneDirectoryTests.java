package org.carersignpost.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carersignpost.dialogue.ContactNumber;
import org.carersignpost.dialogue.Guide;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.ServiceDirectory.Audience;
import org.carersignpost.dialogue.ServiceDirectory.Found;
import org.carersignpost.dialogue.ServiceDirectory.Need;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.ServiceRecords;
import org.carersignpost.understanding.Meanings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// The directory over the real knowledge base. Needs are written as in [CarersNeed#read].
class LuceneDirectoryTests {
  private static KnowledgeBase base;
  private static LuceneDirectory directory;

  @BeforeAll
  static void readKnowledge() {
    base = KnowledgeBase.read(Path.of("knowledge-base"));
    directory = new LuceneDirectory(base, Set.of(), Meanings::directionOf);
  }

  private static Need need(String line) {
    String[] parts = line.split("\\|", -1);
    return CarersNeed.read(String.join("|", parts[0], parts[1], parts[2], parts[3], "", parts[4]))
        .need();
  }

  private static Found find(String line) {
    return directory.find(need(line));
  }

  private static List<String> ids(Found found) {
    return found.services().stream().map(Signpost::id).toList();
  }

  private static Optional<String> guide(String line) {
    return find(line).guide().map(Guide::id);
  }

  @Test
  void whatCostsMoreThanAnOrdinaryCallIsNeverFirst() {
    String need = "10 | Winchester | | end-of-life-bereavement | cruse bereavement line";
    assertThat(ids(find(need)).getFirst()).isEqualTo("cruse");

    List<ServiceRecord> dear =
        base.services().stream().map(s -> s.slug().equals("cruse") ? charged(s) : s).toList();
    List<String> found =
        ids(
            new LuceneDirectory(base.with(dear, "dear"), Set.of(), Meanings::directionOf)
                .find(need(need)));

    assertThat(found.getFirst()).isNotEqualTo("cruse");
    assertThat(found).contains("cruse");
  }

  /// The same with a number that is kept for drama and would be dear.
  private static ServiceRecord charged(ServiceRecord service) {
    ObjectNode tree = (ObjectNode) ServiceRecords.tree(service);
    ObjectNode phone = (ObjectNode) tree.path("phones").path(0);
    phone.put("number", "+449098790001").put("description", "charged");
    tree.putArray("phones").add(phone);
    return ServiceRecords.of(tree).orElseThrow();
  }

  @Test
  void portsmouthCarerGetsPortsmouthsServiceAndNoneOfHampshireAlone() {
    List<String> found = ids(find("10 | Portsmouth | | breaks-respite | i need a break"));
    assertThat(found).first().isEqualTo("portsmouth-carers-service");
    assertThat(found).noneMatch(id -> id.startsWith("hcc-"));
  }

  @Test
  void outsideTheAreaOnlyNationalServicesAreFound() {
    List<String> found = ids(find("10 | !Salisbury | | breaks-respite | i need a break"));
    assertThat(found).isNotEmpty().contains("carers-uk-helpline");
    assertThat(found)
        .allMatch(id ->
            base.service(id).orElseThrow().serviceAreas().stream()
                .anyMatch(area -> Set.of("England", "UK").contains(area.name())));
  }

  @Test
  void unknownAreaGetsNothingLocal() {
    assertThat(ids(find("10 | Atlantis | | breaks-respite | i need a break")))
        .isEqualTo(ids(find("10 | !Salisbury | | breaks-respite | i need a break")));
  }

  @Test
  void breakWithoutPlaceGivesServicesAndAsksForThePlace() {
    Found found = find("10 | | | breaks-respite | i need a break");
    assertThat(found.placeMatters()).isTrue();
    assertThat(found.guide()).isEmpty();
    assertThat(ids(found)).first().isEqualTo("hcc-take-a-break");
  }

  @Test
  void placeIsNotAskedForWhereTheAnswerIsTheSameEverywhere() {
    assertThat(
            find("10 | | cond=parkinsons | neurological | husband has parkinsons").placeMatters())
        .isFalse();
    assertThat(find("23 | | | crisis | i cant go on i want to die").placeMatters()).isFalse();
  }

  @Test
  void placeIsNotAskedForOnceItIsKnown() {
    assertThat(find("10 | Winchester | | breaks-respite | i need a break").placeMatters())
        .isFalse();
    assertThat(find("10 | !Salisbury | | breaks-respite | i need a break").placeMatters())
        .isFalse();
  }

  @Test
  void districtServicesStandBackWhileThePlaceIsUnknown() {
    List<String> found = ids(find("10 | | | housing | we might lose our home"));
    assertThat(found).isNotEmpty();
    assertThat(found.getFirst()).isIn("shelter", "citizens-advice-adviceline");
    assertThat(found.get(1)).isIn("shelter", "citizens-advice-adviceline");
  }

  @Test
  void ambiguousPlaceIsAskedForWhereItsAreasDiffer() {
    Found found = find("10 | Havant,Portsmouth | | breaks-respite | i need a break");
    assertThat(found.placeMatters()).isTrue();
    assertThat(ids(found))
        .allMatch(id ->
            base.service(id).orElseThrow().serviceAreas().stream()
                .anyMatch(area ->
                    base.areas().isWithin("Havant", area.name())
                        || base.areas().isWithin("Portsmouth", area.name())));
  }

  @Test
  void serviceForAllOfAnAmbiguousPlaceComesBeforeOneForPart() {
    Need doubt =
        need("10 | Havant,Winchester | | money-benefits | council tax and benefits advice");
    List<String> found = directory.explain(doubt).stream().map(Score::id).toList();
    assertThat(found.indexOf("citizens-advice-adviceline"))
        .isLessThan(found.indexOf("citizens-advice-winchester"));
  }

  @Test
  void openLineIsFirstInACrisisAtNight() {
    for (int hour : new int[] {0, 3, 22}) {
      Found found = find(hour + " | Winchester | | crisis | my wife is falling apart tonight");
      assertThat(found.services().getFirst().numbers().getFirst().opening().isOpen()).isTrue();
    }
  }

  @Test
  void councilsLineIsTheOneThatIsAnsweredNow() {
    Optional<Place> alton = Optional.of(CarersNeed.in("East Hampshire"));
    assertThat(firstNumber(directory.wayIn(Audience.ADULT, alton, CarersNeed.tuesday(10))))
        .isEqualTo("0300 555 1386");
    assertThat(firstNumber(directory.wayIn(Audience.ADULT, alton, CarersNeed.tuesday(22))))
        .isEqualTo("0300 555 1373");
  }

  private static String firstNumber(Optional<Signpost> signpost) {
    return signpost.orElseThrow().numbers().getFirst().number();
  }

  @Test
  void wayInIsThePlacesCouncilElseTheHomeAreasElseTheNations() {
    assertThat(wayIn(Audience.ADULT, Optional.of(CarersNeed.in("Southampton"))))
        .isEqualTo("southampton-adult-social-care");
    assertThat(wayIn(Audience.ADULT, Optional.of(CarersNeed.in("Hart"))))
        .isEqualTo("hcc-adults-health-and-care");
    assertThat(wayIn(Audience.CHILD, Optional.of(CarersNeed.in("Hart"))))
        .isEqualTo("hcc-childrens-services");
    assertThat(wayIn(Audience.CHILD, Optional.of(CarersNeed.in("Portsmouth")))).isEqualTo("nspcc");
    assertThat(wayIn(Audience.ADULT, Optional.empty())).isEqualTo("hcc-adults-health-and-care");
    assertThat(wayIn(Audience.ADULT, Optional.of(CarersNeed.outside("Salisbury"))))
        .isEqualTo("carers-uk-helpline");
  }

  private static String wayIn(Audience audience, Optional<Place> place) {
    return directory.wayIn(audience, place, CarersNeed.tuesday(10)).orElseThrow().id();
  }

  @Test
  void voiceComesBeforeTextUnlessOnlyTextIsAnswered() {
    Signpost frank = directory.signpost("frank", CarersNeed.tuesday(3)).orElseThrow();
    assertThat(frank.numbers())
        .extracting(ContactNumber::kind)
        .containsExactly(ContactNumber.Kind.RING, ContactNumber.Kind.TEXT);
  }

  @Test
  void adultIsNotSentToServicesForChildren() {
    assertThat(ids(find("22 | Winchester | | crisis mental-health=0.5 | i am at breaking point")))
        .doesNotContain("childline")
        .isNotEmpty();
  }

  @Test
  void parentOfAChildIsNotSentToWhatIsForCarersOfAdults() {
    String asked = " | carers-assessment | who can look at what help i need";
    assertThat(ids(find("10 | Winchester | rel=mother" + asked)))
        .first()
        .isEqualTo("hcc-carers-assessment");
    Score withChild = scoreOf("hcc-carers-assessment", "10 | Winchester | rel=son" + asked);
    Score withMother = scoreOf("hcc-carers-assessment", "10 | Winchester | rel=mother" + asked);
    assertThat(withChild.total()).isLessThan(withMother.total());
  }

  @Test
  void whatOnlyADoctorCanAskForIsNeverFirst() {
    for (String area : List.of("Rushmoor", "Hart", "Basingstoke and Deane")) {
      List<String> found =
          ids(find("10 | " + area + " | | end-of-life-bereavement | hospice for my dying wife"));
      assertThat(found).isNotEmpty();
      assertThat(found.getFirst()).isNotIn("phyllis-tuckwell", "st-michaels-hospice");
    }
  }

  @Test
  void helplineForAnotherIllnessStandsBack() {
    List<String> found =
        ids(find("10 | Winchester | cond=parkinsons | neurological | he shakes so badly now"));
    assertThat(found).first().isEqualTo("parkinsons-uk");
    assertThat(found.stream().limit(3)).doesNotContain("ms-society", "headway");
  }

  @Test
  void slipsOfSpellingAreUnderstood() {
    assertThat(ids(find("10 | Winchester | | | alzhiemers helplin")))
        .contains("alzheimers-society");
    assertThat(ids(find("10 | Winchester | | | restpite for my husband")))
        .contains("hcc-take-a-break");
  }

  @Test
  void questionOfRightsIsAnsweredByItsGuide() {
    assertThat(guide("10 | Winchester | | employment | how much carers leave can i take"))
        .contains("carers-leave");
    assertThat(guide("10 | Winchester | | money-benefits | how do i claim carers allowance"))
        .contains("carers-allowance");
    assertThat(guide("10 | Winchester | | carer-recognition | am i a carer"))
        .contains("am-i-a-carer");
  }

  @Test
  void needIsNotAnsweredByAGuide() {
    assertThat(guide("10 | Winchester | | employment | my boss has just sacked me")).isEmpty();
    assertThat(guide("10 | Winchester | | dementia | she follows me from room to room")).isEmpty();
    assertThat(guide("23 | Winchester | | crisis | im frightened of what i might do")).isEmpty();
  }

  @Test
  void guideForTheDyingIsNotGivenToSomebodyWhoMayEndTheirLife() {
    assertThat(guide("23 | Winchester | | crisis | going to end my life")).isEmpty();
  }

  @Test
  void guideOfAnotherAreaIsNotGiven() {
    String question = " | | transport | how do i get a blue badge renewed";
    assertThat(guide("10 | Winchester" + question)).contains("blue-badge");
    assertThat(guide("10 | Southampton" + question)).isEmpty();
    assertThat(guide("10 | !Salisbury" + question)).isEmpty();
    assertThat(guide("10 | " + question)).isEmpty();
  }

  @Test
  void guideWithANumberOfAnotherAreaIsNotGiven() {
    String question = " | young | young-carers | my dad is ill and im 12, who can i talk to";
    assertThat(guide("10 | Winchester" + question)).contains("young-carers-help");
    assertThat(guide("10 | Portsmouth" + question)).isEmpty();
  }

  @Test
  void guidesServicesReachThePlaceAndTheFirstCanBeCalled() {
    Guide guide =
        find("10 | Winchester | | carer-recognition | am i a carer").guide().orElseThrow();
    assertThat(guide.services().getFirst().numbers()).isNotEmpty();
    assertThat(guide.services()).extracting(Signpost::id).doesNotContain("carers-in-southampton");
  }

  @Test
  void whatWasShownIsNotShownAgain() {
    Need asked = need("10 | Winchester | | breaks-respite | i need a break");
    List<String> first = ids(directory.find(asked)).subList(0, 2);
    Need more =
        new Need(
            asked.utterance(), asked.topics(), asked.slots(), asked.now(), Set.copyOf(first), 2);
    assertThat(ids(directory.find(more))).hasSize(2).doesNotContainAnyElementsOf(first);
  }

  @Test
  void partsOfAScoreMakeItsTotal() {
    for (Score s : directory.explain(need("10 | Hart | cond=dementia | dementia | mum is lost"))) {
      double sum = s.text() + s.guided() + s.topic() + s.situation() + s.meaning();
      double factors = s.opening() * s.assurance() * s.audience() * s.place() * s.distance();
      assertThat(s.total()).isCloseTo(sum * factors, within(1e-9));
      assertThat(s.parts()).containsEntry("total", s.total()).hasSize(11);
      assertThat(s.place()).isPositive();
    }
  }

  private static Score scoreOf(String id, String line) {
    return directory.explain(need(line)).stream()
        .filter(score -> score.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sameNeedGetsTheSameAnswerFromManyThreadsAndFromAFreshIndex()
      throws ExecutionException, InterruptedException {
    Need asked = need("10 | | cond=dementia | dementia breaks-respite=0.6 | mum has dementia");
    Found once = new LuceneDirectory(base, Set.of(), Meanings::directionOf).find(asked);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Found>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(threads.submit(() -> directory.find(asked)));
      }
      for (Future<Found> answer : answers) {
        assertThat(answer.get()).isEqualTo(once);
      }
    }
  }

  @Test
  void whatWasAskedBeforeChangesNoAnswer() {
    List<Need> needs = new ArrayList<>();
    for (int hour : List.of(3, 10, 17)) {
      needs.add(need(hour + " | | rel=mother | breaks-respite | i need a break from mum"));
      needs.add(need(hour + " | Hart | | | power of attorney for dad, or a break"));
      needs.add(need(hour + " | Portsmouth | | crisis | i cant go on"));
    }
    LuceneDirectory forwards = new LuceneDirectory(base, Set.of(), Meanings::directionOf);
    LuceneDirectory backwards = new LuceneDirectory(base, Set.of(), Meanings::directionOf);
    List<Found> found = needs.stream().map(forwards::find).toList();
    List<Found> foundLast = needs.reversed().stream().map(backwards::find).toList();
    assertThat(foundLast.reversed()).isEqualTo(found);
    assertThat(needs.stream().map(forwards::find).toList()).isEqualTo(found);
  }

  @Test
  void anyWordsAreSearchedWithoutError() {
    LocalDateTime now = CarersNeed.tuesday(10);
    List<String> odd =
        List.of(
            "",
            " ?!. ",
            "\u0000\ud83d\ude22",
            "aa ca ld ot hb uc pip dla ms mnd ".repeat(200),
            "power of attorney ".repeat(500),
            "x".repeat(100_000),
            "field:value AND (NOT *?~ [a TO b]) \"\\");
    for (String words : odd) {
      Need asked = new Need(words, List.of(), Slots.NONE, now, Set.of(), 2);
      assertThat(directory.find(asked).services()).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void nothingIsFoundForNothing() {
    Found found = find("10 | | | | ");
    assertThat(found.services()).isEmpty();
    assertThat(found.guide()).isEmpty();
  }

  @Test
  void topicIsNamedForTheMiddleOfASentence() {
    assertThat(directory.labelOf("breaks-respite")).isEqualTo("a break from caring");
    assertThat(directory.labelOf("unheard-of")).isEqualTo("unheard-of");
  }
}
