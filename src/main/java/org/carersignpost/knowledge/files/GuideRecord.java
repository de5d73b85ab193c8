package org.carersignpost.knowledge.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The answer to a question that carers ask, as its file in `knowledge-base/guides` has it.
///
/// The head of the file (YAML between two lines of `---`) holds everything but the long answer,
/// which follows it.
///
/// @param id the file's name without `.md`
/// @param title the question
/// @param topics ids of its topics, at least one
/// @param questions other ways to ask it
/// @param services slugs of the services to go to, best first
/// @param keywords words of carers that should find it
/// @param text the answer in a text, at most 230 GSM-7 characters
/// @param spoken the answer for the ear
/// @param validAsOf of when its facts are, such as `2024` or `2024-05`
/// @param assuredDate when a person last checked it
/// @param assurer who that was: a name or a role, as it may be shown to staff
/// @param sources pages its facts were read on
/// @param sourcesNotRead pages that should be read still
/// @param check what an editor should find out
/// @param coverage names of the areas it holds for; empty means everywhere
/// @param body the long answer, Markdown
public record GuideRecord(
    String id,
    String title,
    List<String> topics,
    List<String> questions,
    List<String> services,
    List<String> keywords,
    String text,
    String spoken,
    Optional<String> validAsOf,
    Optional<LocalDate> assuredDate,
    Optional<String> assurer,
    List<String> sources,
    List<String> sourcesNotRead,
    Optional<String> check,
    List<String> coverage,
    String body)
    implements OpenReferral {

  public GuideRecord {
    topics = List.copyOf(topics);
    questions = List.copyOf(questions);
    services = List.copyOf(services);
    keywords = List.copyOf(keywords);
    sources = List.copyOf(sources);
    sourcesNotRead = List.copyOf(sourcesNotRead);
    coverage = List.copyOf(coverage);
  }
}
