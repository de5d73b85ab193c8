package org.carersignpost.understanding.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotReaderTests {
  /// `-` stands for nothing, `a/b` for either.
  @ParameterizedTest
  @CsvFileSource(resources = "/slots/slots.tsv", delimiter = '\t', numLinesToSkip = 1)
  void slotsAreRead(
      String asked,
      String message,
      String place,
      String relation,
      String young,
      String conditions) {
    Slots slots = SlotReading.findings(message, asked.equals("y")).slots();

    assertThat(place.split("/")).contains(slots.place().map(Place::name).orElse("-"));
    assertThat(relation.split("/")).contains(slots.relation().orElse("-"));
    assertThat(slots.youngCarer().map(String::valueOf).orElse("-")).isEqualTo(young);
    assertThat(slots.conditions().isEmpty() ? "-" : String.join(",", slots.conditions()))
        .isEqualTo(conditions);
  }

  @Test
  void nameInSeveralAreasKeepsAllAndAnotherPlaceBesideItNarrowsThem() {
    assertThat(place("im in hook").areas()).hasSize(2);
    assertThat(place("im in hook").isAmbiguous()).isTrue();
    assertThat(place("im in hook, fareham").areas()).containsExactly("Fareham");
    assertThat(place("im in whiteley po15").areas()).containsExactly("Winchester", "Fareham");
  }

  @ParameterizedTest
  @CsvSource({
    "'im in fareham, mum lives in gosport',Gosport,Fareham,-",
    "'mum lives in gosport and i am in southampton',Gosport,Southampton,-",
    "im in fareham but mums in reading,Reading,Fareham,-",
    "'dad is in leeds, im in romsey',Leeds,Romsey,-",
    "'needs assessment, fareham and southampton',Fareham,-,Southampton",
    "'help for dad, fareham or southampton',Fareham,-,Southampton",
    "ryde on the isle of wight,Ryde,-,-",
    "'whiteley, fareham',Whiteley,-,-",
    "we live in fareham,Fareham,-,-",
    "'im in leeds, mum needs care',-,Leeds,-",
    "im in leeds and my husband needs care,Leeds,-,-",
    "parents in ringwood me in leeds,Ringwood,Leeds,-",
    "my train from woking was late,-,-,-",
    "im not joking,-,-,-",
    "'dad went in the home in march',-,-,-",
    "need a hotel in brighton,-,-,-"
  })
  void whoseEachPlaceIsIsTold(String message, String place, String carers, String other) {
    Slots slots = SlotReading.slots(message);

    assertThat(slots.place().map(Place::name).orElse("-")).isEqualTo(place);
    assertThat(slots.carersPlace().map(Place::name).orElse("-")).isEqualTo(carers);
    assertThat(slots.otherPlace().map(Place::name).orElse("-")).isEqualTo(other);
  }

  @Test
  void outsidePlaceNamesTheCouncilToAsk() {
    Place farnham = place("we live in farnham");

    assertThat(farnham.isOutside()).isTrue();
    assertThat(farnham.council()).isEqualTo("Surrey County Council");
    assertThat(place("so23 9ab").kind()).isEqualTo(Place.Kind.POSTCODE);
    assertThat(place("so23 9ab").council()).isEmpty();
    assertThat(place("LS6 2AB").isOutside()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alton",
        "so23",
        "SO23 9AB",
        "im in fareham",
        "near romsey pls",
        "Winchester.",
        "hi im in gosport",
        "mum lives in alton",
        "just outside andover thanks",
        "petersfeild",
        "Whiteley PO15",
        "its hedge end"
      })
  void messageIsNothingButAPlace(String message) {
    assertThat(SlotReading.findings(message, false).onlyPlace()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i look after mum in alton",
        "respite in fareham",
        "alton carers group",
        "well",
        "over",
        "is alton hospital open",
        "hope",
        "mum has dementia",
        ""
      })
  void messageIsMoreThanAPlaceOrNone(String message) {
    assertThat(SlotReading.findings(message, false).onlyPlace()).isFalse();
  }

  @Test
  void conditionOfTheCarerGivesATopicButNoSlot() {
    SlotFindings found = SlotReading.findings("im so depressed", false);

    assertThat(found.slots().conditions()).isEmpty();
    assertThat(found.topics()).containsExactly("mental-health");
  }

  @Test
  void findingsTellTheirWords() {
    String message = "My Mum has dimentia. We are in Alton.";

    List<String> words =
        SlotReading.findings(message, false).found().stream()
            .map(found -> found.slot() + "=" + message.substring(found.start(), found.end()))
            .toList();

    assertThat(words)
        .containsExactlyInAnyOrder("place=Alton", "relation=Mum", "condition=dimentia");
  }

  @Test
  void everySlotTellsItsWords() {
    String message =
        "Im in Fareham, mum is 82 in SO23 8UJ. I'm 54. Ring me on 07700 900123 after 6, not tuesdays.";

    List<String> words =
        SlotReading.findings(message, false).found().stream()
            .map(found -> found.slot() + "=" + message.substring(found.start(), found.end()))
            .toList();

    assertThat(words)
        .contains(
            "place=SO23 8UJ",
            "postcode=SO23 8UJ",
            "carer's place=Fareham",
            "carer's age=54",
            "age of the person cared for=82",
            "phone=07700 900123",
            "ring time=after 6, not tuesdays");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?",
        "im",
        "im 999999999999999999999",
        "oh double",
        "oh double double double",
        "+44",
        "a hundred and",
        "ring me at",
        "ring me on",
        "me",
        "s.o.",
        "5.30.30.30",
        "S.O.S.O.S.O. 23",
        "\u0660\u0661 \u0661\u0664 im \u0661\u0664",
        "ring ring ring ring ring after after after",
        "my my my mum's mum's mum's 82 82 82"
      })
  void oddMessagesAreRead(String message) {
    assertThat(SlotReading.slots(message).phone()).isEmpty();
  }

  private static Place place(String message) {
    return SlotReading.findings(message, false).slots().place().orElseThrow();
  }
}
