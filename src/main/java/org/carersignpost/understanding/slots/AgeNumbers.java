package org.carersignpost.understanding.slots;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.carersignpost.understanding.words.Word;

/// Finds the numbers in a message that may be an age.
///
/// A number is an age where it says so (`82 years old`); it may be one where nothing else is
/// counted (`im 14`, `mum is eighty two`, but not `14 tablets`).
final class AgeNumbers {
  /// A number with one of these right after it is no age.
  private static final Set<String> UNITS =
      words(
          "min mins minute minutes hour hours hr hrs h day days week weeks wk wks month months mth"
              + " mths mile miles stone st lb lbs kg kgs pound pounds quid k percent per of time"
              + " times nd th rd pm am oclock o people kid kids children child sons daughters"
              + " brothers sisters siblings grandkids night nights mg ml tablets pills meds sugars"
              + " foot feet ft inches inch cm doors door houses streets steps stops stairs bus"
              + " buses cats dogs carers to too sure certain behind hundred thousand half point"
              + " jobs visits calls falls operations january february march april june july"
              + " august september october november december other others more different bed"
              + " beds bedroom storeys flights ahead minus plus x");

  private static final Set<String> YEARS = words("years year yrs yr y");

  private static final Set<String> EXPLICIT_GLUED =
      words("yo yearold yrold yearsold yrsold yro yold");
  private static final Set<String> YEARS_GLUED = words("y yr yrs year years");
  private final List<Word> words;
  private final IntPredicate isBeforePerson;

  /// @param isBeforePerson whether somebody is named shortly after the word at a place
  AgeNumbers(List<Word> words, IntPredicate isBeforePerson) {
    this.words = words;
    this.isBeforePerson = isBeforePerson;
  }

  /// A number that may be an age.
  ///
  /// @param explicit whether it is said to be one
  record Said(int years, int first, int last, boolean explicit) {
    Ages.Age age() {
      return new Ages.Age(years, first, last);
    }
  }

  /// The age that begins at a word.
  Optional<Said> at(int first) {
    Optional<Numbers.Amount> number = Numbers.at(words, first);
    if (number.isPresent()) {
      return withUnit(number.get().value(), first, number.get().last(), false);
    }
    String said = words.get(first).text();
    int digits = 0;
    while (digits < said.length() && Character.isDigit(said.charAt(digits))) {
      digits++;
    }
    if (digits == 0 || digits > 3 || !Numbers.isDigits(said.substring(0, digits))) {
      return Optional.empty();
    }
    String unit = said.substring(digits);
    int years = Integer.parseInt(said.substring(0, digits));
    if (EXPLICIT_GLUED.contains(unit)) {
      return Optional.of(new Said(years, first, first, true));
    }
    return YEARS_GLUED.contains(unit) ? withUnit(years, first, first, true) : Optional.empty();
  }

  /// @param bare whether `years` was read already, glued to the number
  private Optional<Said> withUnit(int years, int first, int last, boolean bare) {
    int unit = bare ? last : last + 1;
    String next = Context.word(words, last + 1, last);
    if (bare || YEARS.contains(next)) {
      String after = Context.word(words, unit + 1, last);
      if (after.equals("old") || after.equals("olds") || after.equals("young")) {
        return Optional.of(new Said(years, first, unit + 1, !after.equals("young")));
      }
      if (after.equals("of") && Context.word(words, unit + 2, last).equals("age")) {
        return Optional.of(new Said(years, first, unit + 2, true));
      }
      if (next.equals("y") && after.equals("o")) {
        return Optional.of(new Said(years, first, unit + 1, true));
      }
      boolean ofOne = Context.word(words, first - 1, first).equals("my") && !after.isEmpty();
      boolean nothingMore =
          after.isEmpty() || words.get(unit + 1).clause() != words.get(unit).clause();
      return ofOne || nothingMore
          ? Optional.of(new Said(years, first, unit, ofOne && isBeforePerson.test(unit)))
          : Optional.empty();
    }
    if (next.equals("yo") || next.equals("yrold") || next.equals("yearold")) {
      return Optional.of(new Said(years, first, last + 1, true));
    }
    boolean sameClause =
        !next.isEmpty() && words.get(last + 1).clause() == words.get(last).clause();
    boolean oneOf = words.get(first).text().equals("one");
    boolean unitAfter =
        oneOf
            || (sameClause && (UNITS.contains(next) || isNumberLike(next) || isOnADay(next, last)));
    return unitAfter ? Optional.empty() : Optional.of(new Said(years, first, last, false));
  }

  /// `66 on Sunday` is an age to come.
  private boolean isOnADay(String next, int last) {
    return next.equals("tomorrow")
        || next.equals("soon")
        || (next.equals("on") && Context.word(words, last + 2, last).endsWith("day"))
        || (next.equals("next") && !Context.word(words, last + 2, last).equals("door"));
  }

  private static boolean isNumberLike(String word) {
    return !word.isEmpty() && word.length() <= 4 && word.charAt(0) >= '0' && word.charAt(0) <= '9';
  }

  private static Set<String> words(String list) {
    return Set.copyOf(List.of(list.split(" ")));
  }
}
