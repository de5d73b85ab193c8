package org.carersignpost.understanding.risk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.understanding.words.Word;

/// One rule of a rule file, ready to be matched.
///
/// @param file the file it stands in, for messages to editors
/// @param risk what it means when it fires
/// @param patterns each is enough
/// @param unless a match that one of these overlaps or touches in its sentence does not count
/// @param examples messages in which the file's kind must be found
/// @param traps messages in which nothing may be found
record RiskRule(
    String file,
    Risk risk,
    List<RiskPattern> patterns,
    List<RiskPattern> unless,
    List<String> examples,
    List<String> traps) {

  /// Where the rule fires in one reading of a message; at most one finding a pattern.
  ///
  /// @param likely those of the rule's patterns that may match
  List<RiskFinding> find(List<RiskPattern> likely, MessageIndex message, List<Word> words) {
    List<RiskFinding> findings = new ArrayList<>();
    Optional<List<MessageIndex.Match>> exceptions = Optional.empty();
    for (RiskPattern pattern : likely) {
      List<MessageIndex.Match> matches = matches(pattern, message);
      if (matches.isEmpty()) {
        continue;
      }
      if (exceptions.isEmpty()) {
        exceptions = Optional.of(exceptions(message));
      }
      List<MessageIndex.Match> excused = exceptions.get();
      matches.stream()
          .filter(match -> excused.stream().noneMatch(e -> isExcusedBy(match, e, words)))
          .findFirst()
          .ifPresent(match ->
              findings.add(
                  new RiskFinding(
                      risk,
                      pattern.written(),
                      words.get(match.first()).start(),
                      words.get(match.last()).end())));
    }
    return findings;
  }

  private static List<MessageIndex.Match> matches(RiskPattern pattern, MessageIndex message) {
    List<IntervalsSource> sources = pattern.sources(message);
    if (sources.isEmpty()) {
      return List.of();
    }
    Set<MessageIndex.Match> matches = new LinkedHashSet<>();
    for (IntervalsSource source : sources) {
      matches.addAll(message.matches(source));
    }
    return List.copyOf(matches);
  }

  private List<MessageIndex.Match> exceptions(MessageIndex message) {
    List<MessageIndex.Match> exceptions = new ArrayList<>();
    for (RiskPattern pattern : unless) {
      exceptions.addAll(matches(pattern, message));
    }
    return exceptions;
  }

  private static boolean isExcusedBy(
      MessageIndex.Match match, MessageIndex.Match exception, List<Word> words) {
    return match.touches(exception)
        && words.get(match.first()).sentence() == words.get(exception.first()).sentence();
  }
}
