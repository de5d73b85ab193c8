package org.carersignpost.channel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.carersignpost.channel.FakeTurns;
import org.carersignpost.conversation.Received;
import org.carersignpost.conversation.ServiceFinder;
import org.junit.jupiter.api.Test;

class TerminalPhoneTests {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T10:15:00Z"), ZoneOffset.UTC);

  private final FakeTurns turns = new FakeTurns();
  private final List<Duration> steps = new ArrayList<>();

  @Test
  void everyLineIsATextAndEveryAnswerShowsItsLength() throws IOException {
    turns.answer("Ring 0300 000 0000.\nAnything else?", "Bye.");

    assertThat(talk("mum fell\n\n  \nwhat now"))
        .contains("carer: mum fell", "us: Ring 0300 000 0000.\n    Anything else?")
        .contains("(1 segment, GSM-7, 34 characters)", "us: Bye.");
    assertThat(turns.taken())
        .extracting(Received::utterance)
        .containsExactly("mum fell", "what now");
    assertThat(turns.taken()).extracting(Received::id).doesNotHaveDuplicates();
  }

  @Test
  void silenceIsShown() throws IOException {
    turns.answer();

    assertThat(talk("STOP")).contains("(no reply)");
  }

  @Test
  void numberIsChangedButOnlyToAFreeOne() throws IOException {
    assertThat(talk("/number 07700 900456\none\n/number 07912 345678\ntwo"))
        .contains("Texting from 07700 900456.", "belong to nobody");
    assertThat(turns.taken())
        .extracting(taken -> taken.e164().orElseThrow())
        .containsExactly("+447700900456", "+447700900456");
  }

  @Test
  void clockIsMoved() throws IOException {
    assertThat(talk("/clock PT3H\n/clock soon\n/clock"))
        .contains("It is Monday 2 March 2026, 10:15.", "A step is a duration");
    assertThat(steps).containsExactly(Duration.ofHours(3));
  }

  @Test
  void clockStandsOnlyWhereItCannotBeMoved() throws IOException {
    assertThat(talk("/clock PT3H", Optional.empty())).contains("demonstration mode only");
  }

  @Test
  void quitEndsAndUnknownCommandsAreNotSent() throws IOException {
    assertThat(talk("/what\n/help\n/quit\nnever sent"))
        .contains("There is no /what.", "/number 07700 900456")
        .doesNotContain("never sent");
    assertThat(turns.taken()).isEmpty();
  }

  @Test
  void lastAnswerIsExplainedPartByPart() throws IOException {
    turns.answer("Ring 0300 000 0000.");

    assertThat(talk("/explain\nmum fell\n/explain"))
        .contains("Nothing is found in these words.")
        .contains("a-line: it is for this need, open now\n  topics 0.85, opening 1.08, total 0.92");
  }

  private static List<ServiceFinder.Found> explained(String e164, String words) {
    Map<String, Double> score = new LinkedHashMap<>();
    score.put("topics", 0.85);
    score.put("opening", 1.08);
    score.put("total", 0.918);
    return words.isEmpty()
        ? List.of()
        : List.of(
            new ServiceFinder.Found(
                "a-line",
                "A Line",
                "listens",
                "UK",
                "open",
                List.of(),
                Optional.empty(),
                List.of("it is for this need", "open now"),
                "A Line: listens",
                score));
  }

  private String talk(String lines) throws IOException {
    return talk(lines, Optional.of(steps::add));
  }

  private String talk(String lines, Optional<Consumer<Duration>> advance) throws IOException {
    StringWriter out = new StringWriter();
    new TerminalPhone(
            turns, CLOCK, advance, TerminalPhoneTests::explained, new PrintWriter(out), false)
        .talk(new BufferedReader(new StringReader(lines)));
    return out.toString().replace(System.lineSeparator(), "\n");
  }
}
