package org.carersignpost.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Spoken;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// How long a caller who has said what they need listens until they have the number of a service.
///
/// It is an estimate, the same for every change: a voice of 150 words a minute, 0.4 seconds for
/// each digit that is said on its own, and the pauses as they are.
class ListeningTimeTests {
  private static final double LONGEST_MEDIAN = 35;
  private static final double SECONDS_A_WORD = 60 / 150.0;
  private static final double SECONDS_A_DIGIT = 0.4;

  private static final Pattern DIGITS = Pattern.compile("\\d(?: \\d)+");
  private static final VoiceTwiml TWIML = new VoiceTwiml(CoreLine.diction(), CoreLine.PROPERTIES);

  @Test
  void halfOfAllCallersHaveANumberWithinSeconds() throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (Path file : CallScript.files()) {
      OptionalDouble heard = untilFirstNumber(CallScript.read(file));
      heard.ifPresent(seconds::add);
    }
    seconds.sort(null);

    double median = seconds.get(seconds.size() / 2);
    System.out.printf(
        Locale.ROOT,
        "seconds of listening until the number has been said once, %d calls:"
            + " median %.1f, shortest %.1f, longest %.1f%n",
        seconds.size(),
        median,
        seconds.getFirst(),
        seconds.getLast());
    assertThat(seconds).hasSizeGreaterThanOrEqualTo(20);
    assertThat(median).isLessThan(LONGEST_MEDIAN);
  }

  /// From the first step in which words brought a service with a number.
  private static OptionalDouble untilFirstNumber(CallScript script) {
    Optional<CallScript.Step> first =
        script.steps().stream()
            .filter(step -> step.caller().startsWith("caller says: "))
            .filter(step ->
                step.heard().stream()
                    .anyMatch(line -> line.startsWith("  us: ") && line.contains("The number is ")))
            .findFirst();
    return first.map(ListeningTimeTests::seconds).orElseGet(OptionalDouble::empty);
  }

  private static OptionalDouble seconds(CallScript.Step step) {
    String twiml =
        TWIML.document(
            new Spoken(
                lines(step, "  !! "), lines(step, "  us: "), List.of(), new Spoken.Then.HangUp()),
            new StepAddress("CA1", 2),
            CoreLine.PROPERTIES.spokenBy());
    NodeList parts = TestPhone.parsed(twiml).getChildNodes();
    double seconds = 0;
    double untilDigits = 0;
    for (int i = 0; i < parts.getLength(); i++) {
      Element part = (Element) parts.item(i);
      boolean isDigits = DIGITS.matcher(part.getTextContent()).matches();
      if (part.getTagName().equals("Say") && untilDigits > 0 && !isDigits) {
        return OptionalDouble.of(untilDigits);
      }
      seconds += seconds(part);
      if (isDigits) {
        untilDigits = seconds;
      }
    }
    return untilDigits > 0 ? OptionalDouble.of(untilDigits) : OptionalDouble.empty();
  }

  private static double seconds(Element part) {
    if (part.getTagName().equals("Pause")) {
      return Integer.parseInt(part.getAttribute("length"));
    }
    double seconds = 0;
    for (String word : part.getTextContent().strip().split(" +")) {
      seconds += word.matches("\\d[.,]?") ? SECONDS_A_DIGIT : SECONDS_A_WORD;
    }
    return seconds;
  }

  private static List<String> lines(CallScript.Step step, String kind) {
    return step.heard().stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()))
        .toList();
  }
}
