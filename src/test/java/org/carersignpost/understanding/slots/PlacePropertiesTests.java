package org.carersignpost.understanding.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Slots;

/// No text is too odd for the places, and none makes one up.
class PlacePropertiesTests {
  private static final Set<String> NAMES = names();

  @Property(tries = 400)
  void anyTextIsRead(@ForAll String text, @ForAll boolean asked) {
    assertThat(found(text, asked)).allMatch(PlacePropertiesTests::isOfTheFile);
  }

  @Property(tries = 800)
  void placeFoundIsOneOfTheFile(@ForAll("nearlyPlaces") String text, @ForAll boolean asked) {
    assertThat(found(text, asked)).allMatch(PlacePropertiesTests::isOfTheFile);
  }

  private static List<Place> found(String text, boolean asked) {
    Slots slots = SlotReading.findings(text, asked).slots();
    return Stream.of(slots.place(), slots.carersPlace()).flatMap(Optional::stream).toList();
  }

  /// A district of another part of the country is named as it was written.
  private static boolean isOfTheFile(Place place) {
    return NAMES.contains(place.name())
        || (place.isOutside() && place.name().matches("[A-Z]{1,2}[0-9][A-Z0-9]?"));
  }

  /// Names of places with a slip of the thumb, between words that go with places.
  @Provide
  Arbitrary<String> nearlyPlaces() {
    Arbitrary<String> names = Arbitraries.of(NAMES).flatMap(PlacePropertiesTests::misspelt);
    Arbitrary<String> around =
        Arbitraries.of(
            "in", "near", "mum", "lives", "i", "from", "my", "im", ",", ".", "hants", "to");
    Arbitrary<String> codes =
        Arbitraries.strings().withChars("sopgurh0123456789 ").ofMinLength(2).ofMaxLength(8);
    return Arbitraries.frequencyOf(Tuple.of(3, names), Tuple.of(4, around), Tuple.of(1, codes))
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(words -> String.join(" ", words));
  }

  private static Arbitrary<String> misspelt(String name) {
    return Arbitraries.integers()
        .between(0, name.length() - 1)
        .flatMap(at ->
            Arbitraries.of(
                name,
                name.toLowerCase(Locale.ROOT),
                name.substring(0, at) + name.substring(at + 1),
                name.substring(0, at) + name.charAt(at) + name.substring(at)));
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>();
    try {
      for (String file : List.of("places.csv", "areas.csv")) {
        Files.readAllLines(Path.of("knowledge-base").resolve(file)).stream()
            .skip(1)
            .map(line -> Csv.values(line).getFirst())
            .forEach(names::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
