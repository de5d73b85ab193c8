package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.carersignpost.dialogue.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTests {
  private static final Places PLACES = KnowledgeBase.read(Path.of("knowledge-base")).places();

  @Test
  void nameInAnAreaIsTheOneThere() {
    Place hook = PLACES.named("Hook in Fareham").orElseThrow();

    assertThat(hook.name()).isEqualTo("Hook");
    assertThat(hook.areas()).containsExactly("Fareham");
    assertThat(hook.isAmbiguous()).isFalse();
    assertThat(hook.isOutside()).isFalse();
  }

  @Test
  void nameInAnAreaAcrossTheBorderIsOutsideWithItsCouncil() {
    Place district = PLACES.named("BH24 in Dorset").orElseThrow();

    assertThat(district.isOutside()).isTrue();
    assertThat(district.council()).isEqualTo("Dorset Council");
    assertThat(PLACES.named("BH24 in New Forest").orElseThrow().kind())
        .isEqualTo(Place.Kind.POSTCODE);
  }

  @ParameterizedTest
  @CsvSource({"Hook in Gosport", "Zzyzx in Hart", "Hook in ", "' in Hart'"})
  void nameInAnAreaWhereItIsNotIsNone(String name) {
    assertThat(PLACES.named(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Leeds,Leeds City Council",
    "Reading,Reading Borough Council",
    "Guildford,Surrey County Council",
    "Oxford,Oxfordshire County Council",
    "Bath,Bath and North East Somerset Council",
    "Sale,Trafford Council",
    "Rugby,Warwickshire County Council",
    "Croydon,Croydon Council",
    "Cardiff,Cardiff Council",
    "Belfast,Belfast Health and Social Care Trust"
  })
  void townOutsideHasTheCouncilForSocialCare(String town, String council) {
    Place place = PLACES.named(town).orElseThrow();

    assertThat(place.isOutside()).isTrue();
    assertThat(place.council()).isEqualTo(council);
  }

  @Test
  void everyDistrictAcrossTheBorderIsEitherOursOrHasACouncil() {
    List<Place> districts =
        PLACES.all().filter(place -> !place.isOutside() && place.isAmbiguous()).toList();

    assertThat(districts)
        .allSatisfy(place ->
            assertThat(place.areas())
                .allMatch(area -> PLACES.named(place.name() + " in " + area).isPresent()));
  }
}
