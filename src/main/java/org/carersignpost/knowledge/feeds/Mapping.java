package org.carersignpost.knowledge.feeds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carersignpost.knowledge.files.Attribute;
import org.carersignpost.knowledge.files.CostOption;
import org.carersignpost.knowledge.files.Funding;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.Language;
import org.carersignpost.knowledge.files.Numbers;
import org.carersignpost.knowledge.files.Phone;
import org.carersignpost.knowledge.files.ServiceArea;
import org.carersignpost.knowledge.files.ServiceAtLocation;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.ServiceRecords;
import org.carersignpost.knowledge.files.Signposting;
import org.carersignpost.knowledge.files.Signposting.Aim;
import org.carersignpost.knowledge.files.Signposting.Confidence;
import org.carersignpost.knowledge.files.Status;
import tools.jackson.databind.node.ObjectNode;

/// Makes a record of ours of somebody else's, or says why not.
///
/// It never throws: whatever breaks a rule of ours in the end is set aside with that rule.
final class Mapping {
  private static final int LONGEST = 300;
  private static final int MOST = 20;
  private static final int OLDEST = 120;
  private static final int MONTHS_OF_ASSURANCE = 12;
  private static final int LONGEST_DESCRIPTION = 4_000;
  private static final String DOMESTIC_ABUSE = "domestic-abuse";
  private static final Set<String> RECOGNISING =
      Set.of("general-carer-support", "carer-recognition", "carers-assessment", "young-carers");
  private static final Set<String> BESIDE_CARING =
      Set.of(
          "employment",
          "money-benefits",
          "training",
          "housing",
          "transport",
          "legal-planning",
          "digital-help");
  private static final Map<String, String> LANGUAGES = LanguageNames.codes();

  private final KnowledgeBase base;
  private final Numbers numbers;
  private final FeedSource feed;
  private final LocalDate today;
  private final FeedAreas areas;
  private final FeedTopics topics;
  private final Optional<String> licence;

  Mapping(Here here, FeedSource feed, LocalDate today, Optional<String> licence) {
    this.base = here.base();
    this.numbers = here.numbers();
    this.feed = feed;
    this.today = today;
    this.licence = licence;
    this.areas = new FeedAreas(base);
    this.topics = new FeedTopics(base, here.terms());
  }

  /// Terms that meant no topic so far, and on how many records.
  Map<String, Integer> unknownTerms() {
    return topics.unknown();
  }

  /// @param tree changed on the way
  /// @param version how the feed writes
  /// @param page where the feed itself shows it
  Outcome outcome(ObjectNode tree, FeedVersion version, Optional<String> page) {
    String name =
        Guard.shown(PlainText.of(start(Fields.text(tree, "name").orElse("without a name"))));
    try {
      if (version == FeedVersion.ONE) {
        VersionOne.toThree(tree);
      }
      List<String> reasons = new ArrayList<>(Guard.reasons(tree));
      need(Fields.text(tree, "id").isPresent(), "id is missing", reasons);
      need(Fields.text(tree, "name").isPresent(), "name is missing", reasons);
      need(
          Fields.text(tree.path("organization"), "name").isPresent(),
          "organization.name is missing",
          reasons);
      if (!reasons.isEmpty()) {
        return new Outcome.Aside(name, reasons);
      }
      return checked(tree, name, page);
    } catch (RuntimeException e) {
      // Somebody else's data must not stop the run; a mistake of ours shows here with its name.
      return new Outcome.Aside(name, List.of("cannot be read: " + Guard.shown(String.valueOf(e))));
    }
  }

  private static String start(String words) {
    return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
  }

  private static void need(boolean given, String reason, List<String> reasons) {
    if (!given) {
      reasons.add(reason);
    }
  }

  private Outcome checked(ObjectNode tree, String name, Optional<String> page) {
    UUID id = Ids.kept(feed.id(), "service", Fields.text(tree, "id").orElseThrow());
    List<String> reasons = new ArrayList<>();
    List<ServiceArea> covered = areas.of(tree, id, feed.areas());
    need(!covered.isEmpty(), "covers no area of ours", reasons);
    Optional<ServiceRecord> service =
        covered.isEmpty() ? Optional.empty() : service(tree, id, covered, page, reasons);
    service.ifPresent(
        record -> reasons.addAll(ServiceRecords.faults(record, base, today, numbers)));
    return service.isPresent() && reasons.isEmpty()
        ? new Outcome.Taken(service.get())
        : new Outcome.Aside(name, reasons);
  }

