package org.carersignpost.knowledge.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.CallMenu;
import org.carersignpost.dialogue.Prompts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a folder from the words that others refer to (taxonomy, areas) to those that refer to
/// them, and goes on after each fault, so that all are found at once.
final class KnowledgeReader {
  private static final String TAXONOMY = "taxonomy.yaml";
  private static final String SYNONYMS = "synonyms.txt";
  private static final String SERVICES = "services";
  private static final String GUIDES = "guides";
  private static final String RISK = "risk";
  private static final String COMMENT = "#";
  private static final String WORDS = "[^,=>]+(?:,[^,=>]+)*";
  private static final Pattern SYNONYM =
      Pattern.compile(WORDS + "=>" + WORDS + "|[^,=>]+(?:,[^,=>]+)+");
  private static final Pattern GUIDE =
      Pattern.compile("---\\R(?<head>.*?\\R)---[ \\t]*(?:\\R(?<body>.*))?", Pattern.DOTALL);

  private final Folder folder;
  private final LocalDate today;
  private final Numbers numbers;
  private final Faults faults = Faults.none();

  KnowledgeReader(Folder folder, LocalDate today, Numbers numbers) {
    this.folder = folder;
    this.today = today;
    this.numbers = numbers;
  }

  /// All that can be read, and every fault found.
  Draft read() {
    Taxonomy taxonomy = taxonomy();
    // With faults in the taxonomy nobody can say what the menu leaves out.
    CallMenu menu = faults.count() == 0 ? menu(taxonomy) : new CallMenu(List.of());
    Areas areas = areas();
    Places places = withCentroids(places(areas));
    Pronunciations pronunciations = pronunciations();
    List<ServiceRecord> services = services(taxonomy, areas);
    // A service whose file has faults still exists, so others may name it.
    Set<String> slugs =
        filesIn(SERVICES, ".json").stream().map(KnowledgeReader::stem).collect(Collectors.toSet());
    AreaFiles.checkWaysIn(areas, slugs, faults.in(AreaFiles.AREAS));
    QuotedNumbers quoted = quotedNumbers(services, slugs.size());
    List<GuideRecord> guides = guides(new GuideChecks(taxonomy, areas, slugs, quoted, today));
    PromptFiles written = promptFiles(quoted);
    Optional<Prompts> prompts = written.prompts(faults.in(PromptFiles.FOLDER));
    List<String> synonyms = synonyms();
    Optional<KnowledgeBase> base =
        prompts
            .filter(_ -> faults.count() == 0)
            .map(words ->
                new KnowledgeBase(
                    services,
                    guides,
                    taxonomy,
                    areas,
                    places,
                    menu,
                    pronunciations,
                    words,
                    synonyms,
                    folder.version()));
    return new Draft(
        services,
        guides,
        written.written(),
        riskKinds(),
        taxonomy,
        areas,
        places,
        faults.all(),
        base);
  }

  /// The kinds that have a reply. Whether the rules are sound is not judged here.
  private Set<String> riskKinds() {
    Set<String> kinds = new TreeSet<>();
    for (String file : folder.in(RISK)) {
      if (file.endsWith(".yaml")) {
        folder
            .text(file, Faults.none())
            .flatMap(text -> Notation.yaml(text, Faults.none()))
            .filter(rules -> rules.hasNonNull("reply"))
            .map(rules -> rules.path("kind").asString(""))
            .ifPresent(kinds::add);
      }
    }
    return kinds;
  }

  private Taxonomy taxonomy() {
    Faults inFile = faults.in(TAXONOMY);
    Optional<Taxonomy> read =
        folder
            .text(TAXONOMY, faults)
            .flatMap(text -> Notation.yaml(text, inFile))
            .flatMap(tree -> Notation.record(tree, Taxonomy.class, inFile));
    read.ifPresent(taxonomy -> TaxonomyChecks.check(taxonomy, inFile));
    return read.orElseGet(() -> new Taxonomy(List.of(), List.of(), List.of()));
  }

  private Areas areas() {
    return folder
        .text(AreaFiles.AREAS, faults)
        .map(text -> AreaFiles.areas(text, faults.in(AreaFiles.AREAS)))
        .orElseGet(() -> new Areas(List.of()));
  }

  private Places places(Areas areas) {
    return folder
        .text(AreaFiles.PLACES, faults)
        .map(text -> AreaFiles.places(text, areas, faults.in(AreaFiles.PLACES)))
        .orElseGet(() -> new Places(List.of()));
  }

  private Places withCentroids(Places places) {
    return folder.has(CentroidFile.NAME)
        ? folder
            .text(CentroidFile.NAME, faults)
            .map(text ->
                places.at(CentroidFile.centroids(text, places, faults.in(CentroidFile.NAME))))
            .orElse(places)
        : places;
  }

