package org.carersignpost.knowledge.gate;

import org.carersignpost.knowledge.files.Draft;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.Phone;
import org.carersignpost.knowledge.files.PhoneNumbers;
import org.carersignpost.knowledge.files.ServiceRecord;

/// Whether a caller can bear in mind what is said in one piece.
final class SpeechChecks {
  /// Most of what is said takes less; above it an editor should look.
  static final double MANY_SECONDS = 22;

  /// Nobody listens longer to a machine.
  static final double MOST_SECONDS = 40;

  private final Draft draft;
  private final Fillings fillings;
  private final Findings all;

  SpeechChecks(Draft draft, Fillings fillings, Findings findings) {
    this.draft = draft;
    this.fillings = fillings;
    this.all = findings.of(Rule.SPOKEN_LENGTH);
  }

  void check() {
    draft
        .prompts()
        .forEach((key, prompt) -> {
          if (!Keys.isForeign(key)) {
            judge(key + ".speech", fillings.spoken(prompt.speech()), all.in(prompt.file()));
          }
        });
    for (GuideRecord guide : draft.guides()) {
      judge("spoken", guide.spoken(), all.in(guide));
    }
    draft.services().stream()
        .filter(ServiceRecord::isActive)
        .forEach(service -> judge("signpost.spoken", asSaid(service), all.in(service)));
  }

  /// Name, sentence and number, which is then said once more: the second time nobody need bear
  /// anything else in mind.
  private static String asSaid(ServiceRecord service) {
    String number =
        service.phones().stream()
            .filter(phone -> phone.type() != Phone.Type.TEXTPHONE)
            .findFirst()
            .flatMap(phone -> PhoneNumbers.parse(phone.number()))
            .map(known -> " The number is " + known.reading() + ".")
            .orElse("");
    return service.alternateName() + ". " + service.signpost().spoken() + number;
  }

  private static void judge(String field, String words, Findings findings) {
    double seconds = SpeakingTime.seconds(words);
    if (seconds > MANY_SECONDS) {
      findings.add(
          seconds > MOST_SECONDS ? Severity.ERROR : Severity.WARNING,
          field,
          "takes about %.0f seconds to say".formatted(Math.ceil(seconds)),
          "at most %.0f seconds; above %.0f it is an error".formatted(MANY_SECONDS, MOST_SECONDS),
          seconds);
    }
  }
}
