package org.carersignpost.knowledge;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.CallMenu;
import org.carersignpost.dialogue.Prompts;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.KnowledgeException;
import org.carersignpost.knowledge.files.Problem;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Taxonomy;
import org.carersignpost.knowledge.gate.Ages;
import org.carersignpost.knowledge.search.LuceneDirectory;
import org.carersignpost.knowledge.search.Meaning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// What is known: the directory of services and guides, and every sentence the service says.
///
/// It is read at start, when faults stop the start, and again whenever [#reload] is asked for; then
/// a knowledge base with faults is refused and the last good one goes on. A change is all or
/// nothing, and whoever is in the middle of an answer ends it with what they began with.
public final class Knowledge {
  private static final Logger log = LoggerFactory.getLogger(Knowledge.class);

  private static final ZoneId HERE = ZoneId.of("Europe/London");

  private final Sources sources;
  private final Set<LocalDate> bankHolidays;
  private final Meaning meaning;
  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private volatile State state;

  /// One state of it.
  ///
  /// @param written what editors wrote
  /// @param base the same with the services of feeds
  /// @param hints [#spokenHints] by their number, because every step of a call asks for them
  private record State(
      KnowledgeBase written,
      KnowledgeBase base,
      LuceneDirectory directory,
      Map<Integer, List<String>> hints) {}

  /// @param environment gives `signpost.knowledge-base`, `signpost.bank-holidays`, and where feeds
  ///   are: `signpost.data-dir` and `signpost.feeds`
  /// @param meaning knows what texts are about
  /// @throws org.carersignpost.knowledge.files.KnowledgeException naming every fault found
  public Knowledge(Environment environment, Meaning meaning) {
    this(Sources.of(environment), bankHolidays(environment), meaning);
  }

  /// Without feeds.
  ///
  /// @param root the folder of the knowledge base
  /// @param bankHolidays the bank holidays that are known; on others nothing is promised
  /// @param meaning knows what texts are about
  /// @throws org.carersignpost.knowledge.files.KnowledgeException naming every fault found
  public Knowledge(Path root, Set<LocalDate> bankHolidays, Meaning meaning) {
    this(new Sources(root, Optional.empty()), bankHolidays, meaning);
  }

  Knowledge(Sources sources, Set<LocalDate> bankHolidays, Meaning meaning) {
    this.sources = sources;
    this.bankHolidays = Set.copyOf(bankHolidays);
    this.meaning = meaning;
    this.state = stateOf(sources.read(reason -> log.error("Left out: {}", reason)));
    log.info("{}", summary());
  }

  private State stateOf(Sources.Read read) {
    return new State(
        read.written(),
        read.all(),
        new LuceneDirectory(read.all(), bankHolidays, meaning),
        new ConcurrentHashMap<>());
  }

  /// Something else that is made of the same files and must change together with them.
  @FunctionalInterface
  public interface Follower {
    /// Reads the files anew, as yet without effect.
    ///
    /// @param root the folder of the knowledge base
    /// @return what puts it into effect; it cannot fail
    /// @throws IllegalArgumentException if a file cannot be used; the message names it
    Runnable read(Path root);
  }

  /// Lets something follow every change from now on.
  public void follow(Follower follower) {
    followers.add(follower);
  }

  /// What came of reading the files again.
  public sealed interface Reloaded {
    /// They say what they said before.
    record Unchanged() implements Reloaded {}

    /// What they say is what is answered from now on.
    ///
    /// @param version names the new state
    record Changed(String version) implements Reloaded {}

    /// They cannot be used, so the last good state goes on.
    ///
    /// @param reasons each names a file and what is wrong with it
    record Refused(List<String> reasons) implements Reloaded {}
  }

  /// Reads the files again, and answers from them if they have no faults.
  public synchronized Reloaded reload() {
    try {
      List<String> damaged = new ArrayList<>();
      Sources.Read read = sources.read(damaged::add);
      if (!damaged.isEmpty()) {
        return refused(damaged);
      }
      if (read.all().version().equals(version())) {
        return new Reloaded.Unchanged();
      }
      State next = stateOf(read);
      List<Runnable> effects =
          followers.stream().map(follower -> follower.read(sources.root())).toList();
      state = next;
      effects.forEach(Runnable::run);
      log.info("Changed: {}", summary());
      return new Reloaded.Changed(version());
    } catch (KnowledgeException e) {
      return refused(e.problems().stream().map(Problem::toString).toList());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      return refused(List.of(String.valueOf(e.getMessage())));
    }
  }