  private CallMenu menu(Taxonomy taxonomy) {
    Faults inFile = faults.in(MenuFile.NAME);
    return folder
        .text(MenuFile.NAME, faults)
        .flatMap(text -> Notation.yaml(text, inFile))
        .map(tree -> new MenuFile(taxonomy, inFile).menu(tree))
        .orElseGet(() -> new CallMenu(List.of()));
  }

  /// A county whose names are said as they are written needs no such file.
  private Pronunciations pronunciations() {
    if (!folder.has(Pronunciations.FILE)) {
      return Pronunciations.NONE;
    }
    return folder
        .text(Pronunciations.FILE, faults)
        .map(text -> Pronunciations.read(text, faults.in(Pronunciations.FILE)))
        .orElse(Pronunciations.NONE);
  }

  private List<ServiceRecord> services(Taxonomy taxonomy, Areas areas) {
    ServiceChecks checks = new ServiceChecks(taxonomy, areas, today, numbers);
    IdChecks ids = new IdChecks();
    SortedMap<String, ServiceRecord> services = new TreeMap<>();
    for (String file : filesIn(SERVICES, ".json")) {
      Faults inFile = faults.in(file);
      Optional<JsonNode> tree =
          folder.text(file, faults).flatMap(text -> Notation.json(text, inFile));
      tree.ifPresent(read -> ids.check(file, read, inFile));
      tree.flatMap(read -> Notation.record(read, ServiceRecord.class, inFile))
          .ifPresent(service -> {
            checks.check(stem(file), service, inFile);
            services.put(stem(file), service);
          });
    }
    return List.copyOf(services.values());
  }

  private QuotedNumbers quotedNumbers(List<ServiceRecord> services, int files) {
    QuotedNumbers quoted = new QuotedNumbers(services, services.size() == files);
    for (ServiceRecord service : services) {
      Faults inFile = faults.in(SERVICES + "/" + service.slug() + ".json");
      quoted.check("description", service.description(), inFile);
      quoted.check("signpost.text", service.signpost().text(), inFile);
      quoted.check("signpost.spoken", service.signpost().spoken(), inFile);
    }
    return quoted;
  }

  private List<GuideRecord> guides(GuideChecks checks) {
    SortedMap<String, GuideRecord> guides = new TreeMap<>();
    for (String file : filesIn(GUIDES, ".md")) {
      Faults inFile = faults.in(file);
      folder
          .text(file, faults)
          .flatMap(text -> guideTree(text, inFile))
          .flatMap(tree -> Notation.record(tree, GuideRecord.class, inFile))
          .ifPresent(guide -> {
            checks.check(stem(file), guide, inFile);
            guides.put(stem(file), guide);
          });
    }
    return List.copyOf(guides.values());
  }

  private static Optional<JsonNode> guideTree(String text, Faults faults) {
    Matcher parts = GUIDE.matcher(text);
    if (!parts.matches()) {
      faults.add("", "must begin with a head between two lines of ---");
      return Optional.empty();
    }
    Optional<JsonNode> head = Notation.yaml(part(parts, "head"), faults);
    String body = part(parts, "body").strip();
    if (head.isPresent() && head.get() instanceof ObjectNode fields) {
      if (fields.has("body")) {
        faults.add("body", "belongs below the head");
      }
      fields.put("body", body);
    }
    return head;
  }

  private static String part(Matcher parts, String name) {
    return Optional.ofNullable(parts.group(name)).orElse("");
  }

  private PromptFiles promptFiles(QuotedNumbers quoted) {
    PromptFiles prompts = new PromptFiles(quoted);
    for (String file : filesIn(PromptFiles.FOLDER, ".yaml")) {
      Faults inFile = faults.in(file);
      folder
          .text(file, faults)
          .flatMap(text -> Notation.yaml(text, inFile))
          .ifPresent(tree -> prompts.add(file, tree, inFile));
    }
    return prompts;
  }

  private List<String> synonyms() {
    Function<String, List<String>> lines =
        text ->
            text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith(COMMENT))
                .toList();
    List<String> synonyms = folder.text(SYNONYMS, faults).map(lines).orElseGet(List::of);
    synonyms.stream()
        .filter(line -> !SYNONYM.matcher(line).matches())
        .forEach(line -> faults.in(SYNONYMS).add(line, "is neither a, b nor a => b"));
    return synonyms;
  }

  /// The files of a folder. One with another ending would be overlooked for ever, so it is a fault.
  private List<String> filesIn(String name, String ending) {
    List<String> files = folder.in(name);
    if (files.stream().noneMatch(file -> file.endsWith(ending))) {
      noteOnce(name, "holds no file that ends in " + ending);
    }
    files.stream()
        .filter(file -> !file.endsWith(ending))
        .forEach(file -> noteOnce(file, "does not end in " + ending));
    return files.stream().filter(file -> file.endsWith(ending)).toList();
  }

  private void noteOnce(String file, String reason) {
    if (!faults.all().contains(new Problem(file, "", reason))) {
      faults.in(file).add("", reason);
    }
  }

  private static String stem(String file) {
    return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
  }
}
