package org.carersignpost.knowledge.files;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.carersignpost.dialogue.CallMenu;
import org.carersignpost.dialogue.Prompts;

/// Everything that editors write, read and checked: one immutable state of `knowledge-base/`.
///
/// @param services every service, by slug, also those that are not active
/// @param guides every guide, by id
/// @param taxonomy topics, conditions and relations
/// @param areas the areas of coverage
/// @param prompts every sentence the service says
/// @param synonyms the lines of `synonyms.txt` without comments and blank lines
/// @param version names this state: 12 hexadecimal digits of a hash over all files
public record KnowledgeBase(
    List<ServiceRecord> services,
    List<GuideRecord> guides,
    Taxonomy taxonomy,
    Areas areas,
    Places places,
    CallMenu menu,
    Pronunciations pronunciations,
    Prompts prompts,
    List<String> synonyms,
    String version) {

  private static final ZoneId HERE = ZoneId.of("Europe/London");

  public KnowledgeBase {
    services = List.copyOf(services);
    guides = List.copyOf(guides);
    synonyms = List.copyOf(synonyms);
  }

  /// Reads and checks the folder that carers are answered from.
  ///
  /// Dates are judged by the machine's own clock, also where the service runs on another.
  ///
  /// @throws KnowledgeException naming every fault found
  /// @throws UncheckedIOException if the folder cannot be read
  public static KnowledgeBase read(Path root) {
    return read(root, LocalDate.now(HERE), Numbers.REAL);
  }

  /// Reads and checks a folder as of a day.
  ///
  /// @param today sources may not be newer
  /// @param numbers which phone numbers it may hold
  /// @throws KnowledgeException naming every fault found
  /// @throws UncheckedIOException if the folder cannot be read
  public static KnowledgeBase read(Path root, LocalDate today, Numbers numbers) {
    Draft draft = draft(root, today, numbers);
    return draft.base().orElseThrow(() -> new KnowledgeException(draft.problems()));
  }

  /// Reads a folder as of a day as far as it can be read, with all its faults.
  ///
  /// @param today sources may not be newer
  /// @param numbers which phone numbers it may hold
  /// @throws UncheckedIOException if the folder cannot be read
  public static Draft draft(Path root, LocalDate today, Numbers numbers) {
    return new KnowledgeReader(Folder.read(root), today, numbers).read();
  }

  /// What a folder's files look like from outside; another when one has been written.
  ///
  /// @throws UncheckedIOException if the folder cannot be read, as while files are being replaced
  public static String fingerprint(Path root) {
    return Folder.fingerprint(root);
  }

  /// The same with other services.
  ///
  /// @param services every one, those of the files included
  /// @param version names the new state
  public KnowledgeBase with(List<ServiceRecord> services, String version) {
    return new KnowledgeBase(
        services,
        guides,
        taxonomy,
        areas,
        places,
        menu,
        pronunciations,
        prompts,
        synonyms,
        version);
  }

  /// The service of that slug.
  public Optional<ServiceRecord> service(String slug) {
    return services.stream().filter(service -> service.slug().equals(slug)).findFirst();
  }

  /// The guide of that id.
  public Optional<GuideRecord> guide(String id) {
    return guides.stream().filter(guide -> guide.id().equals(id)).findFirst();
  }
}
