package org.carersignpost.understanding.slots;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.understanding.words.Word;

/// Finds out whether the carer is under 18, by their age or else by what they say of school.
final class YoungCarer {
  private static final int ADULT = 18;
  private static final int LAST_SCHOOL_YEAR = 13;

  /// Without one of these nothing tells of school or of being grown up.
  private static final Set<String> TRIGGERS =
      Set.of(
          ("school schools homework schoolwork coursework gcse gcses mocks levels tutor year yr yrs"
                  + " teacher teachers class classes classmates lessons form sixth primary secondary"
                  + " young kid child schoolgirl schoolboy teenager teen under over adult retired"
                  + " pensioner oap grandmother grandparent exams 20s 30s 40s 50s 60s 70s 80s 90s"
                  + " twenties thirties forties fifties sixties seventies eighties nineties")
              .split(" "));

  private static final Pattern SCHOOL_YEAR =
      Pattern.compile(
          " (?:im|i am|iam) (?:only |just |still |now |currently )*(?:in |a |at )?(?:year|yr|yrs) ([0-9]{1,2}) (?!of )");

  private static final Pattern SCHOOL =
      Context.anywhere(
          "my (?:own )?(?:homework|school ?work|coursework|gcses?|mocks|a levels?|form tutor|head of year|teachers?|school|classmates)"
              + "|(?:im|i am|i go|when im|when i am|when i get home|i come home|i get home|i walk|while im|(?:i get|i got|im|i am|i was|im being|ive been|getting) (?:picked on|bullied))"
              + "(?: (?:still|to|at|from|in|late|always|not|back|home))* (?:school|sixth form|primary|secondary)"
              + "|i (?:have |had |keep )?(?:miss|missed|missing|skip|hate|bunk|bunking|cant go to|dont go to|love|like|leave|left|finish) (?:off )?(?:school|lessons)"
              + "|i (?:cant|dont|never|struggle to) (?:[a-z]+ ){0,3}at school"
              + "|i(?:m| am)? (?:[a-z]+ ){0,3}(?:late|tired|behind|bullied|falling asleep) (?:for|at|in) (?:school|class|lessons)"
              + "|at school (?:i|im)|after school i|before school i|(?:im|i am) (?:doing|revising for|sitting) (?:my )?(?:gcses?|a levels|mocks|exams)|no ?(?:one|body) at school (?:knows|understands)"
              + "|(?:were|we are) (?:both )?young carers|i am a young carer|im a young carer|as a young carer|am i a young carer|i think im a young carer"
              + "|im (?:still )?a (?:kid|child|school ?girl|school ?boy|teenager)|i am (?:still )?a (?:kid|child|teenager)|im under (?:18|16)|i am under (?:18|16)");

  private static final Pattern NOT_A_PUPIL =
      Context.anywhere(
          "(?:work|working|works|teach|a teacher|volunteer|ta|governor|dinner lady|pick|collect|drop|school run|pta)"
              + "|my (?:son|daughter|child|children|kids?|lad|boy|girl|grandson|granddaughter|nephew|niece|little one)s?"
              + "|(?:hes|shes|he is|she is) (?:at|in|off) school|years ago|when i was|used to|ehcp|senco|headteacher|his school|her school|their school|my (?:class|pupils|students)");

  private static final Pattern ADULT_WORDS =
      Context.anywhere(
          "(?:im|i am) (?:a )?(?:retired|pensioner|an? oap|oap|grandmother|grandparent|an adult|over 18|over eighteen)"
              + "|(?:im|i am) in my (?:late |early |mid )?(?:20s|30s|40s|50s|60s|70s|80s|90s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)");

  private YoungCarer() {}

  /// True under 18, false from 18, empty when nothing is said.
  ///
  /// @param age of the carer, if it was told
  static Optional<Boolean> read(List<Word> words, Optional<Integer> age) {
    if (age.isPresent()) {
      return age.map(years -> years < ADULT);
    }
    if (words.stream().noneMatch(word -> TRIGGERS.contains(word.text()))) {
      return Optional.empty();
    }
    String text = all(words);
    if (ADULT_WORDS.matcher(text).find()) {
      return Optional.of(false);
    }
    boolean pupil =
        isInSchoolYear(text) || (SCHOOL.matcher(text).find() && !NOT_A_PUPIL.matcher(text).find());
    return pupil ? Optional.of(true) : Optional.empty();
  }

  private static boolean isInSchoolYear(String text) {
    Matcher year = SCHOOL_YEAR.matcher(text);
    return year.find() && Integer.parseInt(year.group(1)) <= LAST_SCHOOL_YEAR;
  }

  private static String all(List<Word> words) {
    StringBuilder text = new StringBuilder(" ");
    words.forEach(word -> text.append(word.text()).append(' '));
    return text.toString();
  }
}
