package org.carersignpost.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.Place;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoverageTests {
  private static KnowledgeBase base;
  private static Coverage coverage;

  @BeforeAll
  static void readKnowledge() {
    base = KnowledgeBase.read(Path.of("knowledge-base"));
    coverage = new Coverage(base.areas());
  }

  private static double reach(String service, Place place) {
    return reach(service, Optional.of(place));
  }

  private static double reach(String service, Optional<Place> place) {
    Set<String> areas =
        base.service(service).orElseThrow().serviceAreas().stream()
            .map(ServiceArea::name)
            .collect(Collectors.toSet());
    return coverage.to(place).of(coverage.covered(areas));
  }

  @Test
  void homeAreaIsTheOneThatHoldsMost() {
    assertThat(coverage.home()).isEqualTo("Hampshire");
    assertThat(coverage.nation()).isEqualTo("England");
    assertThat(coverage.smallest())
        .hasSize(14)
        .contains("Winchester", "Southampton", "Isle of Wight")
        .doesNotContain("Hampshire", "England");
  }

  @Test
  void hampshiresServicesDoNotReachTheCitiesAndTheIsland() {
    for (String area : List.of("Southampton", "Portsmouth", "Isle of Wight")) {
      assertThat(reach("hcc-adults-health-and-care", CarersNeed.in(area))).isZero();
    }
    assertThat(reach("hcc-adults-health-and-care", CarersNeed.in("Gosport"))).isPositive();
  }

  @Test
  void theMoreLocalTheBetter() {
    Place winchester = CarersNeed.in("Winchester");
    assertThat(reach("citizens-advice-winchester", winchester))
        .isGreaterThan(reach("hcc-adults-health-and-care", winchester));
    assertThat(reach("hcc-adults-health-and-care", winchester))
        .isGreaterThan(reach("citizens-advice-adviceline", winchester));
  }

  @Test
  void withoutAPlaceADistrictsServiceIsBehindACountys() {
    assertThat(reach("citizens-advice-winchester", Optional.empty()))
        .isPositive()
        .isLessThan(reach("nhs-talking-therapies-hampshire", Optional.empty()));
    assertThat(reach("nhs-talking-therapies-hampshire", Optional.empty()))
        .isLessThan(reach("hcc-adults-health-and-care", Optional.empty()));
  }

  @Test
  void partOfAnAmbiguousPlaceCountsLess() {
    Place either = CarersNeed.in("Winchester", "Southampton");
    assertThat(reach("carers-in-southampton", either))
        .isPositive()
        .isLessThan(reach("carers-uk-helpline", either));
    assertThat(reach("portsmouth-carers-service", either)).isZero();
  }

  @Test
  void outsideOnlyTheNationsServicesReach() {
    assertThat(reach("carers-uk-helpline", CarersNeed.outside("Salisbury"))).isPositive();
    assertThat(reach("nhs-111-mental-health", CarersNeed.outside("Salisbury"))).isZero();
  }
}
