package org.carersignpost.knowledge;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.CallMenu;
import org.carersignpost.dialogue.Prompts;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.Phone;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Signposting;
import org.carersignpost.knowledge.files.Taxonomy;
import org.carersignpost.knowledge.search.LuceneDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// What is known: the directory of services and guides, and every sentence the service says.
///
/// It is read once, at start, and never changes; a knowledge base with faults stops the start and
/// names them all.
public final class Knowledge {
  private static final Logger log = LoggerFactory.getLogger(Knowledge.class);

  private final KnowledgeBase base;
  private final LuceneDirectory directory;

  /// @param environment gives `signpost.knowledge-base` and `signpost.bank-holidays`
  /// @throws org.carersignpost.knowledge.files.KnowledgeException naming every fault found
  public Knowledge(Environment environment) {
    this(
        Path.of(environment.getProperty("signpost.knowledge-base", "knowledge-base")),
        bankHolidays(environment));
  }

  /// @param root the folder of the knowledge base
  /// @param bankHolidays the bank holidays that are known; on others nothing is promised
  /// @throws org.carersignpost.knowledge.files.KnowledgeException naming every fault found
  public Knowledge(Path root, Set<LocalDate> bankHolidays) {
    this.base = KnowledgeBase.read(root);
    this.directory = new LuceneDirectory(base, bankHolidays);
    log.info("{}", summary());
  }

  private static Set<LocalDate> bankHolidays(Environment environment) {
    return Binder.get(environment)
        .bind("signpost.bank-holidays", Bindable.listOf(String.class))
        .orElse(List.of())
        .stream()
        .map(LocalDate::parse)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What editors wrote, as it is answered from now.
  public KnowledgeBase base() {
    return base;
  }

  /// The services and guides of this state.
  public ServiceDirectory directory() {
    return directory;
  }

  /// A service that fits a need, and why it stands where it stands.
  ///
  /// @param why the reasons in plain words
  /// @param score the parts of its score by their names: `words`, `guide`, `topics` and `condition`
  ///   are added; `opening`, `assurance`, `audience` and `place` are factors; `total` is the last
  public record FoundService(Signpost signpost, List<String> why, Map<String, Double> score) {}

  /// The services that fit a need, in the very order in which carers get them.
  public List<FoundService> explained(ServiceDirectory.Need need) {
    return directory.reasoned(need).stream()
        .map(found -> new FoundService(found.signpost(), found.why(), found.score()))
        .toList();
  }

  /// Names this state of the knowledge base.
  public String version() {
    return base.version();
  }

  /// The names of all topics by their ids, in the order of the taxonomy.
  public Map<String, String> topicNames() {
    Map<String, String> names = new LinkedHashMap<>();
    base.taxonomy().topics().forEach(topic -> names.put(topic.id(), topic.name()));
    return names;
  }

  /// The names of all conditions by their ids.
  public Map<String, String> conditionNames() {
    return base.taxonomy().conditions().stream()
        .collect(Collectors.toUnmodifiableMap(Taxonomy.Condition::id, Taxonomy.Condition::name));
  }

  /// The names of those who are cared for by their ids, as said in the middle of a sentence.
  public Map<String, String> relationNames() {
    return base.taxonomy().relations().stream()
        .collect(Collectors.toUnmodifiableMap(Taxonomy.Relation::id, Taxonomy.Relation::name));
  }

  /// What callers reach with keys alone.
  public CallMenu menu() {
    return base.menu();
  }

  /// A sentence as it is to be read out: names as people here say them.
  public String pronounced(String sentence) {
    return base.pronunciations().said(sentence);
  }

  /// Words that callers are likely to say, for whoever turns their speech into words: the most
  /// useful first.
  ///
  /// @param most how many
  public List<String> spokenHints(int most) {
    return SpokenHints.of(base, most);
  }

  /// Every sentence the service says.
  public Prompts prompts() {
    return base.prompts();
  }

  /// What was read, and how much of it a person should look at.
  String summary() {
    List<ServiceRecord> active = base.services().stream().filter(ServiceRecord::isActive).toList();
    return "knowledge base %s: %d services, %d guides; unassured: %d, without a number: %d"
        .formatted(
            base.version(),
            active.size(),
            base.guides().size(),
            active.stream().filter(Knowledge::isUnassured).count(),
            active.stream().filter(Knowledge::isWithoutNumber).count());
  }

  private static boolean isUnassured(ServiceRecord service) {
    return service.assuredDate().isEmpty()
        || service.signpost().confidence() == Signposting.Confidence.LOW;
  }

  private static boolean isWithoutNumber(ServiceRecord service) {
    return service.phones().stream().allMatch(phone -> phone.type() == Phone.Type.TEXTPHONE);
  }
}
