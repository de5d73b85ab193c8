package org.carersignpost.understanding.classifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carersignpost.understanding.words.Edits;
import org.carersignpost.understanding.words.OrdinaryWords;

/// What is wrong with training utterances: near-duplicates, lines that another intent would win,
/// thin intents, and words that were never seen.
public final class TrainingQuality {
  /// Two utterances that share so much of their words say the same.
  private static final double ALIKE = 0.8;

  private static final int THIN = 60;

  /// Shorter names are one edit from too much.
  private static final int SHORTEST_PLACE = 6;

  private final List<Example> examples;
  private final List<Set<String>> words;

  private TrainingQuality(Path intents) {
    examples = List.copyOf(IntentFiles.read(intents, Set.of()));
    words =
        examples.stream()
            .map(example -> Set.copyOf(new HashSet<>(Normaliser.tokens(example.utterance()))))
            .toList();
  }

  /// The training utterances of a folder.
  public static TrainingQuality of(Path intents) {
    return new TrainingQuality(intents);
  }

  /// How many utterances there are.
  public int size() {
    return examples.size();
  }

  /// Pairs of utterances of three words or more whose words overlap by four fifths or more
  /// (Jaccard), as `first | second`.
  public List<String> nearDuplicates() {
    return IntStream.range(0, examples.size())
        .parallel()
        .boxed()
        .flatMap(i ->
            IntStream.range(i + 1, examples.size())
                .filter(j -> areAlike(words.get(i), words.get(j)))
                .mapToObj(j -> examples.get(i).utterance() + " | " + examples.get(j).utterance()))
        .toList();
  }

  private static boolean areAlike(Set<String> a, Set<String> b) {
    int smaller = Math.min(a.size(), b.size());
    int larger = Math.max(a.size(), b.size());
    if (smaller < 3 || smaller < ALIKE * larger) {
      return false;
    }
    long both = a.stream().filter(b::contains).count();
    return both >= ALIKE * (a.size() + b.size() - both);
  }

  /// Utterances that a model which has not seen them would give to another intent, with a clear
  /// lead, as `intent -> other: utterance`.
  public List<String> wonByOthers() {
    List<String> labels =
        examples.stream().flatMap(e -> e.intents().stream()).distinct().sorted().toList();
    double[][] logits = ModelTraining.crossValidatedLogits(examples, ClassifierSettings.DEFAULTS);
    List<String> won = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      double[] row = logits[i];
      int best =
          IntStream.range(0, row.length)
              .boxed()
              .max(Comparator.comparingDouble(label -> row[label]))
              .orElseThrow();
      double own =
          examples.get(i).intents().stream()
              .mapToDouble(intent -> row[labels.indexOf(intent)])
              .max()
              .orElseThrow();
      if (row[best] > 0 && own < 0 && !examples.get(i).intents().contains(labels.get(best))) {
        won.add(
            String.format(
                Locale.ROOT,
                "%s -> %s: %s",
                String.join("+", examples.get(i).intents()),
                labels.get(best),
                examples.get(i).utterance()));
      }
    }
    return won;
  }

  /// Intents with fewer than sixty utterances, with how many.
  public SortedMap<String, Integer> thinIntents() {
    SortedMap<String, Integer> counts = counts();
    counts.values().removeIf(count -> count >= THIN);
    return counts;
  }

  /// How many utterances each intent has.
  public SortedMap<String, Integer> counts() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    examples.forEach(e -> e.intents().forEach(intent -> counts.merge(intent, 1, Integer::sum)));
    return counts;
  }

  /// Words of these messages that no training utterance holds, the most frequent first.
  public List<String> neverSeen(Collection<String> messages) {
    Set<String> known = new TreeSet<>();
    words.forEach(known::addAll);
    Map<String, Integer> unknown = new HashMap<>();
    messages.stream()
        .flatMap(message -> Stream.of(Normaliser.tokens(message)))
        .flatMap(List::stream)
        .filter(word -> !known.contains(word) && word.chars().allMatch(Character::isLetter))
        .forEach(word -> unknown.merge(word, 1, Integer::sum));
    return unknown.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Words of the utterances that look like a misspelt place: they count as known, so that the
  /// place so spelt is read no more.
  ///
  /// @param places the names of places
  public List<String> misspeltPlaces(Collection<String> places) {
    OrdinaryWords ordinary = OrdinaryWords.listed();
    Set<String> names = new TreeSet<>();
    places.stream()
        .flatMap(place -> Normaliser.tokens(place).stream())
        .filter(name -> name.length() >= SHORTEST_PLACE)
        .forEach(names::add);
    return words.stream()
        .flatMap(Collection::stream)
        .distinct()
        .filter(word -> !names.contains(word) && !ordinary.lists(word))
        .flatMap(word ->
            names.stream()
                .filter(name -> name.charAt(0) == word.charAt(0) && Edits.within(word, name, 1))
                .limit(1)
                .map(name -> word + " (" + name + ")"))
        .sorted()
        .toList();
  }
}
