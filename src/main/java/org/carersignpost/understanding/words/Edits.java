package org.carersignpost.understanding.words;

import java.util.HashSet;
import java.util.Set;

/// How far two spellings are apart: letters left out, added or changed, or two neighbours swapped.
public final class Edits {
  private static final int SPACE = 26;
  private static final int OTHER = 27;
  private static final int TWICE = 28;

  private Edits() {}

  /// Whether at most so many edits lead from one word to the other.
  public static boolean within(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return false;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int edits = Math.min(last[j - 1] + change, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits = Math.min(edits, beforeLast[j - 2] + 1);
        }
        row[j] = edits;
        least = Math.min(least, edits);
      }
      if (least > most) {
        return false;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()] <= most;
  }

  /// Which letters occur in a word, one bit each.
  public static int letters(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1 << (word.charAt(i) & 31);
    }
    return letters;
  }

  /// A quick look at the letters of two words that lets everything pass that is within so many
  /// edits: one edit changes two of them at most.
  public static boolean mayBeWithin(int letters, int others, int most) {
    return Integer.bitCount(letters ^ others) <= 2 * most;
  }

  /// Which letters occur in a phrase, one bit each, and which of them twice, another bit each.
  public static long countedLetters(String phrase) {
    long letters = 0;
    for (int i = 0; i < phrase.length(); i++) {
      char c = phrase.charAt(i);
      long bit = 1L << (c >= 'a' && c <= 'z' ? c - 'a' : c == ' ' ? SPACE : OTHER);
      letters |= (letters & bit) == 0 ? bit : bit << TWICE;
    }
    return letters;
  }

  /// A quick look at counted letters that lets everything pass that is within so many edits: one
  /// edit changes two bits at most.
  public static boolean mayBeWithin(long letters, long others, int most) {
    return Long.bitCount(letters ^ others) <= 2 * most;
  }

  /// The word and every form of it with up to so many letters left out.
  ///
  /// Two words within so many edits always share such a form, so the forms find candidates.
  public static Set<String> forms(String word, int leftOut) {
    Set<String> forms = new HashSet<>();
    forms.add(word);
    Set<String> longer = Set.of(word);
    for (int n = 0; n < leftOut; n++) {
      Set<String> shorter = new HashSet<>();
      for (String form : longer) {
        for (int i = 0; i < form.length(); i++) {
          shorter.add(form.substring(0, i) + form.substring(i + 1));
        }
      }
      forms.addAll(shorter);
      longer = shorter;
    }
    return forms;
  }
}
