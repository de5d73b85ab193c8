package org.carersignpost.understanding.classifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Brings the words of a text message into one form: lower case, short forms written out.
///
/// A word is a run of letters, digits and `$%#£€`. `can't`, `cant` and `cannot` all become `can
/// not`; `pls` becomes `please`; a possessive `'s` joins its word (`mum's` and `mums` are one); a
/// letter written three times or more in a row is written twice.
public final class Normaliser {
  /// No message has more words than this; what follows is not read.
  static final int MOST_TOKENS = 400;

  /// Nor more characters.
  private static final int MOST_CHARACTERS = 4_000;

  private static final String SHORTHAND_FILE = "shorthand.txt";
  private static final String SYMBOLS = "$%#£€";
  private static final Map<String, List<String>> SHORTHAND = readShorthand();

  /// After these, `'s` means `is`; after any other word it is a possessive.
  private static final Set<String> BEFORE_IS =
      Set.of(
          "it",
          "he",
          "she",
          "that",
          "what",
          "there",
          "here",
          "where",
          "who",
          "how",
          "when",
          "why",
          "this",
          "everything",
          "nothing",
          "something",
          "everyone",
          "someone",
          "nobody");

  private static final Map<String, String> ENDINGS =
      Map.of("n't", "not", "'re", "are", "'ve", "have", "'ll", "will", "'m", "am", "'d", "would");

  private Normaliser() {}

  /// The words of an utterance in order, at most 400; none for a blank one or one of signs only.
  public static List<String> tokens(String utterance) {
    String read = utterance.substring(0, Math.min(utterance.length(), MOST_CHARACTERS));
    String plain = Normalizer.normalize(read, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    List<String> tokens = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < plain.length() && tokens.size() < MOST_TOKENS; ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if (isWordPart(c)) {
        appendUnlessThird(word, c);
      } else if (isApostrophe(c) && !word.isEmpty()) {
        word.append('\'');
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        addWord(word, tokens);
        if (c == '&') {
          tokens.add("and");
        }
      }
    }
    addWord(word, tokens);
    return List.copyOf(tokens.subList(0, Math.min(tokens.size(), MOST_TOKENS)));
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) || SYMBOLS.indexOf(c) >= 0;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == '‘' || c == '`' || c == '´';
  }

  private static void appendUnlessThird(StringBuilder word, int c) {
    int end = word.length();
    boolean third =
        end >= 2 && Character.isLetter(c) && word.charAt(end - 1) == c && word.charAt(end - 2) == c;
    if (!third) {
      word.appendCodePoint(c);
    }
  }

  private static void addWord(StringBuilder word, List<String> tokens) {
    int end = word.length();
    while (end > 0 && word.charAt(end - 1) == '\'') {
      end--;
    }
    if (end > 0) {
      addWrittenOut(word.substring(0, end), tokens);
    }
    word.setLength(0);
  }

  private static void addWrittenOut(String word, List<String> tokens) {
    List<String> meant = SHORTHAND.get(word);
    if (meant != null) {
      tokens.addAll(meant);
      return;
    }
    int apostrophe = word.indexOf('\'');
    if (apostrophe < 0) {
      tokens.add(word);
      return;
    }
    if (word.endsWith("'s") && BEFORE_IS.contains(word.substring(0, apostrophe))) {
      tokens.add(word.substring(0, apostrophe));
      tokens.add("is");
      return;
    }
    for (Map.Entry<String, String> ending : ENDINGS.entrySet()) {
      if (word.endsWith(ending.getKey()) && word.length() > ending.getKey().length()) {
        String stem = word.substring(0, word.length() - ending.getKey().length());
        tokens.add(stem.replace("'", ""));
        tokens.add(ending.getValue());
        return;
      }
    }
    tokens.add(word.replace("'", ""));
  }

  private static Map<String, List<String>> readShorthand() {
    Map<String, List<String>> shorthand = new HashMap<>();
    InputStream file =
        Objects.requireNonNull(
            Normaliser.class.getResourceAsStream(SHORTHAND_FILE), "shorthand.txt is missing");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] sides = line.split(" = ", 2);
        if (sides.length != 2
            || shorthand.put(sides[0], List.of(sides[1].strip().split(" "))) != null) {
          throw new IllegalStateException("shorthand.txt: unreadable or repeated: " + line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shorthand;
  }
}
