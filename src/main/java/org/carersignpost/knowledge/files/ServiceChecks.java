package org.carersignpost.knowledge.files;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether one service's record is fit to be sent to a carer.
final class ServiceChecks {
  private static final int MOST_NAME = 38;
  private static final int MOST_TEXT = 72;
  private static final int MOST_QUESTIONS = 40;
  private static final int LONGEST_QUESTION = 160;
  private static final int OLDEST = 120;
  private static final String DOMESTIC_ABUSE = "domestic-abuse";
  private static final Pattern POSTCODE =
      Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2}");
  private static final Pattern LANGUAGE_CODE = Pattern.compile("[a-z]{2,3}");

  private final Taxonomy taxonomy;
  private final Areas areas;
  private final LocalDate today;
  private final Numbers numbers;

  ServiceChecks(Taxonomy taxonomy, Areas areas, LocalDate today, Numbers numbers) {
    this.taxonomy = taxonomy;
    this.areas = areas;
    this.today = today;
    this.numbers = numbers;
  }

  /// @param fileName without folder and ending
  void check(String fileName, ServiceRecord service, Faults faults) {
    if (!service.slug().equals(fileName)) {
      faults.add("signpost.slug", service.slug() + " is not the file's name, " + fileName);
    }
    if (service.topics().isEmpty()) {
      faults.add("attributes", "holds no topic, so nobody would find it");
    }
    assurance(service, faults);
    check(service, faults);
  }

  /// What also holds for a service that no editor has written: it may be without topics, and its
  /// source may be dated though nobody has assured it.
  void check(ServiceRecord service, Faults faults) {
    identity(service, faults);
    words(service, faults);
    ages(service, faults);
    new PhoneChecks(faults, numbers).check(service.phones());
    ScheduleChecks schedules = new ScheduleChecks(faults);
    schedules.check("schedules", service.schedules());
    for (int i = 0; i < service.phones().size(); i++) {
      schedules.check("phones[" + i + "].schedules", service.phones().get(i).schedules());
    }
    coverage(service.serviceAreas(), faults);
    topics(service, faults);
    sites(service, faults);
    sources(service, faults);
  }

  private static void identity(ServiceRecord service, Faults faults) {
    if (!service.organizationId().equals(service.organization().id())) {
      faults.add("organization_id", "is not organization.id");
    }
    for (int i = 0; i < service.attributes().size(); i++) {
      if (!service.attributes().get(i).linkId().equals(service.id())) {
        faults.add("attributes[" + i + "].link_id", "is not the service's id");
      }
    }
    for (int i = 0; i < service.serviceAtLocations().size(); i++) {
      ServiceAtLocation at = service.serviceAtLocations().get(i);
      if (!at.serviceId().equals(service.id())) {
        faults.add("service_at_locations[" + i + "].service_id", "is not the service's id");
      }
      if (!at.locationId().equals(at.location().id())) {
        faults.add("service_at_locations[" + i + "].location_id", "is not location.id");
      }
    }
  }

  private static void questions(List<String> questions, Faults faults) {
    String field = "signpost.questions";
    if (questions.size() > MOST_QUESTIONS) {
      faults.add(field, "are more than " + MOST_QUESTIONS);
    }
    if (new HashSet<>(questions).size() < questions.size()) {
      faults.add(field, "have one twice");
    }
    questions.stream()
        .filter(question -> question.isBlank() || question.length() > LONGEST_QUESTION)
        .forEach(question ->
            faults.add(
                field, "are of 1 to %d characters each: %s".formatted(LONGEST_QUESTION, question)));
  }

  private static void words(ServiceRecord service, Faults faults) {
    TextChecks text = new TextChecks(faults);
    text.texted("alternate_name", service.alternateName(), MOST_NAME);
    text.texted("signpost.text", service.signpost().text(), MOST_TEXT);
    questions(service.signpost().questions(), faults);
    text.texted("eligibility_description", service.eligibilityDescription());
    text.texted("application_process", service.applicationProcess());
    text.texted("fees", service.fees());
    text.texted("fees_description", service.feesDescription());
    text.texted("alert", service.alert());
    for (int i = 0; i < service.phones().size(); i++) {
      Phone phone = service.phones().get(i);
      text.texted("phones[" + i + "].description", phone.description());
      scheduleWords("phones[" + i + "].schedules", phone.schedules(), text);
    }
    scheduleWords("schedules", service.schedules(), text);
    service.url().ifPresent(url -> text.url("url", url));
    service.organization().website().ifPresent(url -> text.url("organization.website", url));
    service.email().ifPresent(email -> text.email("email", email));
    service.organization().email().ifPresent(email -> text.email("organization.email", email));
    for (int i = 0; i < service.languages().size(); i++) {
      if (!LANGUAGE_CODE.matcher(service.languages().get(i).code()).matches()) {
        faults.add("languages[" + i + "].code", "is not two or three small letters");
      }
    }
  }

  private static void scheduleWords(String field, List<Schedule> schedules, TextChecks text) {
    for (int i = 0; i < schedules.size(); i++) {
      text.texted(field + "[" + i + "].description", schedules.get(i).description());
    }
  }

  private static void ages(ServiceRecord service, Faults faults) {
    if (service.minimumAge().filter(age -> age < 0 || age > OLDEST).isPresent()) {
      faults.add("minimum_age", "is not an age in years");
    }
    if (service.maximumAge().filter(age -> age < 0 || age > OLDEST).isPresent()) {
      faults.add("maximum_age", "is not an age in years");
    }
    int youngest = service.minimumAge().orElse(0);
    if (service.maximumAge().filter(age -> age < youngest).isPresent()) {
      faults.add("maximum_age", "is below minimum_age");
    }
  }

  private void coverage(List<ServiceArea> covered, Faults faults) {
    if (covered.isEmpty()) {
      faults.add("service_areas", "is missing: where is it available?");
    }
    for (int i = 0; i < covered.size(); i++) {
      ServiceArea area = covered.get(i);
      String at = "service_areas[" + i + "].";
      if (!area.extentType().equals("ons_code")) {
        faults.add(at + "extent_type", "must be ons_code");
      }
      Optional<Areas.Area> known = areas.ofCode(area.extent());
      if (areas.isEmpty()) {
        continue;
      }
      if (known.isEmpty()) {
        faults.add(at + "extent", area.extent() + " is not a code in areas.csv");
      } else if (!known.get().name().equals(area.name())) {
        faults.add(at + "name", "must be " + known.get().name() + ", which has this code");
      }
    }
  }

  private void topics(ServiceRecord service, Faults faults) {
    for (int i = 0; i < service.attributes().size(); i++) {
      TaxonomyTerm term = service.attributes().get(i).taxonomyTerm();
      if (term.taxonomy().equals(Taxonomy.CARER_NEEDS)
          && !taxonomy.topics().isEmpty()
          && taxonomy.topic(term.code()).isEmpty()) {
        faults.add(
            "attributes[" + i + "].taxonomy_term.code",
            term.code() + " is not a topic in taxonomy.yaml");
      }
    }
  }

  private static void sites(ServiceRecord service, Faults faults) {
    for (int i = 0; i < service.serviceAtLocations().size(); i++) {
      List<Address> addresses = service.serviceAtLocations().get(i).location().addresses();
      String at = "service_at_locations[" + i + "].location.addresses";
      if (!addresses.isEmpty() && service.topics().contains(DOMESTIC_ABUSE)) {
        faults.add(at, "must be left out: where people flee from abuse is secret");
      }
      for (int j = 0; j < addresses.size(); j++) {
        if (!POSTCODE.matcher(addresses.get(j).postalCode()).matches()) {
          faults.add(
              at + "[" + j + "].postal_code",
              addresses.get(j).postalCode() + " is not a postcode like SO23 8UJ");
        }
      }
    }
  }

  private void sources(ServiceRecord service, Faults faults) {
    List<Signposting.Source> sources = service.signpost().sources();
    if (sources.isEmpty()) {
      faults.add("signpost.sources", "is missing: where were its facts read?");
    }
    TextChecks text = new TextChecks(faults);
    for (int i = 0; i < sources.size(); i++) {
      text.url("signpost.sources[" + i + "].url", sources.get(i).url());
      if (sources.get(i).date().filter(today::isBefore).isPresent()) {
        faults.add("signpost.sources[" + i + "].date", "is in the future");
      }
    }
    if (service.assuredDate().filter(today::isBefore).isPresent()) {
      faults.add("assured_date", "is in the future");
    }
  }

  private void assurance(ServiceRecord service, Faults faults) {
    Optional<LocalDate> newest =
        service.signpost().sources().stream()
            .flatMap(source -> source.date().stream())
            .max(LocalDate::compareTo);
    boolean inFuture = service.assuredDate().filter(today::isBefore).isPresent();
    if (!inFuture && !service.assuredDate().equals(newest)) {
      faults.add(
          "assured_date",
          newest
              .map(date -> "must be " + date + ", the date of the newest source")
              .orElse("must be left out: no source has a date"));
    }
  }
}
