package org.carersignpost.understanding.slots;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.understanding.slots.TimePhrases.Span;
import org.carersignpost.understanding.words.Word;

/// Finds when the carer wants to be rung or talked to: `ring me after 6, not tuesdays`.
///
/// A time counts where the same sentence asks for a call, or says that the time is a good one in a
/// message that asks for a call somewhere. What somebody else did or will do by phone is no such
/// call: `mum rings me at night`.
final class RingTimes {
  private static final int FARTHEST = 9;
  private static final int FARTHEST_BEFORE = 5;
  private static final int NEGATION_BEFORE = 3;
  private static final int SUBJECT_BEFORE = 4;

  private static final Set<String> CALLS =
      words("ring call phone bell buzz contact callback reach fone");
  private static final Set<String> TALKS = words("speak talk chat");
  private static final Set<String> RUNG = words("rung called phoned");
  private static final Set<String> ME = words("me us back my");
  private static final Set<String> PLEASE = words("please pls plz plse dont");
  private static final Set<String> ASKS =
      words(
          "please pls plz plse could can would u you someone somebody sum1 some1 anyone one person"
              + " worker adviser advisor team dont not never may might will should if just");
  private static final Set<String> CALLERS =
      words(
          "you u someone somebody sum1 some1 anyone one person adviser advisor team worker human");
  private static final Set<String> ARTICLES = words("a an the one your");

  /// Who rings for themselves, or did not.
  private static final Set<String> OTHERS =
      words(
          "she he they mum dad shes hes theyre nobody noone who doctor gp nurse hospital council"
              + " surgery school dwp carers agency didnt supposed promised meant");

  private static final Set<String> GETS = words("get ask have send tell");
  private static final Set<String> NEGATIONS = words("dont not never no cant wont avoid except");
  private static final Set<String> GOOD =
      words(
          "best better good ok okay fine easier easiest suits suit ideal great convenient prefer"
              + " works free available");

  /// What tells that a time after it belongs to something else.
  private static final Set<String> OTHER_STORY =
      words(
          "she he shes hes they because cos coz bc i im ive hospital fell goes went gets got has"
              + " falls appointment since was had wakes ill");

  private static final Set<String> WHEN = words("when while once whilst");
  private static final Set<String> WHEN_YOU_CAN =
      words("you u your someone somebody possible poss available able convenient they ur free can");
  private static final Set<String> AND = words("but and or just only");

  /// `so ring after 6` is asked of us.
  private static final Set<String> BEFORE_AN_ORDER = words("so then but only");

  private static final Set<String> AFTER_A_TIME_ALONE =
      words(
          "please pls plz is are best better good fine ok only thanks thank you would be ideally x");

  private final List<Word> words;
  private final TimePhrases times;

  private RingTimes(List<Word> words) {
    this.words = words;
    this.times = new TimePhrases(words);
  }

  /// When the carer wants to be rung, if the utterance says so.
  static Optional<Span> read(List<Word> words) {
    return new RingTimes(words).read();
  }

  private Optional<Span> read() {
    Optional<Span> alone = alone();
    if (alone.isPresent()) {
      return alone;
    }
    boolean asksForACall = false;
    for (int i = 0; i < words.size(); i++) {
      if (isCall(i)) {
        asksForACall = true;
        Optional<Span> after = after(i);
        Optional<Span> time = after.isPresent() ? after : before(i);
        if (time.isPresent()) {
          return time;
        }
      }
    }
    return goodTime(asksForACall);
  }

  /// A message that is no more than a time, such as the answer to when it suits.
  private Optional<Span> alone() {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return times
        .at(0)
        .map(this::withMore)
        .filter(time ->
            words.subList(time.last() + 1, words.size()).stream()
                .allMatch(word -> AFTER_A_TIME_ALONE.contains(word.text())));
  }

  /// Whether a word asks that the carer be rung or talked to.
  private boolean isCall(int at) {
    String said = words.get(at).text();
    if (TALKS.contains(said)) {
      return isTalk(at) && !isOthers(at);
    }
    if (RUNG.contains(said)) {
      return word(at, -1).equals("be") && !isOthers(at);
    }
    return CALLS.contains(said) && isRing(at) && !isOthers(at);
  }

  /// `ring me`, `a call`, `can someone phone`, `best time to ring`, but not `can I ring`.
  private boolean isRing(int at) {
    String before = word(at, -1);
    boolean mine = isI(before) || isI(word(at, -2));
    if (isI(before)) {
      return false;
    }
    if (ME.contains(word(at, 1)) || words.get(at).text().equals("callback")) {
      return true;
    }
    if (before.equals("a") || before.equals("phone")) {
      return true;
    }
    if (before.equals("to")) {
      boolean gets = GETS.contains(word(at, -3)) && CALLERS.contains(word(at, -2));
      return gets || (!mine && isGoodBefore(at));
    }
    if (before.isEmpty() || BEFORE_AN_ORDER.contains(before)) {
      return at + 1 < words.size() && times.at(at + 1).isPresent();
    }
    return ASKS.contains(before) && !mine && isAskedOf(at);
  }

  private static boolean isI(String word) {
    return word.equals("i") || word.equals("we");
  }

  private boolean isGoodBefore(int at) {
    for (int i = 2; i <= SUBJECT_BEFORE; i++) {
      if (GOOD.contains(word(at, -i))) {
        return true;
      }
    }
    return false;
  }

