package org.carersignpost.knowledge.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What the words of other people's taxonomies mean in ours, from `knowledge-base/feed-terms.csv`.
///
/// Capitals, hyphens, "and" and a general last word such as "services" make no difference.
public final class FeedTerms {
  /// A knowledge base whose feeds need no such file may leave it out.
  public static final String FILE = "feed-terms.csv";

  private static final List<String> NAMES = List.of("term", "topic");
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}']+");
  private static final Pattern GENERAL =
      Pattern.compile(" (?:services?|support|support services|information|help|advice)$");

  private final Map<String, String> topics = new HashMap<>();

  private FeedTerms() {}

  /// Reads the file of a knowledge base.
  ///
  /// @throws KnowledgeException naming every fault found
  /// @throws UncheckedIOException if it is there and cannot be read
  public static FeedTerms read(Path root, Taxonomy taxonomy) {
    Path file = root.resolve(FILE);
    FeedTerms terms = new FeedTerms();
    if (!Files.exists(file)) {
      return terms;
    }
    Faults faults = Faults.none().in(FILE);
    try {
      terms.add(Table.read(Files.readString(file), NAMES, faults), taxonomy, faults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (faults.count() > 0) {
      throw new KnowledgeException(faults.all());
    }
    return terms;
  }

  private void add(Table table, Taxonomy taxonomy, Faults faults) {
    for (Table.Row row : table.rows()) {
      if (taxonomy.topic(row.value(1)).isEmpty()) {
        faults.add(row.field(), row.value(1) + " is not a topic in taxonomy.yaml");
      }
      if (topics.put(plain(row.value(0)), row.value(1)) != null) {
        faults.add(row.field(), row.value(0) + " is there twice");
      }
    }
  }

  /// The id of the topic that a term means.
  public Optional<String> topic(String term) {
    String plain = plain(term);
    return Optional.ofNullable(topics.get(plain))
        .or(() -> Optional.ofNullable(topics.get(GENERAL.matcher(plain).replaceFirst(""))));
  }

  /// All of it, in one line that changes when any of it does.
  public String inWords() {
    return new TreeMap<>(topics).toString();
  }

  private static String plain(String term) {
    String words = term.toLowerCase(Locale.ROOT).replace("\u2019", "'").replace("&", " and ");
    return NOT_A_LETTER.matcher(words).replaceAll(" ").strip();
  }
}