  private Optional<ServiceRecord> service(
      ObjectNode tree,
      UUID id,
      List<ServiceArea> covered,
      Optional<String> page,
      List<String> reasons) {
    Notes notes = new Notes();
    String name = PlainText.of(Fields.text(tree, "name").orElseThrow());
    String full = PlainText.of(Fields.text(tree, "description").orElse(name));
    String cut =
        full.length() > LONGEST_DESCRIPTION ? PlainText.cut(full, LONGEST_DESCRIPTION) : full;
    FeedPhones gathered = new FeedPhones(id, numbers, notes);
    List<Phone> phones = gathered.of(tree, cut);
    String description = gathered.withoutPrivate(cut.isEmpty() ? name : cut);
    String organization =
        PlainText.of(Fields.text(tree.path("organization"), "name").orElseThrow());
    Optional<Wording> wording =
        Wording.of(name, Fields.text(tree, "alternate_name"), description, organization);
    need(wording.isPresent(), "its name cannot be sent as a text", reasons);
    Optional<String> source = source(tree, page);
    need(source.isPresent(), "names no page where its facts can be read again", reasons);
    List<Attribute> attributes = topics.of(tree, id);
    boolean secret = isSecret(tree, name, description, attributes);
    need(!secret || !Guard.tellsWhere(words(tree)), "its words tell where people flee to", reasons);
    if (!reasons.isEmpty()) {
      return Optional.empty();
    }
    List<ServiceAtLocation> sites = secret ? List.of() : new FeedSites(feed.id(), id).of(tree);
    Optional<LocalDate> assured = past(tree, "assured_date", notes);
    Optional<LocalDate> modified = past(tree, "last_modified", notes);
    Ages ages = Ages.of(tree, OLDEST, notes);
    var ours = new FeedOrganization(feed.id()).of(tree.path("organization"), organization);
    return Optional.of(
        new ServiceRecord(
            id,
            ours.id(),
            name,
            wording.get().name(),
            description,
            Fields.text(tree, "url").flatMap(Mapping::page),
            Fields.text(tree, "email").filter(ServiceRecords::isEmail),
            Status.ACTIVE,
            ages.youngest(),
            ages.oldest(),
            words(tree, "eligibility_description", gathered),
            words(tree, "application_process", gathered),
            words(tree, "fees", gathered),
            words(tree, "fees_description", gathered),
            words(tree, "interpretation_services", gathered),
            words(tree, "alert", gathered),
            words(tree, "accreditations", gathered),
            assured,
            Optional.empty(),
            modified,
            phones,
            new FeedHours(id, notes).of(tree),
            covered,
            sites,
            costs(tree, id),
            funding(tree, id),
            languages(tree, id),
            ours,
            attributes,
            new Signposting(
                feed.id() + "-" + Ids.hash(id.toString()),
                wording.get().text(),
                wording.get().spoken(),
                FeedTopics.keywords(tree),
                List.of(),
                aim(attributes),
                confidence(phones, assured, today),
                notes.asOne(),
                List.of(
                    new Signposting.Source(
                        source.get(), Optional.of(seen()), assured.or(() -> modified))))));
  }

  /// How sure we are of a record of a feed on some day.
  static Confidence confidence(List<Phone> phones, Optional<LocalDate> assured, LocalDate today) {
    boolean callable = phones.stream().anyMatch(phone -> phone.type() != Phone.Type.TEXTPHONE);
    boolean fresh = assured.filter(today.minusMonths(MONTHS_OF_ASSURANCE)::isBefore).isPresent();
    return callable && fresh ? Confidence.MEDIUM : Confidence.LOW;
  }

  private String seen() {
    return "In the feed " + feed.id() + licence.map(name -> ", " + name).orElse("");
  }

