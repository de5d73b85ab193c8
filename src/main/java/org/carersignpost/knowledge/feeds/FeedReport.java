package org.carersignpost.knowledge.feeds;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carersignpost.knowledge.feeds.FeedFile.Manifest;
import org.carersignpost.knowledge.feeds.FeedFile.SetAside;

/// What a run over a feed did, for people.
///
/// @param manifest of the feed as it is now
/// @param requests that were made
/// @param untouched whether the feed said that nothing had changed
/// @param read records that it listed
/// @param fresh records that are new here
/// @param changed records that were taken before and were read again
/// @param unchanged records that stayed as they were
/// @param kept of those, records whose details could not be read now
/// @param missing records that the feed did not show this time, and that stay for now
/// @param withdrawn names of those that it did not show twice
/// @param failures what could not be read; the first fifty
/// @param unknownTerms terms that mean no topic of ours, and on how many records
/// @param joined which records are the same service as one that was there
/// @param setAside what was kept out
public record FeedReport(
    Manifest manifest,
    int requests,
    boolean untouched,
    int read,
    int fresh,
    int changed,
    int unchanged,
    int kept,
    int missing,
    List<String> withdrawn,
    List<String> failures,
    Map<String, Integer> unknownTerms,
    List<Merging.Joined> joined,
    List<SetAside> setAside) {
  private static final int SHOWN = 20;

  public FeedReport {
    withdrawn = List.copyOf(withdrawn);
    failures = List.copyOf(failures);
    unknownTerms = Map.copyOf(unknownTerms);
    joined = List.copyOf(joined);
    setAside = List.copyOf(setAside);
  }

  /// The report in lines.
  ///
  /// @param all whether to show every entry of the long lists
  public String inWords(boolean all) {
    StringBuilder words = new StringBuilder();
    words.append(
        "Feed %s, Open Referral UK %s, run %d, %s%n"
            .formatted(manifest.feed(), manifest.version(), manifest.run(), manifest.url()));
    words.append(
        untouched
            ? "The feed says that nothing has changed.\n"
            : manifest.complete()
                ? "All of it could be read.\n"
                : "Only a part could be read; nothing was counted as missing.\n");
    line(words, "requests", requests);
    line(words, "records read", read);
    line(words, "taken, now offered", manifest.records());
    line(words, "  new", fresh);
    line(words, "  changed", changed);
    line(words, "  unchanged", unchanged);
    line(words, "    details not readable", kept);
    line(words, "  missing, kept for now", missing);
    line(words, "withdrawn", withdrawn.size());
    line(words, "merged", joined.size());
    line(words, "set aside", setAside.size());
    list(words, "Could not be read:", failures, all);
    list(words, "Withdrawn, missing twice:", withdrawn.stream().sorted().toList(), all);
    list(
        words,
        "Merged:",
        joined.stream()
            .map(one -> one.with() + " into " + one.slug() + " (" + one.name() + ")")
            .toList(),
        all);
    list(words, "Terms that mean no topic (knowledge-base/feed-terms.csv):", terms(), all);
    list(words, "Set aside, worst first:", asides(setAside), all);
    return words.toString();
  }

  /// What is known of a feed after its last run, in lines.
  ///
  /// @param all whether to show every record that was set aside
  static String inWords(FeedFile feed, boolean all) {
    Manifest manifest = feed.manifest();
    StringBuilder words = new StringBuilder();
    words.append(
        "Feed %s, Open Referral UK %s, run %d at %s, %s%n"
            .formatted(
                manifest.feed(),
                manifest.version(),
                manifest.run(),
                manifest.at(),
                manifest.url()));
    words.append(manifest.complete() ? "" : "Only a part of it could be read then.\n");
    line(words, "taken, now offered", manifest.records());
    line(words, "set aside", manifest.setAside());
    list(words, "Set aside, worst first:", asides(feed.setAside()), all);
    return words.toString();
  }

  private static void line(StringBuilder words, String what, int count) {
    words.append(String.format(Locale.ROOT, "  %-26s %6d%n", what, count));
  }

  private static void list(StringBuilder words, String title, List<String> entries, boolean all) {
    if (entries.isEmpty()) {
      return;
    }
    words.append(title).append('\n');
    entries.stream()
        .limit(all ? Integer.MAX_VALUE : SHOWN)
        .forEach(entry -> words.append("  ").append(entry).append('\n'));
    if (!all && entries.size() > SHOWN) {
      words.append("  and %d more; --all shows them%n".formatted(entries.size() - SHOWN));
    }
  }

  private List<String> terms() {
    return unknownTerms.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(term -> term.getValue() + " x " + term.getKey())
        .toList();
  }

  private static List<String> asides(List<SetAside> setAside) {
    return setAside.stream()
        .sorted(
            Comparator.comparingInt((SetAside one) -> -one.reasons().size())
                .thenComparing(SetAside::name))
        .map(one ->
            Guard.shown(one.id()) + " (" + one.name() + "): " + String.join("; ", one.reasons()))
        .toList();
  }
}
