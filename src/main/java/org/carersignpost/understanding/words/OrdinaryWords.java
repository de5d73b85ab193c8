package org.carersignpost.understanding.words;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Knows everyday words, so that they are not taken for a place, condition or danger.
public final class OrdinaryWords {
  private static final String WORDS_FILE = "ordinary-words.txt";
  private static final String NAMES_FILE = "first-names.txt";

  /// Marks a word that is hardly ever a place.
  private static final String VERY_COMMON = "!";

  private final Set<String> words;
  private final Set<String> veryCommon;
  private final Set<String> firstNames;
  private final Predicate<String> alsoKnown;

  private OrdinaryWords(Predicate<String> alsoKnown) {
    Set<String> listed = read(WORDS_FILE);
    this.words =
        listed.stream()
            .map(w -> w.replace(VERY_COMMON, ""))
            .collect(Collectors.toUnmodifiableSet());
    this.veryCommon =
        listed.stream()
            .filter(w -> w.startsWith(VERY_COMMON))
            .map(w -> w.substring(VERY_COMMON.length()))
            .collect(Collectors.toUnmodifiableSet());
    this.firstNames = read(NAMES_FILE);
    this.alsoKnown = alsoKnown;
  }

  /// The words of the lists.
  public static OrdinaryWords listed() {
    return new OrdinaryWords(word -> false);
  }

  /// The words of the lists and others that are known.
  ///
  /// @param alsoKnown whether a lower-case word is known elsewhere; must be safe to call from any
  ///   thread
  public static OrdinaryWords with(Predicate<String> alsoKnown) {
    return new OrdinaryWords(alsoKnown);
  }

  /// Whether the word is listed: it is ordinary even where it is spelt like a place.
  public boolean lists(String word) {
    return words.contains(word);
  }

  /// Whether the word is so common that it is hardly ever a place: `weeks`, `well`.
  public boolean isVeryCommon(String word) {
    return veryCommon.contains(word);
  }

  /// Whether people have this for a first name.
  public boolean isFirstName(String word) {
    return firstNames.contains(word);
  }

  /// Whether the word is listed, a first name, or known elsewhere, and so is no slip of the thumb.
  public boolean knows(String word) {
    return lists(word) || isFirstName(word) || alsoKnown.test(word);
  }

  private static Set<String> read(String name) {
    return Set.copyOf(new HashSet<>(WordFiles.read(OrdinaryWords.class, name)));
  }
}