  private static Optional<String> source(ObjectNode tree, Optional<String> page) {
    return page.or(() -> Fields.text(tree, "url").flatMap(Mapping::page))
        .or(() -> Fields.text(tree.path("organization"), "website").flatMap(Mapping::page))
        .filter(ServiceRecords::isPage);
  }

  static Optional<String> page(String written) {
    String url =
        written.toLowerCase(Locale.ROOT).startsWith("www.") ? "https://" + written : written;
    return Optional.of(url).filter(ServiceRecords::isPage);
  }

  private Optional<LocalDate> past(ObjectNode tree, String field, Notes notes) {
    Optional<LocalDate> date = Fields.date(tree, field);
    if (date.filter(today::isBefore).isPresent()) {
      notes.add(field + " is in the future");
      return Optional.empty();
    }
    return date;
  }

  private static boolean isSecret(
      ObjectNode tree, String name, String description, List<Attribute> attributes) {
    String words =
        name
            + " "
            + description
            + " "
            + Fields.text(tree, "alternate_name").orElse("")
            + " "
            + String.join(" ", FeedTopics.keywords(tree));
    return Guard.isRefuge(words)
        || attributes.stream().anyMatch(term -> term.taxonomyTerm().code().equals(DOMESTIC_ABUSE));
  }

  /// All words of the record that would be kept even without its sites.
  private static String words(ObjectNode tree) {
    ObjectNode rest = tree.deepCopy();
    rest.remove(List.of("service_at_locations", "service_areas", "id", "attributes", "contacts"));
    return PlainText.of(rest.toString());
  }

  private static Optional<String> words(ObjectNode tree, String field, FeedPhones phones) {
    return PlainText.texted(
        Fields.text(tree, field).map(PlainText::of).map(phones::withoutPrivate), LONGEST);
  }

  private static Aim aim(List<Attribute> attributes) {
    List<String> codes = attributes.stream().map(term -> term.taxonomyTerm().code()).toList();
    if (codes.stream().anyMatch(RECOGNISING::contains)) {
      return Aim.RECOGNISE;
    }
    return codes.stream().anyMatch(BESIDE_CARING::contains)
        ? Aim.LIFE_ALONGSIDE_CARING
        : Aim.WELLBEING;
  }

  private static List<CostOption> costs(ObjectNode tree, UUID id) {
    return Fields.objects(tree, "cost_options").stream()
        .limit(MOST)
        .map(cost ->
            new CostOption(
                Ids.made(id.toString(), "cost", cost.toString()),
                PlainText.texted(Fields.text(cost, "option"), LONGEST),
                Fields.number(cost, "amount").filter(amount -> amount.signum() >= 0),
                PlainText.texted(Fields.text(cost, "amount_description"), LONGEST),
                Fields.text(cost, "currency").filter(currency -> currency.length() == 3),
                Fields.date(cost, "valid_from"),
                Fields.date(cost, "valid_to")))
        .filter(cost ->
            cost.option().isPresent()
                || cost.amount().isPresent()
                || cost.amountDescription().isPresent())
        .distinct()
        .toList();
  }

  private static List<Funding> funding(ObjectNode tree, UUID id) {
    return Fields.objects(tree, "funding").stream()
        .flatMap(entry -> PlainText.texted(Fields.text(entry, "source"), LONGEST).stream())
        .distinct()
        .limit(MOST)
        .map(source -> new Funding(Ids.made(id.toString(), "funding", source), source))
        .toList();
  }

  private static List<Language> languages(ObjectNode tree, UUID id) {
    return Fields.objects(tree, "languages").stream()
        .flatMap(language -> {
          String name = PlainText.of(Fields.text(language, "name").orElse(""));
          Optional<String> code =
              Fields.text(language, "code").filter(given -> given.matches("[a-z]{2,3}"));
          return code
              .or(() -> Optional.ofNullable(LANGUAGES.get(name.toLowerCase(Locale.ROOT))))
              .stream();
        })
        .distinct()
        .limit(MOST)
        .map(code ->
            new Language(
                Ids.made(id.toString(), "language", code),
                code,
                Locale.of(code).getDisplayLanguage(Locale.ENGLISH),
                Optional.empty()))
        .toList();
  }
}