  /// `can someone call`, `please ring`, `do not phone`.
  private boolean isAskedOf(int at) {
    for (int i = 1; i <= SUBJECT_BEFORE; i++) {
      String word = word(at, -i);
      boolean doNot = word.equals("not") && word(at, -i - 1).equals("do");
      if (CALLERS.contains(word) || PLEASE.contains(word) || doNot) {
        return true;
      }
    }
    return false;
  }

  /// `talk to someone`, `speak with an adviser`, `can you talk`, `I can only talk`, but not
  /// `someone to talk to`.
  private boolean isTalk(int at) {
    String next = word(at, 1);
    boolean to = next.equals("to") || next.equals("with") || next.equals("2");
    int whom = to ? 2 : 1;
    boolean someone =
        CALLERS.contains(word(at, whom))
            || (ARTICLES.contains(word(at, whom)) && CALLERS.contains(word(at, whom + 1)))
            || (to && ME.contains(word(at, whom)));
    int can = AND.contains(word(at, -1)) ? -2 : -1;
    if (word(at, can).equals("can") && isI(word(at, can - 1))) {
      return true;
    }
    boolean someoneTo = word(at, -1).equals("to") && CALLERS.contains(word(at, -2));
    return (someone && !someoneTo) || (CALLERS.contains(word(at, -1)) && isAskedOf(at));
  }

  /// Whether it is somebody else who rings, or was to: `they said they would call`.
  private boolean isOthers(int at) {
    for (int i = 1; i <= SUBJECT_BEFORE; i++) {
      String word = word(at, -i);
      if (OTHERS.contains(word)) {
        return true;
      }
      if (CALLERS.contains(word)) {
        return false;
      }
    }
    return false;
  }

  /// The first time after a call in its sentence.
  private Optional<Span> after(int call) {
    for (int i = call + 1; i <= call + FARTHEST && !word(call, i - call).isEmpty(); i++) {
      Optional<Span> when = i <= call + SUBJECT_BEFORE ? when(i) : Optional.empty();
      if (when.isPresent()) {
        return when;
      }
      Optional<Span> time = times.at(i);
      if (time.isPresent()) {
        return Optional.of(withMore(withNegation(call, time.get())));
      }
      if (OTHER_STORY.contains(words.get(i).text())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// The first time before a call in its sentence with nothing else told between them.
  private Optional<Span> before(int call) {
    for (int i = Math.max(0, call - FARTHEST); i < call; i++) {
      Optional<Span> time = word(call, i - call).isEmpty() ? Optional.empty() : times.at(i);
      if (time.isPresent() && isPlainBetween(time.get().last(), call)) {
        return time;
      }
    }
    return Optional.empty();
  }

  private boolean isPlainBetween(int last, int call) {
    if (last >= call || call - last > FARTHEST_BEFORE) {
      return false;
    }
    for (int i = last + 1; i < call; i++) {
      if (OTHER_STORY.contains(words.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  /// `when the kids are at school`, to the end of the clause, but not `when you can`.
  private Optional<Span> when(int at) {
    if (!WHEN.contains(words.get(at).text()) || WHEN_YOU_CAN.contains(word(at, 1))) {
      return Optional.empty();
    }
    int last = at;
    while (last + 1 < words.size()
        && words.get(last + 1).clause() == words.get(at).clause()
        && last - at < FARTHEST) {
      last++;
    }
    return last - at > 1 ? Optional.of(new Span(at, last)) : Optional.empty();
  }

  /// `dont ring after 8`: the time with its not.
  private Span withNegation(int call, Span time) {
    for (int i = 1; i <= NEGATION_BEFORE; i++) {
      String word = word(call, -i);
      if (NEGATIONS.contains(word)) {
        boolean doNot = word.equals("not") && word(call, -i - 1).equals("do");
        return new Span(call - i - (doNot ? 1 : 0), time.last());
      }
    }
    return time;
  }

  /// A time with the one that follows in its sentence: `after 6, not tuesdays`.
  private Span withMore(Span time) {
    int next = time.last() + 1;
    while (AND.contains(Context.word(words, next, time.first()))) {
      next++;
    }
    return Context.word(words, next, time.first()).isEmpty()
        ? time
        : times.at(next).map(more -> new Span(time.first(), more.last())).orElse(time);
  }

  /// `best time is evenings`, and where a call is asked for `mornings are best`, `free after 3`.
  private Optional<Span> goodTime(boolean asksForACall) {
    for (int i = 0; i < words.size(); i++) {
      if (!GOOD.contains(words.get(i).text())) {
        continue;
      }
      boolean time = word(i, 1).equals("time") || word(i, 1).equals("times");
      if (asksForACall || (time && !word(i, 2).equals("to"))) {
        Optional<Span> good = besideGood(i);
        if (good.isPresent()) {
          return good;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Span> besideGood(int good) {
    for (int i = good + 1; i <= good + FARTHEST_BEFORE && !word(good, i - good).isEmpty(); i++) {
      Optional<Span> time = times.at(i);
      if (time.isPresent()) {
        return time.map(this::withMore);
      }
    }
    return before(good).filter(time -> good - time.last() < SUBJECT_BEFORE);
  }

  /// The word so far from another in its sentence, or nothing.
  private String word(int at, int distance) {
    return Context.word(words, at + distance, at);
  }

  private static Set<String> words(String list) {
    return Set.copyOf(List.of(list.split(" ")));
  }
}
