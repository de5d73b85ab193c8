package org.carersignpost.knowledge.gate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Gsm7;
import org.carersignpost.dialogue.Prompt;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.ServiceLine;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.search.LuceneDirectory;
import org.carersignpost.knowledge.search.Meaning;

/// Whether the line of every service, as it is sent, leaves room in two segments for what comes
/// after it, whatever its opening hours say.
///
/// The very words of the directory are measured, at four times of each day of a week.
final class LineChecks {
  private static final int MOST_SEPTETS = 2 * Gsm7.JOINED;
  private static final int DAYS = 7;

  private static final List<LocalTime> TIMES =
      List.of(LocalTime.of(3, 0), LocalTime.of(8, 30), LocalTime.of(12, 15), LocalTime.of(19, 45));

  private final KnowledgeBase base;
  private final Fillings fillings;
  private final LocalDate today;
  private final Findings findings;

  LineChecks(KnowledgeBase base, Fillings fillings, LocalDate today, Findings findings) {
    this.base = base;
    this.fillings = fillings;
    this.today = today;
    this.findings = findings.of(Rule.SEGMENTS);
  }

  void check() {
    ServiceDirectory directory = new LuceneDirectory(base, Set.of(), Meaning.NONE);
    int question = longestQuestion();
    int close = 1 + septets(Prompt.ANSWER_CLOSE_ONE);
    for (ServiceRecord service : base.services()) {
      longest(service, directory)
          .ifPresent(line -> {
            if (line.full() + close > MOST_SEPTETS) {
              findings
                  .in(service)
                  .add(
                      Severity.ERROR,
                      "signpost.text",
                      "makes a line of %d characters, which leaves no room for the way on"
                          .formatted(line.full()),
                      "a line of at most %d: shorten the name, the offer or the web address"
                          .formatted(MOST_SEPTETS - close),
                      line.full());
            } else if (line.bare() + question > MOST_SEPTETS) {
              findings
                  .in(service)
                  .add(
                      Severity.WARNING,
                      "alternate_name",
                      "leaves no room for our longest question after name and contact (%d characters)"
                          .formatted(line.bare()),
                      "at most %d characters".formatted(MOST_SEPTETS - question),
                      line.bare());
            }
          });
    }
  }

  /// @param full septets of the line with the offer
  /// @param bare septets of name and contact
  private record Line(int full, int bare) {}

  private Optional<Line> longest(ServiceRecord service, ServiceDirectory directory) {
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(DAYS)
        .flatMap(day -> TIMES.stream().map(day::atTime))
        .flatMap(now -> directory.signpost(service.slug(), now).map(s -> line(s, now)).stream())
        .max(Comparator.comparingInt(Line::full));
  }

  private static Line line(Signpost signpost, LocalDateTime now) {
    int full = Gsm7.septets(Gsm7.plain(ServiceLine.of(signpost, now)));
    return new Line(full, full - Gsm7.septets(signpost.offer() + ". "));
  }

  private int longestQuestion() {
    return 1
        + Stream.of(Prompt.ANSWER_ASK_PLACE, Prompt.ANSWER_OUTSIDE, Prompt.PLACE_WHICH)
            .mapToInt(this::septets)
            .max()
            .orElse(0);
  }

  private int septets(Prompt prompt) {
    return Gsm7.septets(fillings.written(base.prompts().text(prompt)));
  }
}
