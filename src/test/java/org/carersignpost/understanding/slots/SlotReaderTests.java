package org.carersignpost.understanding.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.understanding.classifier.Normaliser;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotReaderTests {
  private static final SlotReader READER =
      SlotReader.load(Path.of("knowledge-base"), OrdinaryWords.with(trainingWords()::contains));

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
    Slots slots = READER.read(Words.of(message), asked.equals("y")).slots();

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
    assertThat(READER.read(Words.of(message), false).onlyPlace()).isTrue();
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
    assertThat(READER.read(Words.of(message), false).onlyPlace()).isFalse();
  }

  @Test
  void conditionOfTheCarerGivesATopicButNoSlot() {
    SlotFindings found = READER.read(Words.of("im so depressed"), false);

    assertThat(found.slots().conditions()).isEmpty();
    assertThat(found.topics()).containsExactly("mental-health");
  }

  @Test
  void findingsTellTheirWords() {
    String message = "My Mum has dimentia. We are in Alton.";

    List<String> words =
        READER.read(Words.of(message), false).found().stream()
            .map(found -> found.slot() + "=" + message.substring(found.start(), found.end()))
            .toList();

    assertThat(words)
        .containsExactlyInAnyOrder("place=Alton", "relation=Mum", "condition=dimentia");
  }

  private static Place place(String message) {
    return READER.read(Words.of(message), false).slots().place().orElseThrow();
  }

  private static Set<String> trainingWords() {
    try (Stream<Path> files = Files.list(Path.of("knowledge-base/intents"))) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .flatMap(SlotReaderTests::lines)
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Normaliser.tokens(line).stream())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
