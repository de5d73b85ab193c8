package org.carersignpost.understanding.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Places as tired people write them on a phone, and words that only look like places.
///
/// The lines `tuned` were looked at while the reader was being changed, those `seen` only counted;
/// those `fresh` were written afterwards and have changed nothing.
class PlaceSpellingsTests {
  private static final Path FILE = Path.of("src/test/resources/slots/place-spellings.tsv");
  private static final String NONE = "-";

  /// @param expected names of which any is right; `-` for none
  private record Line(String part, boolean asked, String message, List<String> expected) {
    static Line of(String line) {
      String[] values = line.split("\t", -1);
      return new Line(
          values[0], values[1].equals("y"), values[2], Arrays.asList(values[3].split("/")));
    }

    boolean isTrap() {
      return expected.equals(List.of(NONE));
    }

    /// The place, or the carer's own outside where the person cared for may be anywhere.
    String read() {
      Slots slots = SlotReading.findings(message, asked).slots();
      return slots.place().or(slots::carersPlace).map(Place::name).orElse(NONE);
    }

    @Override
    public String toString() {
      return "%s: %s, not %s".formatted(message, read(), String.join("/", expected));
    }
  }

  private static List<Line> lines() throws IOException {
    return Files.readAllLines(FILE).stream().skip(1).map(Line::of).toList();
  }

  private static List<Line> misread(String part, boolean traps) throws IOException {
    return lines().stream()
        .filter(line -> line.part().equals(part) && line.isTrap() == traps)
        .filter(line -> !line.expected().contains(line.read()))
        .toList();
  }

  @Test
  void thereAreManyPlacesAndManyTraps() throws IOException {
    assertThat(lines()).filteredOn(line -> !line.isTrap()).hasSizeGreaterThan(300);
    assertThat(lines()).filteredOn(Line::isTrap).hasSizeGreaterThan(120);
  }

  @ParameterizedTest
  @CsvSource({"tuned,1", "seen,1", "fresh,3"})
  void fewPlacesAreMisread(String part, int most) throws IOException {
    assertThat(misread(part, false)).hasSizeLessThanOrEqualTo(most);
  }

  @ParameterizedTest
  @CsvSource({"tuned,0", "seen,2", "fresh,1"})
  void fewOtherWordsAreTakenForPlaces(String part, int most) throws IOException {
    assertThat(misread(part, true)).hasSizeLessThanOrEqualTo(most);
  }
}
