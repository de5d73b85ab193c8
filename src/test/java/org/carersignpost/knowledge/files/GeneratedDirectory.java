package org.carersignpost.knowledge.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.carersignpost.knowledge.files.Areas.Area;

/// A directory of any size for measurements: a country of counties and districts, and services that
/// are like the real ones.
///
/// Each service is made of a real record of the same topics: sentences are mixed with those of
/// other records, and names are of made-up towns. The same seed makes the same directory. Numbers
/// are of the range that Ofcom keeps for drama.
public final class GeneratedDirectory {
  private static final int DISTRICTS = 300;
  private static final int DISTRICTS_OF_COUNTY = 8;
  private static final List<String> BEGINNINGS =
      List.of(
          "Al", "Bar", "Cran", "Dun", "East", "Fox", "Green", "Hart", "Ick", "Kings", "Lang", "Mar",
          "North", "Oak", "Pen", "Quain", "Red", "Stoke", "Thorn", "Up", "Wes", "Yar");
  private static final List<String> ENDINGS =
      List.of(
          "bourne", "bury", "combe", "dale", "den", "field", "ford", "ham", "hurst", "ley", "mere",
          "minster", "sham", "stead", "stoke", "ton", "wick", "worth");
  private static final List<String> KINDS =
      List.of(
          "Support",
          "Centre",
          "Association",
          "Project",
          "Trust",
          "Network",
          "Hub",
          "Group",
          "Helpline",
          "Partnership",
          "Friends",
          "Advice",
          "Care",
          "Community Service");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");

  private final SplittableRandom random;
  private final KnowledgeBase real;
  private final List<ServiceRecord> models;
  private final Map<String, List<String>> sentences = new HashMap<>();
  private final Areas areas;
  private final List<Area> districts;
  private final List<Area> counties;
  private final List<String> towns;

  private GeneratedDirectory(KnowledgeBase real, long seed) {
    this.real = real;
    this.random = new SplittableRandom(seed);
    this.models = real.services().stream().filter(ServiceRecord::isActive).toList();
    for (ServiceRecord model : models) {
      for (String sentence : SENTENCE_END.split(model.description())) {
        model
            .topics()
            .forEach(
                topic -> sentences.computeIfAbsent(topic, _ -> new ArrayList<>()).add(sentence));
      }
    }
    this.areas = country(real.areas());
    this.districts = areas.all().stream().filter(a -> a.kind().equals("district")).toList();
    this.counties = areas.all().stream().filter(a -> a.kind().equals("county")).toList();
    this.towns =
        BEGINNINGS.stream()
            .flatMap(begin -> ENDINGS.stream().map(begin::concat))
            .flatMap(town -> List.of("", "Great ", "Little ", "Upper ").stream().map(p -> p + town))
            .toList();
  }

  /// A knowledge base like another one, but with so many services.
  public static KnowledgeBase of(KnowledgeBase real, int services, long seed) {
    GeneratedDirectory made = new GeneratedDirectory(real, seed);
    return new KnowledgeBase(
        IntStream.range(0, services).mapToObj(made::service).toList(),
        real.guides(),
        real.taxonomy(),
        made.areas,
        real.places(),
        real.menu(),
        real.pronunciations(),
        real.prompts(),
        real.synonyms(),
        "generated-" + services);
  }

  /// The real areas, and others of made-up names around them.
  private static Areas country(Areas real) {
    List<Area> all = new ArrayList<>(real.all());
    long there = real.all().stream().filter(area -> area.kind().equals("district")).count();
    for (int i = (int) there; i < DISTRICTS; i++) {
      int county = i / DISTRICTS_OF_COUNTY;
      String around = "County %d".formatted(county);
      if (all.stream().noneMatch(area -> area.name().equals(around))) {
        all.add(area(around, "E10%06d".formatted(900_000 + county), "county", "England"));
      }
      all.add(
          area("District %d".formatted(i), "E07%06d".formatted(900_000 + i), "district", around));
    }
    return new Areas(all);
  }

  private static Area area(String name, String code, String kind, String parent) {
    return new Area(name, code, kind, Optional.of(parent), Optional.empty(), Optional.empty());
  }

  private ServiceRecord service(int number) {
    ServiceRecord model = one(models);
    String topic = one(model.topics());
    String town = one(towns);
    Area area = area();
    String name = "%s %s %s".formatted(town, plain(topic), one(KINDS));
    String shortName = name.substring(0, Math.min(name.length(), 38));
    UUID id = UUID.nameUUIDFromBytes(("service " + number).getBytes(StandardCharsets.UTF_8));
    List<String> own = sentences.getOrDefault(topic, List.of("Help for carers."));
    StringBuilder description = new StringBuilder("For people in and around " + town + ".");
    for (int i = 0; i < 3 + random.nextInt(4); i++) {
      description.append(' ').append(one(own));
    }
    return new ServiceRecord(
        id,
        model.organizationId(),
        name,
        shortName,
        description.toString(),
        Optional.of("https://www.example.org/" + number),
        Optional.empty(),
        Status.ACTIVE,
        model.minimumAge(),
        model.maximumAge(),
        model.eligibilityDescription(),
        model.applicationProcess(),
        model.fees(),
        model.feesDescription(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        model.assuredDate(),
        Optional.empty(),
        model.lastModified(),
        phones(number, model),
        model.schedules(),
        List.of(new ServiceArea(id, area.name(), area.code(), "ons_code", Optional.empty())),
        List.of(),
        model.costOptions(),
        model.funding(),
        model.languages(),
        model.organization(),
        model.attributes(),
        signposting(number, model, topic, town));
  }

  /// Mostly for one district, some for a county, few for all.
  private Area area() {
    int kind = random.nextInt(100);
    if (kind < 85) {
      return one(districts);
    }
    return kind < 97 ? one(counties) : areas.named("England").orElseThrow();
  }

  private static List<Phone> phones(int number, ServiceRecord model) {
    return model.phones().stream()
        .limit(1)
        .map(phone ->
            new Phone(
                phone.id(),
                "+441632960%03d".formatted(number % 1_000),
                Phone.Type.VOICE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                phone.schedules()))
        .toList();
  }

  private Signposting signposting(int number, ServiceRecord model, String topic, String town) {
    List<String> keywords = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ServiceRecord other = one(models);
      if (other.topics().contains(topic) && !other.signpost().keywords().isEmpty()) {
        keywords.add(one(other.signpost().keywords()));
      }
    }
    keywords.addAll(model.signpost().keywords().stream().limit(3).toList());
    keywords.add(plain(topic) + " in " + town.toLowerCase(Locale.ROOT));
    return new Signposting(
        "service-" + number,
        model.signpost().text(),
        model.signpost().spoken(),
        keywords,
        List.of(),
        model.signpost().aim(),
        model.signpost().confidence(),
        Optional.empty(),
        model.signpost().sources());
  }

  private String plain(String topic) {
    return real.taxonomy().topic(topic).map(Taxonomy.Topic::name).orElse(topic);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