  private Reloaded refused(List<String> reasons) {
    log.warn(
        "The knowledge base was changed but cannot be used, so {} goes on:\n  {}",
        version(),
        String.join("\n  ", reasons));
    return new Reloaded.Refused(reasons);
  }

  /// The folder that editors write.
  Path root() {
    return sources.root();
  }

  /// What the files look like from outside; another when one has been written.
  ///
  /// @throws UncheckedIOException if they cannot be read, as while they are being replaced
  String fingerprint() {
    return sources.fingerprint();
  }

  private static Set<LocalDate> bankHolidays(Environment environment) {
    return Binder.get(environment)
        .bind("signpost.bank-holidays", Bindable.listOf(String.class))
        .orElse(List.of())
        .stream()
        .map(LocalDate::parse)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What editors wrote, as it is answered from now; without what feeds add to it.
  public KnowledgeBase written() {
    return state.written;
  }

  /// The services and guides as they are now: one state, which never changes.
  public ServiceDirectory directory() {
    return state.directory;
  }

  /// A service that fits a need, and why it stands where it stands.
  ///
  /// @param why the reasons in plain words
  /// @param score the parts of its score by their names: `words`, `guide`, `topics`, `condition`
  ///   and `meaning` are added; `opening`, `assurance`, `audience`, `place` and `distance` are
  ///   factors; `total` is the last
  public record FoundService(Signpost signpost, List<String> why, Map<String, Double> score) {}

  /// The services that fit a need, in the very order in which carers get them.
  public List<FoundService> explained(ServiceDirectory.Need need) {
    return state.directory.reasoned(need).stream()
        .map(found -> new FoundService(found.signpost(), found.why(), found.score()))
        .toList();
  }

  /// Names the present state of the knowledge base.
  public String version() {
    return state.base.version();
  }

  /// The names of all topics by their ids, in the order of the taxonomy.
  public Map<String, String> topicNames() {
    Map<String, String> names = new LinkedHashMap<>();
    state.base.taxonomy().topics().forEach(topic -> names.put(topic.id(), topic.name()));
    return names;
  }

  /// The names of all conditions by their ids.
  public Map<String, String> conditionNames() {
    return state.base.taxonomy().conditions().stream()
        .collect(Collectors.toUnmodifiableMap(Taxonomy.Condition::id, Taxonomy.Condition::name));
  }

  /// The names of those who are cared for by their ids, as said in the middle of a sentence.
  public Map<String, String> relationNames() {
    return state.base.taxonomy().relations().stream()
        .collect(Collectors.toUnmodifiableMap(Taxonomy.Relation::id, Taxonomy.Relation::name));
  }

  /// What callers reach with keys alone.
  public CallMenu menu() {
    return state.base.menu();
  }

  /// A sentence as it is to be read out: names as people here say them.
  public String pronounced(String sentence) {
    return state.base.pronunciations().said(sentence);
  }

  /// Words that callers are likely to say, for whoever turns their speech into words: the most
  /// useful first.
  ///
  /// @param most how many
  public List<String> spokenHints(int most) {
    State now = state;
    return now.hints.computeIfAbsent(most, _ -> SpokenHints.of(now.base, most));
  }

  /// Every sentence the service says.
  public Prompts prompts() {
    return state.base.prompts();
  }

  /// What was read, and how much of it a person should look at.
  String summary() {
    KnowledgeBase base = state.base;
    List<ServiceRecord> active = base.services().stream().filter(ServiceRecord::isActive).toList();
    int ofFeeds = base.services().size() - state.written.services().size();
    return "knowledge base %s: %d services%s, %d guides; %s"
        .formatted(
            base.version(),
            active.size(),
            ofFeeds > 0 ? ", " + ofFeeds + " of them from feeds" : "",
            base.guides().size(),
            Ages.of(active, LocalDate.now(HERE)).summary());
  }
}
