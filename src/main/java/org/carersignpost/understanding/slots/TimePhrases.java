package org.carersignpost.understanding.slots;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.understanding.words.Word;

/// Finds words that tell a time to come: `after 6`, `tomoz morning b4 school run`, `not tuesdays`.
final class TimePhrases {
  private static final int MOST_WORDS = 14;
  private static final int LAST_HOUR = 24;

  private static final Set<String> DAYS =
      words(
          "monday mondays mon tuesday tuesdays tue tues wednesday wednesdays wed weds wednsday"
              + " thursday thursdays thu thur thurs thurday friday fridays fri saturday saturdays"
              + " saterday sat sunday sundays weekday weekdays weekend weekends today 2day tonight"
              + " tonite 2nite tomorrow tomorow tommorow tommorrow tomorro tomoz tomos tmrw tmw tmo"
              + " 2moro 2morrow 2mora 2mrw morning mornings morn mornin afternoon afternoons aft"
              + " arvo evening evenings evenin eve night nights daytime daytimes lunchtime"
              + " lunchtimes lunch noon midday midnight teatime bedtime dinnertime anytime asap"
              + " later");

  private static final Set<String> LEADS =
      words(
          "after before b4 between from until till til by around about roughly at on in during any"
              + " not except unless either only early earlier late later first this next every"
              + " most half quarter within past mid the");

  private static final Set<String> LINKS =
      words(
          "to and or of but is day days week hour hours mins minutes ish time times thing oclock o"
              + " clock pm am an a possible term school uk please pls");

  /// Where a run may not end.
  private static final Set<String> NO_END =
      words(
          "to and or the of but is after before b4 between from until till til by around about"
              + " roughly at on in during any not except unless either only early mid first this"
              + " next every most half quarter within past an a please pls o possible uk school");

  private static final Set<String> EVENTS =
      words("run work dinner tea breakfast lunch bed school college uni");
  private static final Set<String> BEFORE_EVENTS = words("after before b4 until till til");
  private static final Set<String> NOT_TO_COME =
      words("last yesterday all since ago every each was");
  private static final Set<String> BUSY = words("work working busy out away asleep finish school");
  private static final Set<String> COUNTED =
      words("years year people kids children weeks months times of days nights sons daughters");

  private static final Set<String> ENDS_OF_DATES = words("st nd rd th");
  private static final Set<String> HALVES_OF_THE_DAY = words("pm am ish oclock");
  private static final Set<String> GLUED_TO_AN_HOUR = words("pm am ish p");
  private static final Set<String> DURATIONS = words("hour hours mins minutes days");

  /// After these a number from 1 to 24 is an hour.
  private static final Set<String> BEFORE_AN_HOUR =
      words(
          "after before b4 between from until till til by around roughly at past half either about");

  private static final Set<String> BETWEEN_HOURS = words("and to or");

  private final List<Word> words;

  TimePhrases(List<Word> words) {
    this.words = words;
  }

  /// A run of words: the first and the last.
  record Span(int first, int last) {}

  /// The longest run of words that begins at a word, stays in its clause and tells a time.
  Optional<Span> at(int first) {
    String begins = words.get(first).text();
    boolean mayBegin = LEADS.contains(begins) || coreAt(first) > 0;
    if (!mayBegin || isNoneToCome(first)) {
      return Optional.empty();
    }
    int last = lastThatTells(first);
    while (last >= first && NO_END.contains(words.get(last).text()) && !isEvent(last)) {
      last--;
    }
    return last >= first ? Optional.of(new Span(first, last)) : Optional.empty();
  }

  private boolean isNoneToCome(int first) {
    String before = Context.word(words, first - 1, first);
    String begins = words.get(first).text();
    // A run begins with the word that leads it.
    return (LEADS.contains(before) && isOneClause(first, first - 1))
        || BUSY.contains(before)
        || NOT_TO_COME.contains(before)
        || (NOT_TO_COME.contains(begins) && !begins.equals("every"));
  }

  /// The last word of the run that tells a time; before the first where none does.
  private int lastThatTells(int first) {
    int last = first - 1;
    int at = first;
    while (at < words.size() && at - first < MOST_WORDS && isOneClause(first, at)) {
      int core = Math.max(coreAt(at), isEvent(at) ? 1 : 0);
      String word = words.get(at).text();
      if (core == 0 && !LEADS.contains(word) && !LINKS.contains(word)) {
        break;
      }
      at += Math.max(core, 1);
      last = core > 0 ? at - 1 : last;
    }
    return last;
  }

