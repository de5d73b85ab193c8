package org.carersignpost.understanding.slots;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.understanding.words.Word;

/// Finds out whether the carer says to be under 18, by age or by school.
///
/// An age counts only where it is said of the carer: `my son is 9` says nothing of the one who
/// writes.
final class CarerAge {
  private static final int ADULT = 18;
  private static final int YOUNGEST = 5;
  private static final int OLDEST = 110;
  private static final int LAST_SCHOOL_YEAR = 13;

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18));

  private static final String NUMBER = "([0-9]{1,3}|" + String.join("|", NUMBERS.keySet()) + ")";

  /// What follows a number that is no age.
  private static final String NO_AGE =
      "(?! (?:mins?|minutes?|hours?|hrs?|days?|weeks?|wks?|months?|miles?|mile|stone|st|pounds?|quid|k"
          + "|percent|of|in a|times|nd|th|st|rd|per|pm|am|people|o|oclock"
          + "|(?:years?|yrs?) (?:in|into|on|as|of|a|without|since|caring|now|ago)))";

  private static final List<Pattern> AGES =
      List.of(
          Pattern.compile(
              " (?:im|i am|me|i m|iam|me and my [a-z]+(?: [a-z]+)? are|ive turned|ive just turned|i turned|i just turned|i have just turned)"
                  + "(?: (?:only|just|nearly|almost|now|a|still|about|a girl of|a boy of|aged|age|turning|an))* "
                  + NUMBER
                  + "(?= )"
                  + NO_AGE),
          Pattern.compile(
              " (?:my age is|age|aged) "
                  + NUMBER
                  + "(?= (?:and|years|yo|i|im|look|caring|care|need) )"),
          Pattern.compile(
              "^ (?:me )?"
                  + NUMBER
                  + " (?:years? old|yrs? old|yr old|yo|year old)(?: (?:girl|boy|carer|kid))? (?:and|here|carer|i|im|looking|caring|look|care|need) "),
          Pattern.compile(
              "^ (?:hi |hello |hey )?"
                  + NUMBER
                  + " (?:and|here) (?:i |im )?(?:look|care|caring|looking|need|my|have)"));

  private static final Pattern SCHOOL_YEAR =
      Pattern.compile(
          " (?:im|i am|iam) (?:only |just |still |now |currently )*(?:in |a |at )?(?:year|yr|yrs) ([0-9]{1,2}) ");

  private static final Pattern SCHOOL =
      Context.anywhere(
          "my (?:own )?(?:homework|school ?work|coursework|gcses?|mocks|a levels?|form tutor|head of year|teachers?|school|classmates)"
              + "|(?:im|i am|i go|when im|when i am|when i get home|i come home|i get home|i walk|while im|i get bullied|picked on|bullied)"
              + "(?: (?:still|to|at|from|in|late|always|not|back|home))* (?:school|sixth form|primary|secondary)"
              + "|i (?:have |had |keep )?(?:miss|missed|missing|skip|hate|bunk|bunking|cant go to|dont go to|love|like|leave|left|finish) (?:off )?(?:school|lessons)"
              + "|i (?:cant|dont|never|struggle to) (?:[a-z]+ ){0,3}at school"
              + "|i(?:m| am)? (?:[a-z]+ ){0,3}(?:late|tired|behind|bullied|falling asleep) (?:for|at|in) (?:school|class|lessons)"
              + "|at school (?:i|im)|after school i|before school i|no ?(?:one|body) at school (?:knows|understands)"
              + "|i am a young carer|im a young carer|as a young carer|am i a young carer|i think im a young carer"
              + "|im (?:still )?a (?:kid|child|school ?girl|school ?boy|teenager)|i am (?:still )?a (?:kid|child|teenager)|im under (?:18|16)|i am under (?:18|16)");

  private static final Pattern NOT_A_PUPIL =
      Context.anywhere(
          "(?:work|working|works|teach|a teacher|volunteer|ta|governor|dinner lady|pick|collect|drop|school run|pta)"
              + "|my (?:son|daughter|child|children|kids?|lad|boy|girl|grandson|granddaughter|nephew|niece|little one)s?"
              + "|(?:hes|shes|he is|she is) (?:at|in|off) school|years ago|when i was|used to");

  private static final Pattern ADULT_WORDS =
      Context.anywhere(
          "(?:im|i am) (?:a )?(?:retired|pensioner|an? oap|oap|grandmother|grandparent)"
              + "|(?:im|i am) in my (?:late |early |mid )?(?:20s|30s|40s|50s|60s|70s|80s|90s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)");

  private CarerAge() {}

  /// True under 18, false from 18, empty when nothing is said.
  static Optional<Boolean> isUnder18(List<Word> words) {
    String text = all(words);
    if (words.stream().anyMatch(CarerAge::isNumber)) {
      Optional<Boolean> byNumber = byNumber(text);
      if (byNumber.isPresent()) {
        return byNumber;
      }
    }
    if (ADULT_WORDS.matcher(text).find()) {
      return Optional.of(false);
    }
    boolean pupil = SCHOOL.matcher(text).find() && !NOT_A_PUPIL.matcher(text).find();
    return pupil ? Optional.of(true) : Optional.empty();
  }

  private static boolean isNumber(Word word) {
    String text = word.text();
    return NUMBERS.containsKey(text) || (!text.isEmpty() && Character.isDigit(text.charAt(0)));
  }

  private static Optional<Boolean> byNumber(String text) {
    for (Pattern age : AGES) {
      Matcher matcher = age.matcher(text);
      while (matcher.find()) {
        int years = number(matcher.group(1));
        if (years >= YOUNGEST && years <= OLDEST) {
          return Optional.of(years < ADULT);
        }
      }
    }
    Matcher year = SCHOOL_YEAR.matcher(text);
    return year.find() && number(year.group(1)) <= LAST_SCHOOL_YEAR
        ? Optional.of(true)
        : Optional.empty();
  }

  private static String all(List<Word> words) {
    StringBuilder text = new StringBuilder(" ");
    words.forEach(word -> text.append(word.text()).append(' '));
    return text.toString();
  }

  private static int number(String said) {
    Integer spelt = NUMBERS.get(said);
    return spelt == null ? Integer.parseInt(said) : spelt;
  }
}
