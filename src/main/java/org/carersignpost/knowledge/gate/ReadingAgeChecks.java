package org.carersignpost.knowledge.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.carersignpost.knowledge.files.Draft;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.ServiceRecord;

/// Whether a nine-year-old could read what carers get.
///
/// Texts of fewer than twenty words are judged together, those of one file and kind.
final class ReadingAgeChecks {
  /// Of fewer words alone the measure says nothing.
  static final int FEWEST_WORDS = 20;

  /// What the service itself says, and answers to questions.
  static final Limits ANSWERS = new Limits(11, 14);

  /// What a service does is told in two dozen words, many of them names of conditions, so that one
  /// long word makes a year.
  static final Limits SERVICES = new Limits(13, 17);

  private final Draft draft;
  private final Names names;
  private final Findings findings;

  ReadingAgeChecks(Draft draft, Findings findings) {
    this.draft = draft;
    this.names = Names.of(draft);
    this.findings = findings.of(Rule.READING_AGE);
  }

  /// Ages in years.
  ///
  /// @param warning above it an editor should look
  /// @param error above it the text may not be published
  record Limits(int warning, int error) {}

  void check() {
    prompts();
    draft.guides().forEach(this::guide);
    draft.services().stream().filter(ServiceRecord::isActive).forEach(this::service);
  }

  private void prompts() {
    Map<String, Reading> shortTexts = new LinkedHashMap<>();
    Map<String, Reading> shortSpeech = new LinkedHashMap<>();
    draft
        .prompts()
        .forEach((key, prompt) -> {
          if (Keys.isForeign(key)) {
            return;
          }
          Findings inFile = findings.in(prompt.file());
          prompt
              .text()
              .ifPresent(text -> prompt(key + ".text", text, prompt.file(), shortTexts, inFile));
          prompt(key + ".speech", prompt.speech(), prompt.file(), shortSpeech, inFile);
        });
    shortTexts.forEach(
        (file, all) -> judge("short texts together", all, ANSWERS, findings.in(file)));
    shortSpeech.forEach(
        (file, all) -> judge("short speech together", all, ANSWERS, findings.in(file)));
  }

  private void prompt(
      String field, String words, String file, Map<String, Reading> together, Findings inFile) {
    Reading reading = Reading.of(words, names);
    if (reading.words() < FEWEST_WORDS) {
      together.merge(file, reading, Reading::plus);
    } else {
      judge(field, reading, ANSWERS, inFile);
    }
  }

  private void guide(GuideRecord guide) {
    Findings inFile = findings.in(guide);
    judge("text", Reading.of(guide.text(), names), ANSWERS, inFile);
    judge("spoken", Reading.of(guide.spoken(), names), ANSWERS, inFile);
    judge("body", Reading.of(guide.body(), names), ANSWERS, inFile);
  }

  private void service(ServiceRecord service) {
    Findings inFile = findings.in(service);
    // The name itself cannot be plainer, so only what follows it counts.
    Reading sent =
        Reading.of(service.signpost().text() + ".", names)
            .plus(Reading.of(service.signpost().spoken(), names));
    judge("signpost.text and signpost.spoken", sent, SERVICES, inFile);
    judge("description", Reading.of(service.description(), names), SERVICES, inFile);
  }

  private static void judge(String field, Reading reading, Limits limits, Findings inFile) {
    double age = reading.age();
    if (reading.words() < FEWEST_WORDS || age <= limits.warning()) {
      return;
    }
    inFile.add(
        age > limits.error() ? Severity.ERROR : Severity.WARNING,
        field,
        "needs a reading age of %.1f".formatted(age),
        "shorter sentences and shorter words: an age of 9, at most %d".formatted(limits.warning()),
        age);
  }
}