  private boolean isOneClause(int first, int at) {
    return words.get(at).clause() == words.get(first).clause();
  }

  /// `after work`, `b4 school run`.
  private boolean isEvent(int at) {
    return EVENTS.contains(words.get(at).text())
        && (BEFORE_EVENTS.contains(before(at, 1)) || BEFORE_EVENTS.contains(before(at, 2)));
  }

  /// How many words from here on tell a day or an hour; 0 where none does.
  private int coreAt(int at) {
    String said = words.get(at).text();
    if (DAYS.contains(said) || isDate(said)) {
      return 1;
    }
    return switch (said) {
      case "any" -> after(at, 1).equals("time") ? 2 : 0;
      case "as" -> after(at, 1).equals("soon") && after(at, 3).equals("possible") ? 4 : 0;
      case "next", "this" -> after(at, 1).equals("week") ? 2 : 0;
      case "hour" -> before(at, 1).equals("an") || before(at, 1).equals("next") ? 1 : 0;
      default -> clock(at);
    };
  }

  /// `14th`, `1st`.
  private static boolean isDate(String said) {
    return said.length() > 2
        && said.length() <= 4
        && Numbers.isDigits(said.substring(0, said.length() - 2))
        && ENDS_OF_DATES.contains(said.substring(said.length() - 2));
  }

  /// How many words tell an hour of the clock: `6`, `6pm`, `10 30`, `half past six`.
  private int clock(int at) {
    if (isGluedHour(words.get(at).text())) {
      return 1;
    }
    Optional<Numbers.Amount> hour = Numbers.at(words, at);
    if (hour.isEmpty() || hour.get().value() > LAST_HOUR || hour.get().value() == 0) {
      return 0;
    }
    int last = hour.get().last();
    boolean minutes = isMinutes(last + 1);
    last += minutes ? 1 : 0;
    int count = last - at + 1;
    String next = after(last, 1);
    if (HALVES_OF_THE_DAY.contains(next)) {
      return count + 1;
    }
    if (next.equals("o") && after(last, 2).equals("clock")) {
      return count + 2;
    }
    if (DURATIONS.contains(next)) {
      return before(at, 1).equals("in") || before(at, 1).equals("next") ? count + 1 : 0;
    }
    return (minutes || standsLikeAnHour(at)) && !COUNTED.contains(next) ? count : 0;
  }

  /// `6pm`, `10am`, `7ish`.
  private static boolean isGluedHour(String said) {
    int digits = 0;
    while (digits < said.length() && said.charAt(digits) >= '0' && said.charAt(digits) <= '9') {
      digits++;
    }
    return digits > 0 && digits <= 4 && GLUED_TO_AN_HOUR.contains(said.substring(digits));
  }

  private boolean standsLikeAnHour(int at) {
    String before = before(at, 1);
    return BEFORE_AN_HOUR.contains(before)
        || DAYS.contains(before)
        || (BETWEEN_HOURS.contains(before) && isHour(at - 2));
  }

  private boolean isHour(int at) {
    String said = Context.word(words, at);
    return !said.isEmpty()
        && (Numbers.at(words, at).isPresent()
            || isGluedHour(said)
            || HALVES_OF_THE_DAY.contains(said)
            || said.equals("half")
            || said.equals("quarter")
            || isMinutes(at));
  }

  /// Whether a word is `30` or `30am` right after an hour.
  private boolean isMinutes(int at) {
    if (at <= 0
        || at >= words.size()
        || words.get(at).start() != words.get(at - 1).end() + 1
        || !Numbers.isDigits(words.get(at - 1).text())) {
      return false;
    }
    String said = words.get(at).text();
    boolean half = said.endsWith("pm") || said.endsWith("am");
    String digits = half ? said.substring(0, said.length() - 2) : said;
    return digits.length() == 2 && Numbers.isDigits(digits) && digits.charAt(0) < '6';
  }

  private String before(int at, int distance) {
    return Context.word(words, at - distance, at);
  }

  private String after(int at, int distance) {
    return Context.word(words, at + distance, at);
  }

  private static Set<String> words(String list) {
    return Set.copyOf(List.of(list.split(" ")));
  }
}
