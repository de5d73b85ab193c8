package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carersignpost.dialogue.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CentroidTests {
  private static final String FILE = "place-centroids.csv";
  private static final String HEAD = "name,latitude,longitude\n";

  /// The furthest that a village of a large rural district is from the middle of a postcode
  /// district there.
  private static final double FURTHEST = 11;

  private static final Places PLACES = KnowledgeBase.read(Path.of("knowledge-base")).places();

  private final Path folder;

  CentroidTests(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<Problem> problems(String lines) {
    return new SmallKnowledgeBase(folder).add(FILE, HEAD + lines).problems();
  }

  @ParameterizedTest
  @CsvSource({
    "Winchester,Southampton,18.9",
    "Alton,Basingstoke,14.8",
    "Gosport,Portsea,1.9",
    "Fareham,Fareham,0"
  })
  void distanceIsAsTheCrowFlies(String from, String to, double kilometres) {
    assertThat(centroid(from).distanceTo(centroid(to))).isCloseTo(kilometres, within(0.15));
    assertThat(centroid(to).distanceTo(centroid(from)))
        .isCloseTo(centroid(from).distanceTo(centroid(to)), within(1e-9));
  }

  @Test
  void quarterOfTheWayRoundTheEarthIsTenThousandKilometres() {
    assertThat(new Centroid(0, 0).distanceTo(new Centroid(90, 0))).isCloseTo(10_007.6, within(0.1));
    assertThat(new Centroid(0, 179).distanceTo(new Centroid(0, -179)))
        .isCloseTo(222.4, within(0.1));
  }

  @Test
  void placeIsFoundHoweverItIsWritten() {
    assertThat(PLACES.centroid("alton")).isEqualTo(PLACES.centroid("Alton")).isPresent();
    assertThat(PLACES.centroid("Nowhere")).isEmpty();
  }

  @Test
  void wholePostcodeIsWhereItsDistrictIs() {
    assertThat(PLACES.centroidOfPostcode("SO23 8UJ"))
        .isEqualTo(PLACES.centroid("SO23"))
        .isPresent();
    assertThat(PLACES.centroidOfPostcode("so238uj")).isEqualTo(PLACES.centroid("SO23"));
    assertThat(PLACES.centroidOfPostcode("LS6 2AB")).isEmpty();
    assertThat(PLACES.centroidOfPostcode("SO")).isEmpty();
  }

  @Test
  void nameOfSeveralPlacesHasNoMiddle() {
    assertThat(PLACES.centroid("Hook")).isEmpty();
  }

  @Test
  void everyPlaceIsNearADistrictOfItsOwnCouncil() {
    List<Place> districts =
        PLACES.all().filter(place -> place.kind() == Place.Kind.POSTCODE).toList();
    List<Place> checked =
        PLACES
            .all()
            .filter(place -> place.kind() == Place.Kind.TOWN)
            .filter(place -> PLACES.centroid(place.name()).isPresent())
            .filter(place -> districts.stream().anyMatch(d -> isIn(d, place.areas().getFirst())))
            .toList();

    assertThat(checked).hasSizeGreaterThan(300);
    assertThat(checked)
        .allSatisfy(place ->
            assertThat(nearest(centroid(place.name()), districts, place.areas().getFirst()))
                .isLessThan(FURTHEST));
  }

  private static boolean isIn(Place district, String area) {
    return district.areas().contains(area) && PLACES.centroid(district.name()).isPresent();
  }

  private static double nearest(Centroid place, List<Place> districts, String area) {
    return districts.stream()
        .filter(district -> isIn(district, area))
        .map(district -> centroid(district.name()).distanceTo(place))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Centroid centroid(String name) {
    return PLACES.centroid(name).orElseThrow();
  }

  @Test
  void countyMayDoWithoutThem() {
    assertThat(new SmallKnowledgeBase(folder).load().places().centroid("Westbury")).isEmpty();
  }

  @Test
  void centroidOfTheFileIsRead() {
    SmallKnowledgeBase base =
        new SmallKnowledgeBase(folder).add(FILE, HEAD + "Westbury,51.5,-1.25\nXX1,51.4,-1.2\n");

    assertThat(base.load().places().centroid("Westbury"))
        .isEqualTo(Optional.of(new Centroid(51.5, -1.25)));
    assertThat(base.load().places().centroidOfPostcode("XX1 1AA"))
        .isEqualTo(Optional.of(new Centroid(51.4, -1.2)));
  }

  @Test
  void placeIsInTheFileOfPlaces() {
    assertThat(problems("Zzyzx,51.5,-1.25\n"))
        .containsExactly(new Problem(FILE, "line 2", "Zzyzx is not in places.csv"));
  }

  @Test
  void placeIsThereOnce() {
    assertThat(problems("Westbury,51.5,-1.25\nwestbury,51.5,-1.25\n"))
        .containsExactly(new Problem(FILE, "line 3", "westbury is there twice"));
  }

  @ParameterizedTest
  @CsvSource({"91,0", "0,181", "-91,0", "NaN,0"})
  void placeIsOnEarth(String latitude, String longitude) {
    assertThat(problems("Westbury," + latitude + "," + longitude + "\n"))
        .containsExactly(
            new Problem(FILE, "line 2", latitude + ", " + longitude + " is nowhere on earth"));
  }

  @Test
  void whereItIsStandsInNumbers() {
    assertThat(problems("Westbury,here,there\n"))
        .containsExactly(new Problem(FILE, "line 2", "here, there are not two numbers"));
    assertThatThrownBy(() -> new Centroid(100, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nameOfSeveralPlacesMayNotHaveOne() {
    SmallKnowledgeBase base =
        new SmallKnowledgeBase(folder)
            .change("places.csv", "Westbury,place,Westbury", "Westbury,place,Westbury;Westshire")
            .add(FILE, HEAD + "Westbury,51.5,-1.25\n");

    assertThat(base.problems())
        .containsExactly(
            new Problem(
                FILE, "line 2", "Westbury is the name of several places, so it has no middle"));
  }
}
