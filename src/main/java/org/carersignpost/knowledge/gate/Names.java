package org.carersignpost.knowledge.gate;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.knowledge.files.Areas;
import org.carersignpost.knowledge.files.Draft;

/// What nobody can say in plainer words: names, numbers and addresses. For the measure of reading
/// age each counts as one short word.
final class Names {
  /// What stands in the place of each.
  private static final String SHORT_WORD = "it";

  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\S+@\\S+\\w|(?:https?://|www\\.)\\S+[\\w/]"
              + "|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:uk|org|com|net|gov|info)\\b(?:/[\\w./-]*\\w)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

  /// Numbers, times, prices and postcode districts; the groups of a phone number are one.
  private static final Pattern NUMBER =
      Pattern.compile(
          "[£+]?(?<![\\p{L}\\d])[A-Z]{0,2}\\d[\\d.,:/]*(?: ?\\d+)*(?:am|pm|%|[a-z]{2})?");

  /// A word with a capital that does not begin a sentence is part of a name, too.
  private static final Pattern CAPITAL =
      Pattern.compile("(?<=[\\p{L}\\p{N},'\")] )['\"(]?\\p{Lu}[\\p{L}'-]*");

  private final Pattern known;

  private Names(Set<String> names) {
    this.known =
        Pattern.compile(
            names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(n -> n))
                .map(Pattern::quote)
                .collect(
                    Collectors.joining(
                        "|",
                        names.isEmpty() ? "(?!)" : "(?<![\\p{L}\\p{N}])(?:",
                        names.isEmpty() ? "" : ")(?![\\p{L}\\p{N}])")));
  }

  /// The names of a knowledge base's services, organisations and areas.
  static Names of(Draft draft) {
    Set<String> names = new LinkedHashSet<>();
    draft
        .services()
        .forEach(service ->
            Stream.of(service.name(), service.alternateName(), service.organization().name())
                .forEach(names::add));
    draft.areas().all().stream().map(Areas.Area::name).forEach(names::add);
    names.removeIf(String::isBlank);
    return new Names(names);
  }

  /// No names but those with capitals.
  static Names none() {
    return new Names(Set.of());
  }

  /// The text with a short word in the place of each.
  String shortened(String text) {
    String shorter = PLACEHOLDER.matcher(text).replaceAll(SHORT_WORD);
    shorter = ADDRESS.matcher(shorter).replaceAll(SHORT_WORD);
    shorter = known.matcher(shorter).replaceAll(SHORT_WORD);
    shorter = NUMBER.matcher(shorter).replaceAll(SHORT_WORD);
    return CAPITAL.matcher(shorter).replaceAll(SHORT_WORD);
  }
}
