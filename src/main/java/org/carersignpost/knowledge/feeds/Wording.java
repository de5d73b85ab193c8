package org.carersignpost.knowledge.feeds;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Gsm7;
import org.carersignpost.knowledge.files.ServiceRecords;

/// What is said of a service in a text and on the phone, made of its own first sentence where that
/// can follow a name, else of who runs it.
///
/// @param name as in a text, at most 38 characters
/// @param text a fragment that follows the name, at most 72 characters
/// @param spoken a sentence
record Wording(String name, String text, String spoken) {
  private static final int MOST_NAME = 38;
  private static final int MOST_TEXT = 72;
  private static final int FEWEST_WORDS = 3;
  private static final int MOST_LOOSE_WORDS = 4;
  private static final int LONGEST_SENTENCE = 400;

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[a-z)0-9]{2})[.!?](?= [A-Z]|$)");

  /// "We provide", "The service offers": what follows says what it is.
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:we|it|they|(?:this|the|our) (?:free |local )?(?:service|team|group|charity|project|centre|helpline|organisation))"
              + " (?:also )?(?:provides?|offers?|gives?|runs?|delivers?|is|are) (?=[a-z])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_FRAGMENT =
      Pattern.compile(
          "\\b(?:we|our|us|i|my|please|click|welcome|contact|call|ring|telephone|email|visit|see|this"
              + "|these|they|it|here|website|www|http|closed|suspended|no longer|cancelled)\\b|[@!?#{}<>]|[0-9]{4}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLAUSE =
      Pattern.compile("(?:[,;:]| -| who| which| that| including| such as| so that| whose)(?= )");
  private static final Pattern LIMIT =
      Pattern.compile(
          "\\b(?:not|only|unless|except|without|excluding|but|if)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern DANGLING =
      Pattern.compile(
          "\\b(?:and|or|the|a|an|of|for|to|with|in|on|at|by|from|as)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern ACRONYM = Pattern.compile("^[A-Z][A-Z0-9]|^[A-Z][a-z]+ [A-Z]");

  /// @param name without markup
  /// @param alternate another name, which may be shorter
  /// @param description without markup
  /// @return empty when the name cannot be sent as a text
  static Optional<Wording> of(
      String name, Optional<String> alternate, String description, String organization) {
    return name(name, alternate)
        .map(shortName -> {
          String text = fragment(description, name).orElseGet(() -> runBy(organization));
          String spoken =
              text.equals(runBy(organization))
                  ? shortName + " is " + text + "."
                  : shortName + ": " + text + ".";
          return new Wording(shortName, text, spoken);
        });
  }

  private static Optional<String> name(String name, Optional<String> alternate) {
    Optional<String> own =
        alternate
            .map(PlainText::of)
            .map(PlainText::texted)
            .filter(words -> Gsm7.septets(words) <= MOST_NAME && saysSomething(words));
    return own.or(() ->
        Optional.of(PlainText.cut(PlainText.texted(name), MOST_NAME))
            .map(words ->
                words.length() < PlainText.texted(name).length() ? withoutLooseEnd(words) : words)
            .filter(Wording::saysSomething));
  }

  /// A cut must not leave "for the" at the end.
  private static String withoutLooseEnd(String words) {
    String whole = words;
    for (int i = 0; i < MOST_LOOSE_WORDS; i++) {
      whole = DANGLING.matcher(whole.replaceFirst("[\\s\"'(,:-]+$", "")).replaceFirst("").strip();
    }
    return whole;
  }

  private static boolean saysSomething(String words) {
    return words.chars().filter(Character::isLetter).count() >= 3
        && ServiceRecords.mayBeTexted(words)
        && Numbered.in(words).isEmpty();
  }

  private static String runBy(String organization) {
    String text = "a service of " + PlainText.cut(PlainText.texted(organization), MOST_TEXT - 13);
    boolean named =
        !text.endsWith("of ") && ServiceRecords.mayBeTexted(text) && Numbered.in(text).isEmpty();
    return named ? text : "a local service";
  }

  /// The first sentence as what follows a name, if it can be read so.
  static Optional<String> fragment(String description, String name) {
    String sentence = firstSentence(description);
    if (sentence.regionMatches(true, 0, name + " ", 0, name.length() + 1)) {
      sentence = "It " + sentence.substring(name.length() + 1);
    }
    String rest = OPENING.matcher(PlainText.texted(sentence)).replaceFirst("");
    if (NO_FRAGMENT.matcher(rest).find()) {
      return Optional.empty();
    }
    return shortened(rest)
        .map(Wording::asFragment)
        .filter(text -> text.split(" ", -1).length >= FEWEST_WORDS)
        .filter(text -> Numbered.in(text).isEmpty() && !Guard.tellsWhere(text))
        .filter(ServiceRecords::mayBeTexted);
  }

  private static String firstSentence(String description) {
    String start =
        description.length() > LONGEST_SENTENCE
            ? description.substring(0, LONGEST_SENTENCE)
            : description;
    Matcher end = SENTENCE_END.matcher(start);
    return (end.find() ? start.substring(0, end.end()) : start).strip();
  }

  /// A long sentence ends where a clause does, unless what follows takes something back.
  private static Optional<String> shortened(String sentence) {
    String bare = sentence.replaceFirst("[.,;: ]+$", "");
    if (Gsm7.septets(bare) <= MOST_TEXT) {
      return Optional.of(bare);
    }
    Matcher clause = CLAUSE.matcher(bare);
    int end = 0;
    while (clause.find() && Gsm7.septets(bare.substring(0, clause.start())) <= MOST_TEXT) {
      end = clause.start();
    }
    String kept = bare.substring(0, end).strip();
    boolean whole =
        !kept.isEmpty()
            && !LIMIT.matcher(bare.substring(end)).find()
            && !DANGLING.matcher(kept).find();
    return whole ? Optional.of(kept) : Optional.empty();
  }

  private static String asFragment(String text) {
    return ACRONYM.matcher(text).find() || text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
