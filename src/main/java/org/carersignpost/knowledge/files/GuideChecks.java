package org.carersignpost.knowledge.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Whether one guide is fit to be sent to a carer.
final class GuideChecks {
  private static final int MOST_TEXT = 230;

  private final Taxonomy taxonomy;
  private final Areas areas;
  private final Set<String> services;
  private final QuotedNumbers numbers;
  private final LocalDate today;

  /// @param services the slugs that exist
  /// @param today nothing can have been checked later
  GuideChecks(
      Taxonomy taxonomy,
      Areas areas,
      Set<String> services,
      QuotedNumbers numbers,
      LocalDate today) {
    this.taxonomy = taxonomy;
    this.areas = areas;
    this.services = services;
    this.numbers = numbers;
    this.today = today;
  }

  /// @param fileName without folder and ending
  void check(String fileName, GuideRecord guide, Faults faults) {
    if (!guide.id().equals(fileName)) {
      faults.add("id", guide.id() + " is not the file's name, " + fileName);
    }
    if (guide.topics().isEmpty()) {
      faults.add("topics", "is missing, so nobody would find it");
    }
    each("topics", guide.topics(), faults, "is not a topic in taxonomy.yaml", this::isTopic);
    each("services", guide.services(), faults, "is not a service", services::contains);
    each("coverage", guide.coverage(), faults, "is not an area in areas.csv", this::isArea);
    TextChecks text = new TextChecks(faults);
    text.texted("title", guide.title());
    text.texted("text", guide.text(), MOST_TEXT);
    if (guide.sources().isEmpty() && guide.sourcesNotRead().isEmpty()) {
      faults.add("sources", "is missing: where were its facts read?");
    }
    for (int i = 0; i < guide.sources().size(); i++) {
      text.url("sources[" + i + "]", guide.sources().get(i));
    }
    assurance(guide, faults);
    numbers.check("text", guide.text(), faults);
    numbers.check("spoken", guide.spoken(), faults);
    numbers.check("body", guide.body(), faults);
  }

  private void assurance(GuideRecord guide, Faults faults) {
    if (guide.assuredDate().filter(today::isBefore).isPresent()) {
      faults.add("assured_date", "is in the future");
    }
    if (guide.assurer().isPresent() && guide.assuredDate().isEmpty()) {
      faults.add("assured_date", "is missing: when did " + guide.assurer().get() + " check it?");
    }
  }

  private boolean isTopic(String id) {
    return taxonomy.topics().isEmpty() || taxonomy.topic(id).isPresent();
  }

  private boolean isArea(String name) {
    return areas.isEmpty() || areas.named(name).isPresent();
  }

  private static void each(
      String field, List<String> values, Faults faults, String reason, Predicate<String> known) {
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      if (!known.test(value)) {
        faults.add(field + "[" + i + "]", value + " " + reason);
      } else if (values.indexOf(value) < i) {
        faults.add(field + "[" + i + "]", value + " is there twice");
      }
    }
  }
}
