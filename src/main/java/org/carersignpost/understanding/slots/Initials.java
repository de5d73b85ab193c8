package org.carersignpost.understanding.slots;

import java.util.ArrayList;
import java.util.List;
import org.carersignpost.understanding.words.Word;

/// Joins what is written with full stops between its letters: `M.S.`, `c.o.p.d`, `S.O.23`, and
/// keeps the two numbers of `5.30` and `6:15` in one sentence.
final class Initials {
  private static final int LONGEST_LAST_PART = 3;

  private Initials() {}

  /// The words with initials joined; full stops within them no longer end a sentence.
  static List<Word> joined(List<Word> words) {
    if (!anyIn(words)) {
      return words;
    }
    List<Word> joined = new ArrayList<>(words.size());
    int sentences = 0;
    int clauses = 0;
    int i = 0;
    while (i < words.size()) {
      if (i > 0 && isTime(words.get(i - 1), words.get(i))) {
        sentences += words.get(i).sentence() - words.get(i - 1).sentence();
        clauses += words.get(i).clause() - words.get(i - 1).clause();
      }
      int last = last(words, i);
      Word first = words.get(i);
      StringBuilder text = new StringBuilder(first.text());
      for (int j = i + 1; j <= last; j++) {
        text.append(words.get(j).text());
      }
      joined.add(
          new Word(
              text.toString(),
              first.start(),
              words.get(last).end(),
              first.sentence() - sentences,
              first.clause() - clauses,
              first.capital()));
      sentences += last - i;
      clauses += last - i;
      i = last + 1;
    }
    return joined;
  }

  private static boolean anyIn(List<Word> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (last(words, i) > i || isTime(words.get(i), words.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /// The last part of the initials that begin at a word, or the word itself.
  private static int last(List<Word> words, int first) {
    if (!isLetter(words.get(first))) {
      return first;
    }
    int last = first;
    while (last + 1 < words.size() && isStopBetween(words.get(last), words.get(last + 1))) {
      Word next = words.get(last + 1);
      if (!isLetter(next)) {
        return last > first && isNumber(next) ? last + 1 : last;
      }
      last++;
    }
    return last;
  }

  private static boolean isStopBetween(Word word, Word next) {
    return next.start() == word.end() + 1 && next.sentence() == word.sentence() + 1;
  }

  /// Whether two numbers are an hour and its minutes.
  private static boolean isTime(Word word, Word next) {
    return next.start() == word.end() + 1
        && next.clause() == word.clause() + 1
        && word.text().length() <= 2
        && Numbers.isDigits(word.text())
        && next.text().length() >= 2
        && Numbers.isDigits(next.text().substring(0, 2));
  }

  private static boolean isLetter(Word word) {
    return word.text().length() == 1 && Character.isLetter(word.text().charAt(0));
  }

  private static boolean isNumber(Word word) {
    return word.text().length() <= LONGEST_LAST_PART && Numbers.isDigits(word.text());
  }
}
